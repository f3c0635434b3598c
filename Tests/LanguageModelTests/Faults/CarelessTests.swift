import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import Testing

@testable import local_cloud

/// A careless model answers badly every time, so that the repair is as bad as the answer.
@Suite(.timeLimit(.minutes(1))) struct `When a model is careless` {
    struct Words: JSONObject {
        var groupName: String
        var words: [Word]
        static let json = Object("Words", { Self(groupName: $0, words: $1) }, Field("group_name", \.groupName), Field("words", \.words))
        struct Word: JSONObject {
            var japanese: String
            var romaji: String
            static let json = Object("VocabularyWord", { Self(japanese: $0, romaji: $1) }, Field("japanese", \.japanese), Field("romaji", \.romaji))
        }
    }

    private func request(_ models: LocalModels) -> ModelRequest {
        var request = models.request()
        request.content = [.ours("Make a vocabulary list of 3 Japanese words."), .quoted("Animals", as: "topic")]
        return request
    }

    @Test(arguments: ["never", "prose", "fences"]) func `what it writes around an answer does no harm`(mood: String) async throws {
        try await LocalModels.with(mood: mood) { models in
            let answer = try await models.gateway().answer(request(models), as: Words.self) { $0.words.count == 3 ? [] : ["There must be 3 words."] }
            #expect(answer.value.words.count == 3 && models.ledger.settled.withLock { $0.count } == 1)
        }
    }

    @Test(arguments: ["wrong-count", "empty"]) func `an answer that cannot be used is asked for once more, and then given up`(mood: String) async throws {
        try await LocalModels.with(mood: mood) { models in
            let gateway = try models.gateway()
            let error = await #expect(throws: ModelError.self) {
                try await gateway.answer(request(models), as: Words.self) { $0.words.count == 3 ? [] : ["There must be 3 words."] }
            }
            #expect(error?.kind == .answerUnusable && models.ledger.settled.withLock { $0.count } == 2 && models.ledger.books.openCalls == 0)
        }
    }

    @Test func `an empty answer in words is asked for once more, too`() async throws {
        try await LocalModels.with(mood: "empty") { models in
            let gateway = try models.gateway()
            let error = await #expect(throws: ModelError.self) { try await gateway.text(models.request()) }
            #expect(error == .answerUnusable(problems: ["It is empty."]) && models.ledger.books.openCalls == 0)
        }
    }
}
