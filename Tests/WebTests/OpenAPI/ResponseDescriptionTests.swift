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
        ("get", "/api/v1/words", ["200", "400", "422", "500", "503"]),
        ("post", "/api/v1/words", ["201", "400", "401", "408", "409", "413", "422", "500", "503"]),
        ("get", "/api/v1/words/{word_id}", ["200", "400", "401", "404", "422", "500", "503"]),
        ("put", "/api/v1/words/{word_id}", ["200", "400", "408", "413", "422", "500", "503"]),
        ("delete", "/api/v1/words/{word_id}", ["204", "400", "401", "422", "500", "503"]),
        ("get", "/files/{folder}/{path}", ["200", "400", "500", "503"]), ("get", "/session", ["200", "422", "500", "503"]),
        ("get", "/page", ["200", "500", "503"]), ("get", "/raw", ["202", "500", "503"]),
    ])
    func `are the success, what is declared and what the inputs may cause`(method: String, path: String, statuses: [String]) async throws {
        #expect(Document.names(try await responses(method, path)) == statuses)
    }

    @Test func `of success have the content of what the handler returns`() async throws {
        #expect(try await responses("post", "/api/v1/words")["201"]?.schemaName() == "Word-Output")
        #expect(try await responses("put", "/api/v1/words/{word_id}")["200"]?.schemaName() == "WordReference")
        let list = try await responses("get", "/api/v1/words")["200"]?["content"]?["application/json"]?["schema"]
        #expect(list?["type"] == "array" && list?["items"] == ["$ref": "#/components/schemas/Word-Output"])
        #expect(Document.names(try await responses("get", "/page")["200"]?["content"]) == ["text/html"])
        #expect(Document.names(try await responses("get", "/files/{folder}/{path}")["200"]?["content"]) == ["text/plain"])
    }

    @Test func `without content say so`() async throws {
        #expect(try await responses("delete", "/api/v1/words/{word_id}")["204"] == ["description": "No Content"])
        #expect(try await responses("get", "/raw")["202"] == ["description": "Accepted"])
    }

    @Test func `of failure have the shape they are sent in`() async throws {
        let show = try await responses("get", "/api/v1/words/{word_id}")
        for status in ["400", "401", "404", "500", "503"] { #expect(show[status]?.schemaName() == "Error", "\(status)") }
        #expect(show["422"]?.schemaName() == "HTTPValidationError")
        #expect(show["404"]?["description"] == "No such word")
        #expect(try await responses("post", "/api/v1/words")["409"]?["description"] == "Conflict")
    }

    @Test func `tell of the field that says what to do`() async throws {
        let create = try await responses("post", "/api/v1/words")
        #expect(Document.names(create["401"]?["headers"]) == ["WWW-Authenticate"] && Document.names(create["503"]?["headers"]) == ["Retry-After"])
        #expect(create["503"]?["headers"]?["Retry-After"]?["schema"] == ["type": "string"])
        for status in ["201", "400", "409", "413", "422", "500"] { #expect(create[status]?["headers"] == nil, "\(status)") }
    }

    @Test(arguments: [
        ("GET", "/api/v1/words?page=%zz", ""), ("GET", "/api/v1/words?page=0", ""), ("GET", "/api/v1/words/%FF", ""), ("GET", "/api/v1/words/7", ""),
        ("POST", "/api/v1/words", "{}"), ("PUT", "/api/v1/words/7", "{}"), ("DELETE", "/api/v1/words/x", ""), ("GET", "/files/a/%FF", ""),
        ("GET", "/session", ""),
        ("POST", "/search", "["),
    ])
    func `that a bad request gets are listed`(method: String, target: String, body: String) async throws {
        let app = SampleRoutes.application(), document = try await Document(of: app)
        let status = try await TestClient(app).send(HTTPCore.Method(method), target, json: body.isEmpty ? nil : body).status
        let path = target.prefix { $0 != "?" }, segments = path.split(separator: "/").count
        let template = try #require(
            document.operations.first {
                $0.hasPrefix(method.lowercased() + " ") && $0.split(separator: "/").count == segments + 1 && $0.contains(path.split(separator: "/")[0])
            }?.split(separator: " ").last)
        #expect(status.code >= 400)
        #expect(try document.operation(method.lowercased(), String(template))["responses"]?[String(status.code)] != nil, "\(status)")
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
