import JSON

/// Who speaks. Source: Amazon Polly Developer Guide, DescribeVoices.
public struct Voice: Sendable, Equatable {
    /// Such as `Takumi`.
    public let id: String
    /// As people write it.
    public let name: String
    /// `Female` or `Male`.
    public let gender: String
    /// The language it is made for, such as `ja-JP`.
    public let languageCode: String
    /// Others it speaks.
    public let additionalLanguageCodes: [String]
    /// The ways it can be made.
    public let engines: [SpeechEngine]

    /// The first of these engines that the voice has.
    public func engine(preferring order: [SpeechEngine] = [.neural, .generative, .longForm, .standard]) -> SpeechEngine? {
        order.first { engines.contains($0) } ?? engines.first
    }
}

extension Voice {
    init(_ content: JSONFragment) throws(AWSError) {
        let operation = "DescribeVoices"
        id = try content.required("Id", of: operation)
        name = content["Name"]?.stringValue ?? id
        gender = content["Gender"]?.stringValue ?? ""
        languageCode = content["LanguageCode"]?.stringValue ?? ""
        additionalLanguageCodes = content["AdditionalLanguageCodes"]?.arrayValue?.compactMap(\.stringValue) ?? []
        engines = content["SupportedEngines"]?.arrayValue?.compactMap(\.stringValue).map { SpeechEngine(rawValue: $0) } ?? []
    }
}
