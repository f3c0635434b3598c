import HTTPCore
import JSON
import TestKit
import Testing
import Web

@Suite struct `Scopes` {
    private let client = TestClient(
        Application { routes in
            let words = routes.group("/words", options: [.requires(Contributor.self, scopes: ["words:read"])])
            words.get("") { (context: RequestContext) in context.requiredScopes(of: CodeFlow.scheme) }
            words.post("", options: [.requires(Contributor.self, scopes: ["words:write", "words:read"])]) { (context: RequestContext) in
                context.requiredScopes(of: CodeFlow.scheme)
            }
            words.put("") { (editor: Editor) in editor.member.granted }
            routes.get("/me") { (member: Contributor) in member.granted }
            routes.get("/maybe", options: [.requires(Contributor?.self, scopes: ["words:read"])]) { (member: Contributor?) in member?.granted }
        })

    private func send(_ method: HTTPCore.Method, _ target: String, _ token: String?) async throws -> TestResponse {
        var headers = Fields()
        if let token { headers.append(.authorization, "Bearer \(token)") }
        return try await client.send(method, target, headers: headers)
    }

    @Test func `of groups, routes and inputs add up, once each, and inputs can read them`() async throws {
        #expect(try await send(.get, "/words", "words.read").text == #"["words:read"]"#)
        #expect(try await send(.post, "/words", "words.write+words.read").text == #"["words:read","words:write"]"#)
        #expect(try await send(.put, "/words", "words.write+words.read").status == .ok)
        #expect(try await send(.get, "/me", "nothing").status == .ok)
    }

    @Test(arguments: [
        (HTTPCore.Method.get, "/words", "words.write", "words:read"), (.post, "/words", "words.read", "words:read words:write"),
        (.put, "/words", "words.read", "words:read words:write"), (.get, "/maybe", "words.write", "words:read"),
    ])
    func `that are lacking are told with 403 (RFC 6750 §3.1)`(method: HTTPCore.Method, target: String, token: String, scopes: String) async throws {
        let response = try await send(method, target, token)
        #expect(response.status == .forbidden && response[.cacheControl] == "no-store")
        #expect(response.fields.all(.wwwAuthenticate) == [#"Bearer error="insufficient_scope", scope="\#(scopes)""#])
        #expect(response.text.contains(#""type":"insufficient-scope""#))
    }

    @Test func `are nothing to who shows no credential`() async throws {
        let response = try await send(.get, "/words", nil)
        #expect(response.status == .unauthorized && response.fields.all(.wwwAuthenticate) == ["Bearer"])
        #expect(try await send(.get, "/maybe", nil).text == "null")
    }

    @Test func `that a scheme does not know, or of an input that authenticates nobody, trap at start-up`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/", options: [.requires(Contributor.self, scopes: ["words:sell"])]) { () in NoContent() } }
        }
        await #expect(processExitsWith: .failure) {
            endSoon()
            struct Plain: RequestInput { static func resolve(in context: RequestContext) async throws -> Plain { Plain() } }
            _ = Application { $0.get("/", options: [.requires(Plain.self, scopes: ["words:read"])]) { () in NoContent() } }
        }
    }
}
