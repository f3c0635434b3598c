import LanguageModel
import Platform
import TestKit
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(5))) struct `A user in the ledger who attacks the models` {
    @Test func `is blocked after repeated attempts, for longer each time, up to a bound`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), caller = ModelCaller(user: "kaede")
            var policy = BlockPolicy()
            (policy.attempts, policy.first, policy.factor, policy.longest) = (3, .seconds(300), 3, .seconds(2_000))
            for expected in [300.0, 900, 2_000, 2_000] {
                for attempt in 1...3 {
                    let outcome = try await ledger.noteAttempt(by: caller, policy: policy)
                    #expect(outcome.attempts == attempt && outcome.isNewBlock == (attempt == 3) && (outcome.blockedUntil != nil) == (attempt == 3))
                }
                let refused = try await ledger.reserve(Books.request())
                let wait = try #require(refused.wait)
                #expect(refused.obstacle == .blocked && abs(wait / .seconds(1) - expected) < 1)
                #expect(try await ledger.block(of: caller)?.seconds == Int64(hands.seconds + expected))
                #expect(try await ledger.reserve(Books.request("momiji")).reservation != nil)
                hands.advance(expected + 1)
                #expect(try await ledger.block(of: caller) == nil)
                #expect(try await ledger.reserve(Books.request()).reservation != nil)
            }
            // Good for a week and more: begins anew.
            hands.advance(8 * 86_400)
            for _ in 1...2 { #expect(try await !ledger.noteAttempt(by: caller, policy: policy).isNewBlock) }
            #expect(try await ledger.noteAttempt(by: caller, policy: policy).blockedUntil?.seconds == Int64(hands.seconds + 300))
        }
    }

    @Test func `is not blocked for attempts that are long ago, nor for longer by attempts within a block`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), caller = ModelCaller(user: "kaede"), policy = BlockPolicy()
            for _ in 0..<5 {
                #expect(try await ledger.noteAttempt(by: caller, policy: policy).attempts <= 2)
                hands.advance(301)
            }
            for _ in 0..<2 { _ = try await ledger.noteAttempt(by: caller, policy: policy) }
            let until = try #require(try await ledger.block(of: caller))
            for _ in 0..<20 {
                let outcome = try await ledger.noteAttempt(by: caller, policy: policy)
                #expect(!outcome.isNewBlock && outcome.blockedUntil == until)
            }
        }
    }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled])
    func `begins one block, and only one, when fifty attempts come at once`(road: PostgresFixture.Road) async throws {
        try await Books.with(road) { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands), caller = ModelCaller(user: "kaede")
            let outcomes = try await withThrowingTaskGroup(of: AttemptOutcome.self) { group in
                for _ in 0..<50 { group.addTask { try await ledger.noteAttempt(by: caller, policy: BlockPolicy()) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count(where: \.isNewBlock) == 1 && outcomes.count { $0.blockedUntil == nil } == 2)
            #expect(try await ledger.block(of: caller)?.seconds == Int64(hands.seconds + 300))
        }
    }
}
