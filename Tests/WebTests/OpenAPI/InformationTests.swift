import HTTPCore
import JSON
import TestKit
import Testing
import Web

private struct Learned: JSONObject {
    var word: String, count: Int
    static let json = Object("Learned", { Self(word: $0, count: $1) }, Field("word", \.word), Field("count", \.count, default: 1))
}

private struct Missing: JSONObject {
    var hint: String
    static let json = Object("Missing", { Self(hint: $0) }, Field("hint", \.hint))
}

private struct Filter: JSONObject {
    var page: Int, old: String?, trace: Bool
    static let json = Object(
        "Filter", { Self(page: $0, old: $1, trace: $2) }, Field("page", \.page, default: 1), Field("old", \.old, deprecated: true),
        Field("trace", \.trace, default: false, hidden: true))
}

private func document(_ change: (inout OpenAPIInformation) -> Void = { _ in }, _ declare: (inout RouteGroup) -> Void = { _ in }) async throws -> Document {
    var configuration = ApplicationConfiguration()
    change(&configuration.openAPI)
    return try await Document(of: Application(configuration, declare))
}

@Suite struct `The document's words about the API` {
    @Test func `are left out where there are none`() async throws {
        #expect(Document.names(try await document().root) == ["openapi", "info", "paths", "components"])
    }

    @Test func `are where it is served, what tags mean in their order, and more elsewhere`() async throws {
        let document = try await document {
            $0.servers = [APIServer("https://a.test/api", "The first"), APIServer("/")]
            $0.tags = [APITag("z", "Last letter"), APITag("a", externalDocumentation: ExternalDocumentation(url: "https://b.test"))]
            $0.externalDocumentation = ExternalDocumentation(url: "https://c.test", description: "More")
        }
        #expect(document.value("servers") == [["url": "https://a.test/api", "description": "The first"], ["url": "/"]])
        #expect(document.value("tags") == [["name": "z", "description": "Last letter"], ["name": "a", "externalDocs": ["url": "https://b.test"]]])
        #expect(document.value("externalDocs") == ["url": "https://c.test", "description": "More"])
    }

    @Test func `are whom to ask, the licence and the terms`() async throws {
        let document = try await document {
            $0.contact = APIContact(name: "Hanako", email: "hanako@a.test")
            $0.license = APILicense("MIT", identifier: "MIT")
            $0.termsOfService = "https://a.test/terms"
        }
        #expect(document.value("info", "contact") == ["name": "Hanako", "email": "hanako@a.test"])
        #expect(document.value("info", "license") == ["name": "MIT", "identifier": "MIT"])
        #expect(document.value("info", "termsOfService") == "https://a.test/terms")
    }

    @Test func `are how callers authenticate everywhere but where a route is open to all`() async throws {
        let document = try await document {
            $0.security = [SampleRoutes.token]
        } _: { routes in
            routes.get("/closed") { 1 }
            routes.get("/open", options: [.openToAll]) { 1 }
            routes.get("/own") { (visitor: Visitor) in 1 }
        }
        #expect(document.value("security") == [["token": []]])
        #expect(try document.operation("get", "/closed")["security"] == nil)
        #expect(try document.operation("get", "/open")["security"] == [])
        #expect(try document.operation("get", "/own")["security"] == [["key": []]])
        #expect(Document.names(document.value("components", "securitySchemes")) == ["key", "token"])
    }

    @Test func `name operations as they are told, each once`() async throws {
        let document = try await document {
            $0.operationID = { method, _, tags in "\(tags.first ?? "")-\(method.name.lowercased())" }
        } _: { routes in
            let words = routes.group("/words", tags: ["words"])
            words.get("") { 1 }
            words.get("/more") { 1 }
            words.get("/own", options: [.operationID("mine")]) { 1 }
        }
        let names = try ["/words", "/words/more", "/words/own"].map { try document.operation("get", $0)["operationId"] }
        #expect(names == ["words-get", "words-get_2", "mine"])
    }
}

@Suite struct `The document's requests of the service` {
    @Test func `are webhooks with what is sent, as it is written`() async throws {
        let document = try await document { _ in
        } _: { routes in
            routes.post("/learned") { (body: Body<Learned>) in NoContent() }
            routes.webhook("learned", sends: Learned.self, summary: "Learnt", options: [.tags("words"), .bodyExample("cat", Learned(word: "猫", count: 2))])
            routes.webhook("gone", .put, sends: Learned.self, options: [.answers(410), .answers(.ok, json: Missing.self, "Received")])
        }
        let hook = document.value("webhooks", "learned", "post")
        #expect(hook?["summary"] == "Learnt" && hook?["tags"] == ["words"] && hook?["responses"] == ["2XX": ["description": "Received"]])
        #expect(hook?["requestBody"]?.schemaName() == "Learned-Output")
        #expect(hook?["requestBody"]?["content"]?["application/json"]?["examples"] == ["cat": ["value": ["word": "猫", "count": 2]]])
        #expect(Document.names(document.value("webhooks", "gone", "put", "responses")) == ["410", "200"])
        #expect(document.value("webhooks", "gone", "put", "responses", "200")?.schemaName() == "Missing")
    }

