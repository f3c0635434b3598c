import HTTPCore
import JSON
import TestKit
import Testing
import Web

@Suite struct `The document's answers` {
    private func responses(_ method: String, _ path: String) async throws -> JSONFragment {
        try #require(try await Document(of: SampleRoutes.application()).operation(method, path)["responses"])
    }

    @Test(arguments: [
        ("get", "/api/v1/words", ["200", "422", "503", "default"]),
        ("post", "/api/v1/words", ["201", "401", "409", "413", "422", "503", "default"]),
        ("get", "/api/v1/words/{word_id}", ["200", "401", "404", "422", "503", "default"]),
        ("put", "/api/v1/words/{word_id}", ["200", "413", "422", "503", "default"]),
        ("delete", "/api/v1/words/{word_id}", ["204", "401", "422", "503", "default"]),
        ("get", "/page", ["200", "503", "default"]), ("get", "/raw", ["202", "503", "default"]),
    ])
    func `are the success, what is declared and what the inputs may cause`(method: String, path: String, statuses: [String]) async throws {
        #expect(Document.names(try await responses(method, path)) == statuses)
    }

    @Test func `of success have the content of what the handler returns`() async throws {
        #expect(try await responses("post", "/api/v1/words")["201"]?.schemaName() == "Word")
        #expect(try await responses("put", "/api/v1/words/{word_id}")["200"]?.schemaName() == "WordReference")
        let list = try await responses("get", "/api/v1/words")["200"]?["content"]?["application/json"]?["schema"]
        #expect(list?["type"] == "array" && list?["items"] == ["$ref": "#/components/schemas/Word"])
        #expect(Document.names(try await responses("get", "/page")["200"]?["content"]) == ["text/html"])
        #expect(Document.names(try await responses("get", "/files/{folder}/{path}")["200"]?["content"]) == ["text/plain"])
    }

    @Test func `without content say so`() async throws {
        #expect(try await responses("delete", "/api/v1/words/{word_id}")["204"] == ["description": "No Content"])
        #expect(try await responses("get", "/raw")["202"] == ["description": "Accepted"])
    }

    @Test func `of failure have the shape they are sent in`() async throws {
        let show = try await responses("get", "/api/v1/words/{word_id}")
        for status in ["401", "404", "503", "default"] { #expect(show[status]?.schemaName() == "Error", "\(status)") }
        #expect(show["422"]?.schemaName() == "HTTPValidationError")
        #expect(show["404"]?["description"] == "No such word")
        #expect(try await responses("post", "/api/v1/words")["409"]?["description"] == "Conflict")
    }

    @Test func `that are sent have the members their schema requires`() async throws {
        let app = SampleRoutes.application(), document = try await Document(of: app)
        let refused = try JSON.parse(try await TestClient(app).get("/api/v1/words/7").body)
        #expect(Document.names(refused) == document.value("components", "schemas", "Error", "required")?.arrayValue?.compactMap(\.stringValue))
        let invalid = try JSON.parse(try await TestClient(app).get("/api/v1/words?page=0").body)
        let problem = try #require(invalid["detail"]?[0])
        for name in document.value("components", "schemas", "ValidationError", "required")?.arrayValue ?? [] {
            #expect(problem[try #require(name.stringValue)] != nil)
        }
    }
}
