import Guardrails
import JSON
import LanguageModel
import Testing

/// How a service asks a model: it says what it wants and for whom, and gets a value of its own type or an error with a name.
struct VocabularyWriter: Sendable {
    let model: LanguageModel
    /// Read from Secrets Manager when the service started.
    let prompt: SystemPrompt

    struct Words: JSONObject {
        var groupName: String
        var words: [String]
        static let json = Object(
            "Words", { Self(groupName: $0, words: $1) }, Field("group_name", \.groupName, .length(1...200)), Field("words", \.words))
    }

    func words(about topic: String, count: Int, for user: ModelCaller, requestID: String) async throws(ModelError) -> Words {
        let request = ModelRequest(
            purpose: "vocabulary", caller: user, requestID: requestID, prompt: prompt,
            [.ours("Write \(count) Japanese words about the topic."), .quoted(topic, as: "topic")], maximumTokens: 1_500, caching: .shared)
        return try await model.answer(request, as: Words.self) { answer in
            answer.words.count == count ? [] : ["There must be exactly \(count) words."]
        }.value
    }
}

@Suite struct `The example` {
    @Test func `asks, and has a bad answer repaired`() async throws {
        let gateway = try Gateway(.uses(["group_name": "Pets", "words": ["猫"]]), .uses(["group_name": "Pets", "words": ["猫", "犬"]]))
        let writer = VocabularyWriter(model: gateway.model, prompt: Gateway.prompts.prompt("chat"))
        let words = try await writer.words(about: "Pets", count: 2, for: ModelCaller(user: "kaede"), requestID: "req-1")
        #expect(words.words == ["猫", "犬"])
    }
}
