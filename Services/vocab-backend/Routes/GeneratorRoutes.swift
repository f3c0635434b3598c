import Contracts
import HTTPCore
import LanguageModel
import ModelAccess
import Platform
import ServiceKit
import Web

/// Words on a topic.
///
/// | route | answer |
/// |---|---|
/// | POST `/api/v1/vocab/vocab_generator`, also `/api/vocab_generator` and `/v1/vocab_generator` | `GeneratedGroup` |
/// | POST the same, `/stream` behind it | events: `word` with a `GeneratedWord` each, `done`, or `error` with a problem |
struct GeneratorRoutes: Sendable {
    let generator: VocabularyGenerator

    func register(on routes: RouteGroup) {
        let failures: [Status] = [.badRequest, .conflict, .forbidden, .tooManyRequests, .badGateway, .serviceUnavailable, .gatewayTimeout]
        let options = [.userAndService, .bodyLimit(bytes: 16 * 1_024)] + failures.map { RouteOption.answers($0) }
        let area = routes.group("/api/v1/vocab", alsoAt: ["/api", "/v1"], tags: ["vocabulary"], options: options)
        area.use(ModelErrorRendering())
        area.post("/vocab_generator", summary: "Words on a topic", options: [.deadline(.seconds(60))], generate)
        area.post("/vocab_generator/stream", summary: "The same, each word as soon as it is verified", stream)
    }

    func generate(user: ModelUser, body: Body<VocabularyRequest>) async throws -> GeneratedGroup {
        var words: [GeneratedWord] = []
        try await generator.generate(VocabularyOrder(body.value, for: user)) { words.append($0) }
        return GeneratedGroup(groupName: body.value.topic, words: words)
    }

    func stream(user: ModelUser, body: Body<VocabularyRequest>) async throws -> EventStream {
        let order = VocabularyOrder(body.value, for: user), generator = generator
        return EventStream { events in
            do {
                try await generator.generate(order) { try await events.send(json: $0, event: "word") }
                try await events.send(json: GenerationEnd(groupName: order.topic, wordCount: order.count), event: "done")
            } catch let error as ModelError {
                let answer = error.answer(at: SystemClock().now())
                try await events.send(json: GenerationFailure(type: answer.type, detail: answer.detail), event: "error")
            }
        }
    }
}

extension VocabularyOrder {
    init(_ request: VocabularyRequest, for user: ModelUser) {
        self.init(topic: request.topic, count: request.wordCount, caller: user.caller, requestID: user.requestID)
    }
}
