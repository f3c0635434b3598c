import JSON
import LanguageModel

struct WordList: JSONObject {
    var groupName: String, words: [String]
    static let json = Object(
        "WordList", { WordList(groupName: $0, words: $1) }, Field("group_name", \.groupName, .length(1...200)), Field("words", \.words))
}

struct WordMaker: Sendable {
    let model: LanguageModel
    /// Read from Secrets Manager when the service started; its version stands in every log line.
    let prompt: SystemPrompt

    /// Words on a topic, in a type of our own, or an error with a name; what a learner wrote is judged before, what the model wrote afterwards.
    func words(on topic: String, count: Int, for caller: ModelCaller, requestID: String) async throws(ModelError) -> WordList {
        let request = ModelRequest(
            purpose: "vocabulary", caller: caller, requestID: requestID, prompt: prompt,
            [.ours("Write \(count) Japanese words on the topic."), .quoted(topic, as: "topic")], caching: .shared)
        return try await model.answer(request, as: WordList.self) { list in
            list.words.count == count ? [] : ["There must be exactly \(count) words."]
        }.value
    }
}
