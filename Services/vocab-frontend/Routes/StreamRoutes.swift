import Contracts
import DesignSystem
import HTTPCore
import JSON
import Platform
import SignIn
import Web

/// Words for our script, one by one: events `word` with a word and its card, `done`, or `error`. What is refused before the first word is a plain answer with a
/// status and a sentence in the page's language.
struct StreamRoutes: Sendable {
    let sessions: LearnerSessions
    let words: WordSource

    func register(on routes: RouteGroup) {
        let pages: RouteGroup = routes.group(options: [.hidden, .bodyLimit(bytes: 16_384)])
        pages.post("/words/stream", stream)
    }

    func stream(visitor: PageVisitor, form: Form<OrderForm>, context: RequestContext) async throws -> EventStream {
        let language = visitor.language
        do throws(Trouble) {
            let session = try sessions.learner(visitor)
            let order = try form.value.order()
            let stream = try await words.stream(order, as: try await sessions.caller(session, in: context))
            let logger = context.application.configuration.logger, requestID = context.id
            return EventStream { events in
                guard let trouble = try await Self.send(stream, in: language, to: events) else { return }
                logger.warning("words.ended") { line in
                    line.field("request_id", requestID)
                    line.field("type", trouble.type)
                }
            }
        } catch {
            throw error.httpError(language)
        }
    }

    /// Gives what ended it before its time.
    private static func send(_ words: WordStream, in language: Language, to events: EventWriter) async throws -> Trouble? {
        var words = words
        do {
            while let word = try await words.next() {
                try await events.send(json: WordArrival(word: word, card: WordCard(word: word, language: language).markup.text), event: "word")
            }
            try await events.send("{}", event: "done")
            return nil
        } catch let trouble as Trouble {
            try await events.send(json: TroubleEvent(trouble, language), event: "error")
            return trouble
        }
    }
}

/// A word, and how the page shows it.
struct WordArrival: JSONObject {
    var word: GeneratedWord
    var card: String

    static let json = Object("WordArrival", { Self(word: $0, card: $1) }, Field("word", \.word), Field("card", \.card))
}

/// What ended a stream before its time.
struct TroubleEvent: JSONObject, Equatable {
    var type: String
    var detail: String

    static let json = Object("TroubleEvent", { TroubleEvent(type: $0, detail: $1) }, Field("type", \.type), Field("detail", \.detail))
}

extension TroubleEvent {
    init(_ trouble: Trouble, _ language: Language) { self.init(type: trouble.type, detail: trouble.words(language).text) }
}

extension Trouble {
    /// For scripts.
    func httpError(_ language: Language) -> HTTPError {
        HTTPError(status, type: type, detail: words(language).text, fields: seconds.map { [.retryAfter: String($0)] } ?? Fields())
    }
}
