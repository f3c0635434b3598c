import HTTPCore
import JSON
import TestKit
import Testing
import Web

@Suite struct `The document's inputs` {
    private func operation(_ method: String, _ path: String) async throws -> JSONFragment {
        try await Document(of: SampleRoutes.application()).operation(method, path)
    }

    @Test func `are parameters with their rules, defaults and titles`() async throws {
        let list = try await operation("get", "/api/v1/words")
        let page: JSONFragment = ["type": "integer", "format": "int64", "minimum": 1, "title": "Page", "default": 1]
        let order: JSONFragment = ["type": "string", "enum": ["asc", "desc"], "title": "Order", "default": "asc"]
        let search: JSONFragment = ["anyOf": [["type": "string", "maxLength": 5], ["type": "null"]], "title": "Search"]
        #expect(try list.parameter("page") == ["name": "page", "in": "query", "required": false, "schema": page])
        #expect(try list.parameter("order") == ["name": "order", "in": "query", "required": false, "schema": order])
        #expect(try list.parameter("search") == ["name": "search", "in": "query", "required": false, "schema": search])
        #expect(list["parameters"]?.arrayValue?.count == 5)
    }

    @Test func `are required where there is neither a default nor an optional`() async throws {
        let replace = try await operation("put", "/api/v1/words/{word_id}")
        #expect(try replace.parameter("dry_run")["required"] == true)
        #expect(try replace.parameter("x-count")["required"] == true && replace.parameter("x-note")["required"] == false)
    }

    @Test func `tell where they are sent`() async throws {
        let replace = try await operation("put", "/api/v1/words/{word_id}")
        #expect(try replace.parameter("word_id")["in"] == "path" && replace.parameter("x-count")["in"] == "header")
        #expect(try replace.parameter("dry_run")["in"] == "query")
        #expect(try await operation("get", "/session").parameter("sid")["in"] == "cookie")
    }

    @Test func `of a path have the rules of their type, and are texts where no input takes them`() async throws {
        let show = try await operation("get", "/api/v1/words/{word_id}")
        #expect(
            try show.parameter("word_id") == [
                "name": "word_id", "in": "path", "required": true, "schema": ["type": "integer", "format": "int64", "minimum": 1],
            ])
        let file = try await operation("get", "/files/{folder}/{path}")
        for name in ["folder", "path"] {
            #expect(try file.parameter(name) == ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]])
        }
    }

    @Test func `are named once when two of them take the same parameter`() async throws {
        let app = Application { $0.get("/") { (first: Query<DryRun>, second: Query<DryRun>) in second.value } }
        #expect(try await Document(of: app).operation("get", "/")["parameters"]?.arrayValue?.count == 1)
    }

    @Test func `are a body of a named schema, which may be absent where it is optional`() async throws {
        let create = try #require(try await operation("post", "/api/v1/words")["requestBody"])
        #expect(create["required"] == true && create.schemaName() == "Word-Input")
        let search = try #require(try await operation("post", "/search")["requestBody"])
        let choices: JSONFragment = [["$ref": "#/components/schemas/Vocabulary-Input"], ["type": "null"]]
        #expect(search["required"] == false && search["content"]?["application/json"]?["schema"]?["anyOf"] == choices)
    }

    @Test func `of a route without any are left out`() async throws {
        let raw = try await operation("get", "/raw")
        #expect(raw["parameters"] == nil && raw["requestBody"] == nil)
    }
}

@Suite struct `The document's schemas` {
    private struct Twin: JSONObject {
        var id: Int
        static let json = Object("Session", { Self(id: $0) }, Field("id", \.id))
    }

    @Test func `are components that other schemas refer to`() async throws {
        let document = try await Document(of: SampleRoutes.application())
        #expect(
            Document.names(document.value("components", "schemas")) == [
                "Error", "HTTPValidationError", "Parts-Input", "Parts-Output", "Session", "ValidationError", "Vocabulary-Input", "Vocabulary-Output",
                "Word-Input", "Word-Output",
                "WordReference",
            ])
        #expect(document.value("components", "schemas", "Word-Input", "properties", "parts", "$ref") == "#/components/schemas/Parts-Input")
        #expect(document.value("components", "schemas", "Word-Input", "required") == ["japanese", "parts"])
        #expect(document.value("components", "schemas", "Vocabulary-Input", "properties", "topic", "examples") == ["Weather"])
    }

    @Test func `of two types with the same name are told apart`() async throws {
        let app = Application { routes in
            routes.post("/one") { (body: Body<Session>) in body.value }
            routes.post("/two") { (body: Body<Twin>) in body.value }
        }
        let document = try await Document(of: app)
        #expect(try document.operation("post", "/one")["requestBody"]?.schemaName() == "Session")
        #expect(try document.operation("post", "/two")["requestBody"]?.schemaName() == "Session_2")
        #expect(document.value("components", "schemas", "Session_2", "properties", "id", "type") == "integer")
    }
}
