import HTTPCore
import JSON
import TestKit
import Testing
import Web

private struct SignIn: JSONObject {
    var user: String, password: String
    static let json = Object(
        "SignIn", { Self(user: $0, password: $1) }, Field("user", \.user), Field("password", \.password, .length(8...), secret: true),
        unknownFields: .refuse)
}

private let application = Application { routes in
    routes.post("/form") { (form: Form<Sheet>) in form.value }
    routes.post("/sign-in") { (form: Form<SignIn>) in Text(form.value.user) }
    routes.post("/small", options: [.bodyLimit(bytes: 7)]) { (form: Form<Sheet>) in form.value }
}
private let client = TestClient(application)
private let formType = "application/x-www-form-urlencoded"

private func send(_ body: String, to path: String = "/form", type: String? = formType) async throws -> TestResponse {
    try await client.send(.post, path, headers: type.map { [.contentType: $0] } ?? [:], body: .buffered(Array(body.utf8)))
}

@Suite struct `A form` {
    @Test(arguments: [
        ("name=ab", #"{"name":"ab","count":5,"tags":[],"note":null}"#), ("name=a%20b+c&note=", #"{"name":"a b c","count":5,"tags":[],"note":null}"#),
        ("name=a&count=7&name=bc", #"{"name":"bc","count":7,"tags":[],"note":null}"#),
        ("tags=x&name=%E8%8A%B1%E5%AD%90&tags=", #"{"name":"花子","count":5,"tags":["x",""],"note":null}"#),
        ("name=ab&count=&other=1", #"{"name":"ab","count":5,"tags":[],"note":null}"#),
    ])
    func `is decoded, its last value counts, lists take all, and an empty value is an absent one`(body: String, answer: String) async throws {
        let text = try await send(body).text
        #expect(text == answer)
    }

    @Test(arguments: ["\(formType); charset=utf-8", "APPLICATION/X-www-form-urlencoded ;x=y"]) func `is known by its type`(type: String) async throws {
        #expect(try await send("name=ab", type: type).status == .ok)
    }

    @Test(arguments: [nil, "text/plain", "application/json", "\(formType)2", ";", "\(formType); =x"])
    func `of another type has no fields`(type: String?) async throws {
        let response = try await send("name=ab", type: type)
        #expect(try problemPlaces(response) == [["body", "name"]])
        #expect(response.text.contains(#""input":{}"#))
    }

    @Test func `tells every problem, with its values beside a missing one`() async throws {
        let response = try await send("count=0&other=1&tags=a&tags=b&tags=c")
        #expect(try problemPlaces(response) == [["body", "name"], ["body", "count"], ["body", "tags"]])
        #expect(response.text.contains(#""input":{"count":"0","tags":["a","b","c"],"other":"1"}"#))
    }

    @Test func `with a field nobody declared is refused where that is declared, and no secret is echoed`() async throws {
        let response = try await send("user=u&password=hunter2&passwrod=hunter22&passwrod=x", to: "/sign-in")
        #expect(try problemPlaces(response) == [["body", "password"], ["body", "passwrod"]])
        #expect(!response.text.contains("hunter"))
        #expect(try await send("user=u&password=hunter22", to: "/sign-in").text == "u")
    }

    @Test(arguments: ["name=%", "%4=x", "name=%ff", "name=ab&other=%C3"]) func `with a broken encoding is 400`(body: String) async throws {
        let response = try await send(body)
        #expect(response.status == .badRequest && response.text.contains(#""type":"bad-form""#))
    }

    @Test func `has at most 1,000 pairs, and just the route's limit of bytes`() async throws {
        #expect(try await send(String(repeating: "a&", count: 999) + "name=ab").status == .ok)
        let response = try await send(String(repeating: "a&", count: 1_000) + "name=ab")
        #expect(response.status == .badRequest && response.text.contains("at most 1000"))
        #expect(try await send("name=ab", to: "/small").status == .ok)
        #expect(try await send("name=abc", to: "/small").status == .contentTooLarge)
    }

    @Test func `that is long is judged like a short one`() async throws {
        let long = String(repeating: "x", count: 40_000)
        #expect(try await send("name=\(long)").text.contains(long))
        #expect(try problemPlaces(try await send("name=\(long)&count=0")) == [["body", "count"]])
        #expect(try await send("name=\(long)&count=%").status == .badRequest)
    }

    @Test func `is documented with its type, rules and possible answers`() async throws {
        let document = try await Document(of: application)
        let operation = try document.operation("post", "/form")
        #expect(operation["requestBody"]?["required"] == true && operation["requestBody"]?.schemaName(formType) == "Sheet-Input")
        #expect(document.value("components", "schemas", "Sheet-Input", "properties", "count", "maximum") == 9)
        #expect(["400", "408", "413", "422"].allSatisfy { operation["responses"]?[$0] != nil })
    }
}