    @Test func `are callbacks of the operation that asks for them`() async throws {
        let document = try await document { _ in
        } _: { routes in
            routes.post("/", options: [.callback("done", at: "{$request.body#/url}", sends: Learned.self, summary: "It is done")]) { NoContent() }
        }
        let callback = try document.operation("post", "/")["callbacks"]?["done"]?["{$request.body#/url}"]?["post"]
        #expect(callback?["summary"] == "It is done" && callback?["requestBody"]?.schemaName() == "Learned")
    }
}

@Suite struct `The document's details of a route` {
    private func operation(_ options: RouteOption...) async throws -> JSONFragment {
        try await document { _ in
        } _: { routes in
            routes.post("/", options: options) { (body: Body<Learned>) in body.value }
        }.operation("post", "/")
    }

    @Test func `are named examples of the body and of each answer`() async throws {
        let cat = Learned(word: "猫", count: 2)
        let operation = try await operation(
            .bodyExample("cat", cat, summary: "A cat"), .answerExample("same", cat), .answers(.conflict),
            .answerExample("none", Missing(hint: "h"), status: .conflict))
        let content = operation["requestBody"]?["content"]?["application/json"]
        let example: JSONFragment = ["cat": ["summary": "A cat", "value": ["word": "猫", "count": 2]]]
        #expect(content?["examples"] == example)
        #expect(operation["responses"]?["200"]?["content"]?["application/json"]?["examples"]?["same"]?["value"]?["count"] == 2)
        #expect(operation["responses"]?["409"]?["content"]?["application/json"]?["examples"]?["none"]?["value"] == ["hint": "h"])
    }

    @Test func `are types and header fields of answers`() async throws {
        let operation = try await operation(
            .answers(.notFound, json: Missing.self, "None", fields: [DocumentedField("X-Hint", "What to try")]),
            .answerField(DocumentedField("X-Total", "How many", json: Int.self)))
        let missing = operation["responses"]?["404"]
        #expect(missing?.schemaName() == "Missing" && missing?["description"] == "None")
        #expect(missing?["headers"]?["X-Hint"] == ["description": "What to try", "schema": ["type": "string"]])
        #expect(operation["responses"]?["200"]?["headers"]?["X-Total"]?["schema"] == ["type": "integer", "format": "int64"])
    }

    @Test func `are what an inner declaration says of a status, where an outer one says something too`() async throws {
        let document = try await document { _ in
        } _: { routes in
            routes.group("/a", options: [.answers(.notFound, "Outer")]).get("", options: [.answers(.notFound, "Inner")]) { 1 }
        }
        let responses = try document.operation("get", "/a")["responses"]
        #expect(responses?["404"]?["description"] == "Inner")
        #expect(Document.names(responses).filter { $0 == "404" }.count == 1)
    }

    @Test func `are the success where the handler's type does not say it`() async throws {
        let document = try await document { _ in
        } _: { routes in
            routes.get("/", options: [.answers(.ok, json: Missing.self, "Found")]) { Response(json: Missing(hint: "h")) }
        }
        let success = try document.operation("get", "/")["responses"]?["200"]
        #expect(success?.schemaName() == "Missing" && success?["description"] == "Found")
    }

    @Test func `are where to go next, and more elsewhere`() async throws {
        let operation = try await operation(
            .link("itself", to: "show", ["id": "$response.body#/word"], "The same"), .externalDocumentation("https://a.test", "More"))
        let link: JSONFragment = ["operationId": "show", "parameters": ["id": "$response.body#/word"], "description": "The same"]
        #expect(operation["responses"]?["200"]?["links"] == ["itself": link])
        #expect(operation["externalDocs"] == ["url": "https://a.test", "description": "More"])
    }

    @Test func `are parameters to be left, and none that are hidden`() async throws {
        let document = try await document { _ in
        } _: { routes in
            routes.get("/") { (query: Query<Filter>) in query.value.trace }
        }
        let operation = try document.operation("get", "/")
        #expect(try operation.parameter("old")["deprecated"] == true && operation.parameter("page")["deprecated"] == nil)
        #expect(operation["parameters"]?.arrayValue?.count == 2)
    }

    @Test func `are bodies that may be left out`() async throws {
        let document = try await document { _ in
        } _: { routes in
            routes.post("/body") { (body: Body<Learned>?) in body?.value }
            routes.post("/form") { (form: Form<Learned>?) in form?.value }
        }
        #expect(try document.operation("post", "/body")["requestBody"]?["required"] == false)
        #expect(try document.operation("post", "/form")["requestBody"]?["required"] == false)
    }
}
