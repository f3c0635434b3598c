import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

struct Note: JSONObject, Equatable {
    var id: Int, text: String
    static let json = Object("Note", { Self(id: $0, text: $1) }, Field("id", \.id), Field("text", \.text))
}

struct NoteRoutes: Sendable {
    let index: @Sendable (Note) async -> Void

    func register(on routes: RouteGroup) {
        routes.post("/notes", create)
        routes.put("/notes", status: .accepted) { (body: Body<Note>) in body.value }
        routes.get("/notes") { () in Reply([Note(id: 7, text: "猫")], fields: [.cacheControl: "private, max-age=60"]) }
        routes.get("/notes/latest") { () in Redirect(to: "/notes/7") }
        routes.delete("/notes") { () in NoContent() }
    }

    func create(body: Body<Note>, context: RequestContext) async throws -> Created<Note> {
        let note = body.value
        context.setCookie(try SetCookie("last-note", "\(note.id)", lifetime: .seconds(3_600)))
        try context.afterResponse { await index(note) }
        return Created(note, location: "/notes/\(note.id)")
    }
}

// MARK: - Tests

@Suite struct `Answers in the guide` {
    private let indexed = Lock<[Note]>([])

    private var client: TestClient {
        TestClient(Application { [indexed] routes in NoteRoutes(index: { note in indexed.withLock { $0.append(note) } }).register(on: routes) })
    }

    @Test func `have status, fields and cookies, and leave work behind`() async throws {
        let answer = try await client.post("/notes", json: #"{"id": 7, "text": "猫"}"#)
        #expect(answer.status == .created && answer.text == #"{"id":7,"text":"猫"}"# && answer[.location] == "/notes/7")
        #expect(answer[.setCookie] == "last-note=7; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax")
        #expect(indexed.withLock { $0 } == [Note(id: 7, text: "猫")])
    }

    @Test func `are what the route declares or the handler says`() async throws {
        #expect(try await client.put("/notes", json: #"{"id": 7, "text": "猫"}"#).status == .accepted)
        #expect(try await client.get("/notes")[.cacheControl] == "private, max-age=60")
        let redirect = try await client.get("/notes/latest")
        #expect(redirect.status == 307 && redirect[.location] == "/notes/7")
        #expect(try await client.delete("/notes").status == .noContent)
    }

    @Test func `are documented by their types`() async throws {
        let path = try await client.get("/openapi.json").json["paths"]?["/notes"]
        #expect(path?["post"]?["responses"]?["201"]?["content"]?["application/json"]?["schema"] == ["$ref": "#/components/schemas/Note"])
        #expect(path?["put"]?["responses"]?["202"] != nil && path?["delete"]?["responses"]?["204"] != nil)
    }
}
