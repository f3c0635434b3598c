import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

/// Greets by the name the application was given.
private struct Greeter: RequestInput {
    var name: String
    static func resolve(in context: RequestContext) async throws -> Greeter {
        Greeter(name: context.provided(String.self))
    }
    static func describe(in operation: inout Operation) { operation.requires(String.self) }
}

/// Depends on a greeter, and is made each time.
private struct Greeting: RequestInput {
    var text: String
    static var isKeptPerRequest: Bool { false }
    static func resolve(in context: RequestContext) async throws -> Greeting { Greeting(text: "Hello, \(try await context.resolve(Greeter.self).name)") }
}

@Suite struct `An application with overrides` {
    private let original = Application { routes in
        routes.provide("Hanako")
        routes.get("/greeter") { (greeter: Greeter) in Text(greeter.name) }
        routes.get("/greeting") { (greeting: Greeting) in Text(greeting.text) }
        routes.get("/words/{word_id}") { (path: Path<WordID>) in Text("\(path.value.rawValue)") }
        routes.get("/member") { (member: Contributor) in member.granted }
        routes.get("/maybe") { (member: Contributor?) in member?.granted }
        routes.group("/guarded", options: [.requires(Contributor.self)]).get("") { () in NoContent() }
    }

    private func text(_ application: Application, _ target: String) async throws -> String { try await TestClient(application).get(target).text }

    @Test func `makes an input otherwise, for handlers and for inputs that depend on it`() async throws {
        let changed = original.overriding(Greeter.self) { _ in Greeter(name: "Taro") }
        #expect(try await text(changed, "/greeter") == "Taro")
        #expect(try await text(changed, "/greeting") == "Hello, Taro")
    }

    @Test func `leaves the original and its other copies as they are`() async throws {
        let copies = ["Taro", "Jiro"].map { name in original.overriding(Greeter.self) { _ in Greeter(name: name) } }
        #expect(try await text(original, "/greeter") == "Hanako")
        #expect(try await text(copies[0], "/greeter") == "Taro")
        #expect(try await text(copies[1], "/greeter") == "Jiro")
    }

    @Test func `overrides inputs that only parse, and several at once`() async throws {
        let changed = original.overriding(Path<WordID>.self) { _ in Path(WordID(rawValue: 7)) }
            .overriding(Greeting.self) { context in Greeting(text: "Bye, \(try await context.resolve(Greeter.self).name)") }
            .overriding(Greeter.self) { _ in Greeter(name: "Taro") }
        #expect(try await text(changed, "/words/x") == "7")
        #expect(try await text(changed, "/greeting") == "Bye, Taro")
    }

    @Test func `may ask for the original`() async throws {
        let changed = original.overriding(Greeter.self) { context in Greeter(name: try await Greeter.resolve(in: context).name + "-san") }
        #expect(try await text(changed, "/greeter") == "Hanako-san")
    }

    @Test func `makes what is kept per request once`() async throws {
        let journal = Journal()
        let changed = original.overriding(Contributor.self) { _ in
            journal.add("made")
            return Contributor(granted: [])
        }
        #expect(try await TestClient(changed).get("/member").status == .ok)
        #expect(journal.events == ["made"])
    }

    @Test func `signs in whom it wants: as a parameter, an optional one and a guard`() async throws {
        let changed = original.overriding(Contributor.self) { _ in Contributor(granted: ["words:read"]) }
        #expect(try await text(changed, "/member") == #"["words:read"]"#)
        #expect(try await text(changed, "/maybe") == #"["words:read"]"#)
        #expect(try await TestClient(changed).get("/guarded").status == .noContent)
        #expect(try await TestClient(original).get("/guarded").status == .unauthorized)
    }

    @Test func `may show nobody where a credential is optional`() async throws {
        let changed = original.overriding(Contributor?.self) { _ in nil }
        let headers: Fields = [.authorization: "Bearer words.read"]
        #expect(try await TestClient(changed, headers: headers).get("/maybe").text == "null")
        #expect(try await TestClient(changed, headers: headers).get("/member").status == .ok)
    }

    @Test func `fails as the override fails`() async throws {
        let changed = original.overriding(Greeter.self) { _ in throw HTTPError.conflict("away", "Come back tomorrow.") }
        #expect(try await TestClient(changed).get("/greeting").status == .conflict)
    }

    @Test func `gives inputs other values`() async throws {
        let changed = original.providing("Saburo")
        #expect(try await text(changed, "/greeting") == "Hello, Saburo")
        #expect(try await text(original, "/greeting") == "Hello, Hanako")
        let both = changed.overriding(Greeting.self) { context in Greeting(text: context.provided(String.self)) }
        #expect(try await text(both, "/greeting") == "Saburo")
        #expect(try await text(both.providing("Shiro"), "/greeting") == "Shiro")
    }

    @Test func `has the original's documentation`() async throws {
        let changed = original.overriding(Contributor.self) { _ in Contributor(granted: []) }
        #expect(try await text(changed, "/openapi.json") == text(original, "/openapi.json"))
    }

    @Test func `works over a socket`() async throws {
        let changed = original.overriding(Greeter.self) { _ in Greeter(name: "Taro") }
        #expect(try await TestClient.with(changed, over: .socket) { try await $0.get("/greeting").text } == "Hello, Taro")
    }
}
