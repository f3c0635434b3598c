import JSON

/// A voice of Polly that local-cloud has. All are one recorded voice at different heights.
struct Voice: Sendable, Equatable {
    enum Engine: String, Sendable, CaseIterable { case standard, neural, longForm = "long-form", generative }

    var id: String
    var gender: String
    var languageCode: String
    var languageName: String
    var engines: [Engine]
    var halfTones: Double

    static let all = [
        Voice(id: "Kazuha", gender: "Female", languageCode: "ja-JP", languageName: "Japanese", engines: [.neural], halfTones: 0),
        Voice(id: "Tomoko", gender: "Female", languageCode: "ja-JP", languageName: "Japanese", engines: [.neural], halfTones: -1.5),
        Voice(id: "Mizuki", gender: "Female", languageCode: "ja-JP", languageName: "Japanese", engines: [.standard], halfTones: 1),
        Voice(id: "Takumi", gender: "Male", languageCode: "ja-JP", languageName: "Japanese", engines: [.neural, .standard], halfTones: -6),
        Voice(id: "Joanna", gender: "Female", languageCode: "en-US", languageName: "US English", engines: [.neural, .standard], halfTones: 0.5),
        Voice(id: "Matthew", gender: "Male", languageCode: "en-US", languageName: "US English", engines: [.neural, .standard], halfTones: -5),
    ]

    var json: JSONFragment {
        [
            "Gender": .string(gender), "Id": .string(id), "LanguageCode": .string(languageCode), "LanguageName": .string(languageName), "Name": .string(id),
            "SupportedEngines": .array(engines.map { .string($0.rawValue) }),
        ]
    }
}
