import Glibc
import HTTPCore
import JSON
import TestKit
import Testing
import Web

@Suite struct `The document of an application` {
    private func document() async throws -> Document { try await Document(of: SampleRoutes.application()) }

    @Test func `says which version of OpenAPI it is and what it describes`() async throws {
        let document = try await document()
        #expect(document.value("openapi") == "3.1.0")
        #expect(document.value("info") == ["title": "Words & more", "version": "2.1.0", "description": "Everything a document can say."])
    }

    @Test func `lists each declaration once, at its first path, and neither aliases nor what is hidden`() async throws {
        #expect(
            try await document().operations == [
                "get /api/v1/words", "post /api/v1/words", "get /api/v1/words/{word_id}", "put /api/v1/words/{word_id}", "delete /api/v1/words/{word_id}",
                "post /search", "get /session", "get /files/{folder}/{path}", "delete /files/{folder}/{path}",
                "get /api/v1/words/{word_id}/stats", "get /page", "get /raw",
            ])
    }

    @Test(arguments: ["/api/v1/words/7", "/api/words/7", "/api/v1/words/by-id/7", "/api/words/by-id/7"])
    func `does not list an alias that is served all the same`(path: String) async throws {
        #expect(try await TestClient(SampleRoutes.application(), headers: ["X-Api-Key": "hanako"]).get(path).text == #"{"word_id":7}"#)
    }

    @Test func `names each operation as declared, else after its method and path`() async throws {
        let document = try await document()
        #expect(try document.operation("post", "/api/v1/words")["operationId"] == "addWord")
        #expect(try document.operation("get", "/api/v1/words/{word_id}")["operationId"] == "get_api_v1_words_word_id")
    }

    @Test func `numbers the names that would be equal`() async throws {
        let app = Application { routes in for path in ["/a/b", "/a-b", "/a.b"] { routes.get(path) { () in NoContent() } } }
        let document = try await Document(of: app)
        let names = try ["/a/b", "/a-b", "/a.b"].map { try document.operation("get", $0)["operationId"]?.stringValue }
        #expect(names == ["get_a_b", "get_a_b_2", "get_a_b_3"])
    }

    @Test func `gives an operation its group's tags, its own, summary, description and deprecation`() async throws {
        let document = try await document()
        let create = try document.operation("post", "/api/v1/words"), replace = try document.operation("put", "/api/v1/words/{word_id}")
        #expect(create["tags"] == ["words"] && create["summary"] == "Add a word" && create["description"] == "A *new* word." && create["deprecated"] == nil)
        #expect(replace["tags"] == ["words", "writing"] && replace["summary"] == nil && replace["deprecated"] == true)
        #expect(try document.operation("get", "/raw")["tags"] == nil)
        #expect(try document.operation("get", "/api/v1/words/{word_id}/stats")["tags"] == ["words", "progress"])
    }

    @Test func `tells which credential an operation takes, each sufficient, and nothing where none is needed`() async throws {
        let document = try await document()
        #expect(try document.operation("get", "/api/v1/words/{word_id}")["security"] == [["key": []]])
        #expect(try document.operation("delete", "/api/v1/words/{word_id}")["security"] == [["session": []], ["token": []]])
        #expect(try document.operation("get", "/api/v1/words")["security"] == nil)
        #expect(
            document.value("components", "securitySchemes") == [
                "key": ["type": "apiKey", "in": "header", "name": "X-Api-Key"], "session": ["type": "apiKey", "in": "cookie", "name": "sid"],
                "token": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"],
            ])
    }

    @Test func `of an application without credentials has no schemes`() async throws {
        #expect(try await Document(of: Application { _ in }).value("components", "securitySchemes") == nil)
    }

    @Test func `is valid, says an independent validator of the same document`() async throws {
        // Tests/EndToEnd/test_openapi.py gives the recorded document to openapi-spec-validator. After a change on purpose: RECORD=1 swift test --filter WebTests.
        let rendered = try await TestClient(SampleRoutes.application()).get("/openapi.json").text + "\n"
        if getenv("RECORD") != nil { write(rendered, to: "../Peers/openapi_sample.json") }
        #expect(String(decoding: fileBytes("../Peers/openapi_sample.json"), as: UTF8.self) == rendered)
    }
}
