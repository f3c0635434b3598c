import HTTPCore
import JSON
import Platform
import ServiceKit
import TestKit
import Testing
import Web

@Suite struct `The signed-in learner` {
    @Test func `is who the token says`() async throws {
        let tokens = try Tokens()
        for scheme in ["Bearer", "bearer", "BEARER"] {
            let response = try await tokens.client().get("/me", headers: [.authorization: "\(scheme) \(try tokens.token())"])
            #expect(response.status == .ok && response.text == Tokens.subject)
        }
    }

    @Test func `is verified with keys that are fetched once`() async throws {
        let tokens = try Tokens()
        let (client, token) = (tokens.client(), try tokens.token())
        for _ in 0..<5 { #expect(try await client.get("/me", headers: [.authorization: "Bearer \(token)"]).status == .ok) }
        #expect(tokens.keys.requestCount == 1)
    }

    @Test(arguments: [nil, "", "Basic aGFuYWtvOng=", "abc"])
    func `is unknown without a token, or with a credential of another scheme`(header: String?) async throws {
        var headers = Fields()
        if let header { headers.append(.authorization, header) }
        expectRefusal(try await Tokens().client().get("/me", headers: headers), "not-authenticated", challenge: "Bearer")
    }

    @Test(arguments: ["Bearer", "Bearer ", "Bearer  x", "Bearer a b", "Bearer ä", "Bearer not.a.token", "Bearer a.b.c"])
    func `is unknown with anything else`(header: String) async throws {
        let response = try await Tokens().client().get("/me", headers: [.authorization: header])
        expectRefusal(response, "invalid-token", challenge: #"Bearer error="invalid_token""#)
    }

    @Test func `is unknown with a token for somebody else's client, or one that was changed`() async throws {
        let tokens = try Tokens()
        for token in [try tokens.token(clientID: "another-client"), String(try tokens.token().dropLast(4)) + "AAAA"] {
            let response = try await tokens.client().get("/me", headers: [.authorization: "Bearer \(token)"])
            expectRefusal(response, "invalid-token", challenge: #"Bearer error="invalid_token""#)
        }
    }

    @Test func `is told that the token has expired, as opposed to invalid`() async throws {
        let tokens = try Tokens()
        let (client, token) = (tokens.client(), try tokens.token())
        #expect(try await client.get("/me", headers: [.authorization: "Bearer \(token)"]).status == .ok)
        tokens.clock.advance(by: .seconds(4000))
        let response = try await client.get("/me", headers: [.authorization: "Bearer \(token)"])
        expectRefusal(response, "token-expired", challenge: #"Bearer error="invalid_token", error_description="The access token expired""#)
    }

    @Test func `may be nobody where that is allowed, but not somebody with a bad token`() async throws {
        let tokens = try Tokens()
        #expect(try await tokens.client().get("/maybe").text == "nobody")
        #expect(try await tokens.client().get("/maybe", headers: [.authorization: "Bearer \(try tokens.token())"]).text == Tokens.subject)
        #expect(try await tokens.client().get("/maybe", headers: [.authorization: "Bearer a.b.c"]).status == .unauthorized)
    }

    @Test func `may do what the token's scopes allow`() async throws {
        let tokens = try Tokens(), header: Fields = [.authorization: "Bearer \(try tokens.token())"]
        #expect(try await tokens.client().get("/open", headers: header).status == .noContent)
        let response = try await tokens.client().get("/closed", headers: header)
        #expect(response.status == .forbidden && response.text.contains(#""type":"insufficient-scope""#))
        #expect(response[.wwwAuthenticate] == #"Bearer error="insufficient_scope", scope="openid words:write""#)
    }

    @Test func `cannot be known while the keys cannot be fetched: that is our trouble`() async throws {
        let tokens = try Tokens(isReachable: false)
        let response = try await tokens.client().get("/me", headers: [.authorization: "Bearer \(try tokens.token())"])
        #expect(response.status == .serviceUnavailable && response[.retryAfter] == "5" && response[.wwwAuthenticate] == nil)
        #expect(response.text.contains(#""type":"sign-in-unavailable""#) && !response.text.contains("10.0.0.1"))
        #expect(tokens.log.lines.contains { $0.contains("request.failed") })
    }

    @Test func `is found out before anything else is complained about`() async throws {
        let tokens = try Tokens()
        #expect(try await tokens.client().get("/words?limit=x").status == .unauthorized)
        let header: Fields = [.authorization: "Bearer \(try tokens.token())"]
        #expect(try await tokens.client().get("/words?limit=x", headers: header).status == .unprocessableContent)
        #expect(try await tokens.client().get("/words?limit=5", headers: header).text == "5")
    }

    @Test func `never has the token in the log`() async throws {
        let tokens = try Tokens()
        let (good, bad) = (try tokens.token(), "hunter2.hunter2.hunter2")
        for token in [good, bad] { _ = try await tokens.client().get("/me", headers: [.authorization: "Bearer \(token)"]) }
        #expect(tokens.log.lines.contains { $0.contains(Tokens.subject) }, "the access log names the learner")
        #expect(!tokens.log.lines.contains { $0.contains("hunter2") || $0.contains(good) })
    }

    private func expectRefusal(_ response: TestResponse, _ type: String, challenge: String, at location: SourceLocation = #_sourceLocation) {
        #expect(response.status == .unauthorized, sourceLocation: location)
        #expect(response.fields.all(.cacheControl) == ["no-store"], sourceLocation: location)
        #expect(response.fields.all(.wwwAuthenticate) == [challenge], sourceLocation: location)
        #expect(response.text.contains("\"type\":\"\(type)\""), sourceLocation: location)
    }
}
