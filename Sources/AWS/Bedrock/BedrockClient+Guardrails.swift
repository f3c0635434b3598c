import Encoding
import HTTPClient
import JSON

extension BedrockClient {
    /// Asks a guardrail about texts, without a model.
    public func apply(
        _ guardrail: GuardrailReference, to texts: [String], from source: GuardrailVerdict.Source
    ) async throws(AWSError) -> GuardrailVerdict {
        let content = texts.map { text -> JSONFragment in ["text": ["text": .string(text)]] }
        let body: JSONFragment = ["source": .string(source.rawValue), "content": .array(content)]
        let path = "/guardrail/\(PercentEncoding.encode(guardrail.id))/version/\(PercentEncoding.encode(guardrail.version))/apply"
        let answer = try await client.send(
            AWSCall(path: path, headers: [.init("Content-Type", "application/json")], content: .bytes(JSON.encode(body)), isIdempotent: true))
        return try GuardrailVerdict(AWSClient.parse(answer.body, of: "ApplyGuardrail"))
    }
}
