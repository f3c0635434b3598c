import Cognito
import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Tokens that were verified` {
    private let fixture: VerifierFixture

    init() throws { fixture = try VerifierFixture { $0.cacheLimit = 10 } }

    @Test func `are remembered`() async throws {
        let token = try UserPool.token()
        #expect(fixture.verifier.remembered(token) == nil)
        let verified = try await fixture.verifier.verify(token)
        #expect(fixture.verifier.remembered(token) == verified)
        #expect(try await fixture.verifier.verify(token) == verified)
        #expect(fixture.verifier.rememberedCount == 1)
    }

    @Test func `are remembered until they expire, for as long as the keys are known to be the pool's`() async throws {
        let token = try UserPool.token(changing: ["exp": "\(UserPool.start + 7200)"])
        _ = try await fixture.verifier.verify(token)
        fixture.clock.advance(by: .seconds(3599))
        #expect(fixture.verifier.remembered(token) != nil)
        fixture.clock.advance(by: .seconds(1))
        #expect(fixture.verifier.remembered(token) == nil, "the keys are an hour old")
        #expect(await fixture.refusal(token) == nil)
        #expect(fixture.verifier.remembered(token) != nil)
        try await eventually { fixture.publisher.requests.count > 1 }
    }

    @Test func `are remembered during an outage, the keys looked for once a minute`() async throws {
        let token = try UserPool.token(changing: ["exp": "\(UserPool.start + 7200)"])
        _ = try await fixture.verifier.verify(token)
        fixture.publisher.answer(.failure(.timedOut(.total)))
        fixture.clock.advance(by: .seconds(3600))
        #expect(await fixture.refusal(token) == nil)
        fixture.clock.advance(by: .seconds(59))
        #expect(fixture.verifier.remembered(token) != nil)
        fixture.clock.advance(by: .seconds(1))
        #expect(fixture.verifier.remembered(token) == nil)
    }

    @Test func `are forgotten when they expire, leeway included`() async throws {
        let token = try UserPool.token(changing: ["exp": "\(UserPool.start + 60)"])
        _ = try await fixture.verifier.verify(token)
        fixture.clock.advance(by: .seconds(89))
        #expect(await fixture.refusal(token) == nil)
        fixture.clock.advance(by: .seconds(1))
        #expect(fixture.verifier.remembered(token) == nil)
        #expect(await fixture.refusal(token) == .expired)
    }

    @Test func `do not live longer because the clock was set back`() async throws {
        let token = try UserPool.token()
        _ = try await fixture.verifier.verify(token)
        fixture.clock.set(UnixTime(seconds: UserPool.start - 1))
        #expect(fixture.verifier.remembered(token) == nil)
    }

    @Test func `are refused at once when the keys change and theirs is gone`() async throws {
        let (gone, staying) = (try UserPool.token(), try UserPool.token(header: UserPool.header.merging(["kid": #""key-2""#]), key: UserPool.secondKey))
        let second = try UserPool.publicKey("key-2", UserPool.secondKey)
        fixture.publisher.publish([try UserPool.publicKey("key-1", UserPool.firstKey), second])
        for token in [gone, staying] { #expect(await fixture.refusal(token) == nil) }
        fixture.publisher.publish([second])
        fixture.clock.advance(by: .seconds(60))
        #expect(fixture.verifier.remembered(gone) != nil, "nobody has looked at the keys yet")
        #expect(await fixture.refusal(try UserPool.token(header: UserPool.header.merging(["kid": #""key-3""#]))) == .invalid(.unknownKey))
        #expect(fixture.verifier.remembered(gone) == nil && fixture.verifier.remembered(staying) != nil)
        #expect(await fixture.refusal(gone) == .invalid(.unknownKey))
    }

    @Test func `are refused at once when another key takes the name of theirs`() async throws {
        let token = try UserPool.token()
        _ = try await fixture.verifier.verify(token)
        fixture.publisher.publish([try UserPool.publicKey("key-1", UserPool.secondKey)])
        fixture.clock.advance(by: .seconds(60))
        _ = await fixture.refusal(try UserPool.token(header: UserPool.header.merging(["kid": #""key-3""#])))
        #expect(await fixture.refusal(token) == .invalid(.badSignature))
    }

    @Test func `stay when the same keys are published again`() async throws {
        let token = try UserPool.token(changing: ["exp": "\(UserPool.start + 7200)"])
        _ = try await fixture.verifier.verify(token)
        fixture.clock.advance(by: .seconds(60))
        _ = await fixture.refusal(try UserPool.token(header: UserPool.header.merging(["kid": #""key-3""#])))
        #expect(fixture.publisher.requests.count == 2 && fixture.verifier.remembered(token) != nil)
        fixture.clock.advance(by: .seconds(3590))
        #expect(fixture.verifier.remembered(token) != nil, "the second look counts")
    }

    @Test func `are bounded in number, and those in use stay`() async throws {
        let favourite = try UserPool.token()
        _ = try await fixture.verifier.verify(favourite)
        for number in 0..<50 {
            #expect(await fixture.refusal(try UserPool.token(changing: ["jti": "\"\(number)\""])) == nil)
            #expect(fixture.verifier.rememberedCount <= 10)
            #expect(fixture.verifier.remembered(favourite) != nil)
        }
    }

    @Test func `are not remembered when that is not wanted`() async throws {
        let fixture = try VerifierFixture { $0.cacheLimit = 0 }
        let token = try UserPool.token()
        #expect(await fixture.refusal(token) == nil)
        #expect(fixture.verifier.rememberedCount == 0 && fixture.verifier.remembered(token) == nil)
    }

    @Test func `are never those that were refused`() async throws {
        _ = await fixture.refusal(try UserPool.token(key: UserPool.secondKey))
        _ = await fixture.refusal(try UserPool.token(changing: ["client_id": #""x""#]))
        #expect(fixture.verifier.rememberedCount == 0)
    }

    @Test func `serve many tasks at once`() async throws {
        let tokens = try (0..<30).map { try UserPool.token(changing: ["jti": "\"\($0)\"", "sub": "\"user-\($0)\""]) }
        await withTaskGroup(of: Void.self) { [fixture] group in
            for task in 0..<8 {
                group.addTask {
                    for round in 0..<100 {
                        let number = (task * 7 + round) % tokens.count
                        let subject = try? await fixture.verifier.verify(tokens[number]).subject
                        #expect(subject == "user-\(number)")
                    }
                }
            }
        }
        #expect(fixture.verifier.rememberedCount <= 10)
    }
}
