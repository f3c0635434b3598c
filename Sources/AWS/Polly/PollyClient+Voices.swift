import HTTPClient
import JSON

extension PollyClient {
    static let maximumPages = 50

    /// The voices of a language and an engine, or all of them.
    public func voices(languageCode: String? = nil, engine: SpeechEngine? = nil) async throws(AWSError) -> [Voice] {
        var voices: [Voice] = [], next: String?
        for _ in 0..<Self.maximumPages {
            let page = try await page(languageCode, engine, next)
            for voice in page["Voices"]?.arrayValue ?? [] { voices.append(try Voice(voice)) }
            next = page["NextToken"]?.stringValue
            if next == nil { return voices }
        }
        throw AWSError(.unexpectedAnswer("DescribeVoices answered with more than \(Self.maximumPages) pages"))
    }

    private func page(_ languageCode: String?, _ engine: SpeechEngine?, _ next: String?) async throws(AWSError) -> JSONFragment {
        var query: [(name: String, value: String)] = []
        if let engine { query.append(("Engine", engine.rawValue)) }
        if let languageCode { query.append(("LanguageCode", languageCode)) }
        if let next { query.append(("NextToken", next)) }
        let answer = try await client.send(
            AWSCall(method: "GET", path: "/v1/voices", query: QueryText.encoded(query), isIdempotent: true, limits: Self.limits))
        return try AWSClient.parse(answer.body, of: "DescribeVoices")
    }
}
