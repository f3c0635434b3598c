import Cognito
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

    @Test func `are forgotten five minutes later`() async throws {
        let token = try UserPool.token()
        _ = try await fixture.verifier.verify(token)
        fixture.clock.advance(by: .seconds(299))
        #expect(fixture.verifier.remembered(token) != nil)
        fixture.clock.advance(by: .seconds(1))
        #expect(fixture.verifier.remembered(token) == nil)
        #expect(await fixture.refusal(token) == nil)
        #expect(fixture.verifier.remembered(token) != nil)
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

    @Test func `are refused within minutes once their key was withdrawn`() async throws {
        let token = try UserPool.token(changing: ["exp": "\(UserPool.start + 100_000)"])
        _ = try await fixture.verifier.verify(token)
        fixture.publisher.publish([try UserPool.publicKey("key-2", UserPool.secondKey)])
        fixture.clock.advance(by: .seconds(3600))
        #expect(await fixture.refusal(token) == .invalid(.unknownKey))
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
