import Crypto
import HTTPClient
import Platform
import TestKit
import Testing

@testable import Cognito

@Suite(.timeLimit(.minutes(5))) struct `The keys of a pool` {
    private let fixture: VerifierFixture

    init() throws { fixture = try VerifierFixture() }

    private func newToken(_ number: Int = 0, header: UserPool.Claims = UserPool.header, key: RSAPrivateKey = UserPool.firstKey) throws -> String {
        try UserPool.token(header: header, changing: ["jti": "\"\(number)\"", "exp": "\(UserPool.start + 86_000)"], key: key)
    }

    private let rotated = UserPool.header.merging(["kid": #""key-2""#])

    @Test func `are fetched once for an hour`() async throws {
        for number in 0..<5 {
            #expect(await fixture.refusal(try newToken(number)) == nil)
            fixture.clock.advance(by: .seconds(719))
        }
        #expect(fixture.publisher.requests.count == 1)
        fixture.clock.advance(by: .seconds(5))
        #expect(await fixture.refusal(try newToken(9)) == nil)
        try await eventually { fixture.publisher.requests.count > 1 }
    }

    @Test func `are used while those of the next hour are on their way`() async throws {
        #expect(await fixture.refusal(try newToken()) == nil)
        fixture.publisher.hold(true)
        fixture.clock.advance(by: .seconds(3600))
        for number in 1..<5 { #expect(await fixture.refusal(try newToken(number)) == nil) }
        try await eventually { fixture.publisher.requests.count > 1 }
        fixture.publisher.hold(false)
        #expect(fixture.publisher.requests.count == 2)
    }

    @Test func `are fetched once for callers that come together`() async throws {
        fixture.publisher.hold(true)
        let tokens = try (0..<20).map { try newToken($0) }
        let callers = tokens.map { token in Task { [fixture] in await fixture.refusal(token) } }
        try await eventually { !fixture.publisher.requests.isEmpty }
        fixture.publisher.hold(false)
        for caller in callers { #expect(await caller.value == nil) }
        #expect(fixture.publisher.requests.count == 1)
    }

    @Test func `are fetched anew when a token names a key that is not known yet`() async throws {
        #expect(await fixture.refusal(try newToken()) == nil)
        fixture.publisher.publish([try UserPool.publicKey("key-2", UserPool.secondKey), try UserPool.publicKey("key-1", UserPool.firstKey)])
        fixture.clock.advance(by: .seconds(60))
        #expect(await fixture.refusal(try newToken(1, header: rotated, key: UserPool.secondKey)) == nil)
        #expect(await fixture.refusal(try newToken(2)) == nil)
        #expect(fixture.publisher.requests.count == 2)
    }

    @Test func `are fetched for unknown ids at most once a minute`() async throws {
        #expect(await fixture.refusal(try newToken()) == nil)
        for number in 0..<10 {
            let header = UserPool.header.merging(["kid": "\"made-up-\(number)\""])
            #expect(await fixture.refusal(try newToken(header: header)) == .invalid(.unknownKey))
        }
        #expect(fixture.publisher.requests.count == 1)
        fixture.clock.advance(by: .seconds(60))
        for _ in 0..<3 { #expect(await fixture.refusal(try newToken(header: rotated)) == .invalid(.unknownKey)) }
        #expect(fixture.publisher.requests.count == 2)
    }

    @Test(
        arguments: [
            .failure(.timedOut(.total)), .failure(.unresolvedHost(detail: "x")), .success(HTTPClientResponse(status: 500)),
            .success(HTTPClientResponse(status: 302)),
            .success(HTTPClientResponse(status: 200, body: Array("<html>".utf8))), .success(HTTPClientResponse(status: 200, body: Array(#"{"keys":[]}"#.utf8))),
            .success(HTTPClientResponse(status: 200, body: Array(#"{"keys":7}"#.utf8))), .success(HTTPClientResponse(status: 200)),
        ] as [Result<HTTPClientResponse, HTTPClientError>])
    func `are unavailable while they could never be fetched, and are fetched as soon as they can be`(
        answer: Result<HTTPClientResponse, HTTPClientError>
    ) async throws {
        fixture.publisher.answer(answer)
        let token = try newToken()
        #expect(await fixture.refusal(token) == .unavailable)
        #expect(fixture.log.lines.count == 1 && fixture.log.lines[0].contains("cognito.keys.fetch_failed"))
        #expect(!fixture.log.lines[0].contains(token.suffix(40)))
        await #expect(throws: TokenError.unavailable) { try await fixture.verifier.warmUp() }
        #expect(fixture.publisher.requests.count == 1, "one attempt a second, however many ask")
        fixture.clock.advance(by: .seconds(1))
        await #expect(throws: TokenError.unavailable) { try await fixture.verifier.warmUp() }
        #expect(fixture.publisher.requests.count == 2)
        fixture.clock.advance(by: .seconds(1))
        fixture.publisher.publish([try UserPool.publicKey("key-1", UserPool.firstKey)])
        #expect(await fixture.refusal(token) == nil)
    }

    @Test func `go on being used when they cannot be fetched again`() async throws {
        #expect(await fixture.refusal(try newToken()) == nil)
        fixture.publisher.answer(.failure(.timedOut(.total)))
        fixture.clock.advance(by: .seconds(3600))
        for number in 1..<5 { #expect(await fixture.refusal(try newToken(number)) == nil) }
        try await eventually { !fixture.log.lines.isEmpty }
        #expect(await fixture.refusal(try newToken(header: rotated)) == .invalid(.unknownKey))
        #expect(fixture.publisher.requests.count == 2)
    }

    @Test func `that cannot be fetched again are used a day longer, looked for once a minute, and not beyond`() async throws {
        let token = { (number: Int) in
            let now = fixture.clock.now().seconds
            return try UserPool.token(changing: ["jti": "\"\(number)\"", "iat": "\(now)", "exp": "\(now + 7200)"])
        }
        #expect(await fixture.refusal(try token(0)) == nil)
        fixture.publisher.answer(.failure(.timedOut(.total)))
        var number = 0
        fixture.clock.advance(by: .seconds(3600 - 900))
        while number < 24 * 4 {
            fixture.clock.advance(by: .seconds(900))
            number += 1
            #expect(await fixture.refusal(try token(number)) == nil, "\(number) quarters of an hour")
            // The attempt has failed, and is over: the old keys are at hand for another minute.
            try await eventually { fixture.log.lines.count >= number && fixture.verifier.keys.known("key-1") != nil }
        }
        #expect(fixture.publisher.requests.count == 1 + number)
        fixture.clock.advance(by: .seconds(900))
        #expect(await fixture.refusal(try token(1_000)) == .unavailable)
        fixture.clock.advance(by: .seconds(2))
        fixture.publisher.publish([try UserPool.publicKey("key-1", UserPool.firstKey)])
        #expect(await fixture.refusal(try token(1_001)) == nil)
    }

    @Test(
        arguments: [
            .failure(.timedOut(.total)), .failure(.responseTooLarge(limitBytes: 65_536)), .success(HTTPClientResponse(status: 302)),
            .success(HTTPClientResponse(status: 200, body: Array("<html><body>Sign in to the network</body></html>".utf8))),
            .success(HTTPClientResponse(status: 200, body: Array(#"{"keys":[]}"#.utf8))), .success(HTTPClientResponse(status: 200)),
            .success(HTTPClientResponse(status: 200, body: Array(#"{"keys":[{"kty":"RSA","kid":"key-1","n":"AQAB","e":"AQAB"}]}"#.utf8))),
        ] as [Result<HTTPClientResponse, HTTPClientError>])
    func `are never replaced by an answer that is none`(answer: Result<HTTPClientResponse, HTTPClientError>) async throws {
        #expect(await fixture.refusal(try newToken()) == nil)
        fixture.publisher.answer(answer)
        fixture.clock.advance(by: .seconds(60))
        #expect(await fixture.refusal(try newToken(1, header: rotated)) == .invalid(.unknownKey))
        #expect(fixture.publisher.requests.count == 2)
        #expect(await fixture.refusal(try newToken(2)) == nil)
        #expect(fixture.verifier.rememberedCount == 2)
    }

    @Test func `serve honest bearers at once while a flood of made-up ids waits for a slow pool`() async throws {
        #expect(await fixture.refusal(try newToken()) == nil)
        fixture.publisher.hold(true)
        fixture.clock.advance(by: .seconds(60))
        let flood = try (0..<200).map { try newToken(header: UserPool.header.merging(["kid": "\"made-up-\($0)\""])) }
        let callers = flood.map { token in Task { [fixture] in await fixture.refusal(token) } }
        try await eventually { fixture.publisher.requests.count > 1 }
        for number in 1..<20 { #expect(await fixture.refusal(try newToken(number)) == nil) }
        fixture.publisher.hold(false)
        for caller in callers { #expect(await caller.value == .invalid(.unknownKey)) }
        #expect(fixture.publisher.requests.count == 2)
    }

    @Test func `can be fetched before the first token comes`() async throws {
        try await fixture.verifier.warmUp()
        #expect(fixture.publisher.requests.count == 1)
        #expect(await fixture.refusal(try newToken()) == nil)
        #expect(fixture.publisher.requests.count == 1)
    }

    @Test func `are asked for with narrow limits`() async throws {
        try await fixture.verifier.warmUp()
        let request = try #require(fixture.publisher.requests.first)
        #expect(request.method == "GET" && request.limits.maximumResponseBytes == 65_536 && request.limits.totalTimeout == .seconds(5))
    }

    @Test func `a token that was malformed or not RS256 has no key fetched`() async throws {
        _ = await fixture.refusal("a.b.c")
        _ = await fixture.refusal(try UserPool.token(header: UserPool.header.merging(["alg": #""none""#])))
        #expect(fixture.publisher.requests.isEmpty)
    }

    @Test(
        arguments: [
            ["kty": #""EC""#], ["use": #""enc""#], ["alg": #""RS512""#], ["kid": nil], ["kid": #""""#], ["n": nil], ["e": nil], ["n": #""!!""#],
            ["n": #""AQAB""#],
            ["e": #""Ag""#], ["kty": nil], ["e": #""AQ""#], ["e": #""Aw""#], ["e": #""EQ""#], ["e": #""AAAD""#], ["e": #""__8""#], ["e": #""AQAA""#],
        ] as [[String: String?]])
    func `of other kinds are left out without spoiling the rest`(changes: [String: String?]) throws {
        let odd = try UserPool.publicKey("odd", UserPool.secondKey, changing: changes)
        let good = try UserPool.publicKey("key-1", UserPool.firstKey)
        let keys = try JSONWebKeySet(json: Array("{\"keys\":[\(odd),\(good)]}".utf8))
        #expect(keys.count == 1 && keys["key-1"] != nil && keys["odd"] == nil)
    }

    @Test func `without use and alg are taken for RS256 keys`() throws {
        let plain = try UserPool.publicKey("plain", UserPool.firstKey, changing: ["use": nil, "alg": nil])
        #expect(try JSONWebKeySet(json: Array("{\"keys\":[\(plain)]}".utf8))["plain"] != nil)
    }

    @Test func `are bounded in number`() throws {
        let keys = try (0..<100).map { try UserPool.publicKey("key-\($0)", UserPool.firstKey) }
        #expect(try JSONWebKeySet(json: Array("{\"keys\":[\(keys.joined(separator: ","))]}".utf8)).count == 32)
    }
}
