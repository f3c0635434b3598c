import HTTPCore
import JSON
import TestKit
import Testing
import Web

func documented(swaggerUI: String?) -> Application {
    var configuration = ApplicationConfiguration()
    configuration.title = "Notes"
    configuration.version = "2.0.0"
    configuration.openAPI.servers = [APIServer("https://api.example")]
    configuration.openAPI.tags = [APITag("notes", "What learners write down.")]
    configuration.documentation = DocumentationConfiguration(assetDirectory: swaggerUI)
    return Application(configuration) { routes in
        let notes = routes.group("/notes", tags: ["notes"])
        notes.get(
            "", summary: "The notes of today",
            options: [.operationID("listNotes"), .description("Newest first."), .answers(.notFound, "There is none"), .deprecated]
        ) { () in [Note(id: 7, text: "猫")] }
        notes.post("", options: [.bodyExample("cat", Note(id: 7, text: "猫"))]) { (body: Body<Note>) in Created(body.value) }
        notes.get("/health", options: [.hidden]) { () in NoContent() }
        routes.webhook("note-written", sends: Note.self, summary: "Somebody has written a note")
    }
}

// MARK: - Tests

@Suite struct `Documentation in the guide` {
    @Test func `says what the routes say`() async throws {
        let document = try await TestClient(documented(swaggerUI: nil)).get("/openapi.json").json
        #expect(document["info"]?["title"] == "Notes" && document["servers"]?[0]?["url"] == "https://api.example")
        let operation = try #require(document["paths"]?["/notes"]?["get"])
        #expect(operation["operationId"] == "listNotes" && operation["deprecated"] == true && operation["tags"] == ["notes"])
        #expect(operation["responses"]?["404"]?["description"] == "There is none")
        #expect(document["paths"]?["/notes"]?["post"]?["requestBody"]?["content"]?["application/json"]?["examples"]?["cat"]?["value"]?["text"] == "猫")
        #expect(document["paths"]?["/notes/health"] == nil && document["webhooks"]?["note-written"] != nil)
    }

    @Test func `is a page to read, and one to try where Swagger UI lies`() async throws {
        let folder = TemporaryFolder()
        for name in ["swagger-ui.css", "swagger-ui-bundle.js"] { folder.write("/* \(name) */", to: name) }
        #expect(try await TestClient(documented(swaggerUI: nil)).get("/redoc").status == .ok)
        #expect(try await TestClient(documented(swaggerUI: nil)).get("/docs").status == .notFound)
        #expect(try await TestClient(documented(swaggerUI: folder.path)).get("/docs").text.contains("swagger-ui-bundle.js"))
    }
}
