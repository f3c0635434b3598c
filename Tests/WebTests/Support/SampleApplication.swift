import HTTPCore
import JSON
import TestKit
import Web

/// A caller with a key in a header; the simplest credential there is.
struct Visitor: RequestInput {
    var name: String
    static var isCredential: Bool { true }

    static func resolve(in context: RequestContext) async throws -> Visitor {
        guard let name = context.request.fields["X-Api-Key"] else { throw HTTPError.unauthorized(challenge: "Key") }
        return Visitor(name: name)
    }

    static func describe(in operation: inout Operation) { operation.authenticate(SecurityScheme("key", .header("X-Api-Key"))) }
}

struct Session: JSONObject {
    var id: String
    static let json = Object("Session", { Self(id: $0) }, Field("sid", \.id))
}

/// One route for each thing a document can say.
struct SampleRoutes: Sendable {
    static let session = SecurityScheme("session", .cookie("sid"))
    static let token = SecurityScheme("token", .bearer(format: "JWT"))

    func register(on routes: RouteGroup) {
        let words = routes.group("/api/v1/words", alsoAt: ["/api/words"], tags: ["words"])
        words.get("", summary: "The words, a page at a time", list)
        words.get("/{word_id}", summary: "One word", options: [.alias("/by-id/{word_id}"), .answers(.notFound, "No such word")], show)
        words.post("", summary: "Add a word", options: [.operationID("addWord"), .description("A *new* word."), .answers(.conflict)], create)
        words.put("/{word_id}", options: [.tags("writing"), .deprecated], replace)
        words.delete("/{word_id}", options: [.security(Self.session), .security(Self.token)], delete)
        routes.post("/search") { (body: Body<VocabularyRequest?>) in body.value }
        routes.get("/session") { (cookie: Cookie<Session>) in cookie.value }
        routes.get("/files/{folder}/{path...}") { (context: RequestContext) in Text(try context.parameter("path")) }
        routes.delete("/files/{folder}/{path...}") { () in NoContent() }
        words.group("/{word_id}/stats", tags: ["progress"]).get("") { (path: Path<WordID>) in 7 }
        routes.get("/page") { () in HTML("<p>") }
        routes.get("/raw", status: .accepted) { () in Response() }
        routes.get("/hidden", options: [.hidden]) { () in NoContent() }
    }

    func list(query: Query<WordList>) async throws -> [WordRequest] { [] }
    func show(path: Path<WordID>, visitor: Visitor) async throws -> WordReference { WordReference(id: path.value) }
    func create(visitor: Visitor, body: Body<WordRequest>) async throws -> Created<WordRequest> { Created(body.value, location: "/words/7") }
    func delete(path: Path<WordID>) async throws -> NoContent { NoContent() }

    func replace(path: Path<WordID>, header: Header<CountHeaders>, query: Query<DryRun>, body: Body<WordRequest>) async throws -> Reply<WordReference> {
        Reply(WordReference(id: path.value))
    }

    /// The application with these routes and a title that needs escaping.
    static func application(_ change: (inout ApplicationConfiguration) -> Void = { _ in }) -> Application {
        var configuration = ApplicationConfiguration()
        configuration.title = "Words & more"
        configuration.version = "2.1.0"
        configuration.summary = "Everything a document can say."
        change(&configuration)
        return Application(configuration) { SampleRoutes().register(on: $0) }
    }
}
