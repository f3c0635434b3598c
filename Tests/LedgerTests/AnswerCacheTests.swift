import LanguageModel
import LearnerData
import Postgres
import TestKit
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(5))) struct `Answers in PostgreSQL` {
    private let caller = ModelCaller(user: "kaede")
    private func key(_ number: Int) -> [UInt8] { [UInt8(number / 256), UInt8(number % 256)] + [UInt8](repeating: 1, count: 30) }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled]) func `are given until their time is over`(road: PostgresFixture.Road) async throws {
        try await Books.with(road) { fixture in
            let cache = PostgresResponseCache(fixture.pool), answer = CachedAnswer(text: "雨の音", model: "m")
            let before = try await cache.answer(for: key(1), caller: caller)
            try await cache.keep(answer, for: key(1), timeToLive: .seconds(60), caller: caller)
            let kept = try await cache.answer(for: key(1), caller: caller), other = try await cache.answer(for: key(2), caller: caller)
            #expect(before == nil && kept == answer && other == nil)
            try await cache.keep(CachedAnswer(text: "風の音", model: "n"), for: key(1), timeToLive: .zero, caller: caller)
            let over = try await cache.answer(for: key(1), caller: caller)
            #expect(over == nil)
        }
    }

    @Test func `are not kept when they are too long`() async throws {
        try await Books.with { fixture in
            let cache = PostgresResponseCache(fixture.pool), long = String(repeating: "あ", count: PostgresResponseCache.maximumBytes / 3 + 1)
            try await cache.keep(CachedAnswer(text: long, model: "m"), for: key(1), timeToLive: .seconds(60), caller: caller)
            let kept = try await cache.answer(for: key(1), caller: caller)
            #expect(kept == nil)
        }
    }

    @Test func `are deleted when they are over, or too many: those that end first`() async throws {
        try await Books.with { fixture in
            let cache = PostgresResponseCache(fixture.pool)
            for number in 1...20 {
                try await cache.keep(
                    CachedAnswer(text: "\(number)", model: "m"), for: key(number), timeToLive: .seconds(number > 2 ? 60 * number : 0), caller: caller)
            }
            try await PostgresResponseCache.sweep(fixture.pool, maximumAnswers: 5)
            let left = try await fixture.pool.query("select answer from model_answers order by ends_at").map { try $0.decode(0, as: String.self) }
            #expect(left == ["16", "17", "18", "19", "20"])
        }
    }
}

@Suite(.timeLimit(.minutes(5))) struct `What the ledger knows of a learner` {
    @Test func `is copied, and goes with the learner; what all used together still counts`() async throws {
        try await Books.with { fixture in
            let ledger = PostgresUsageLedger(fixture.pool), cache = PostgresResponseCache(fixture.pool), data = LedgerData(fixture.pool)
            let limits = Books.limits { $0.tokensPerHour = 250 }
            for user in ["kaede", "momiji"] {
                _ = try await ledger.reserve(Books.request(user, within: limits))
                _ = try await ledger.noteAttempt(by: ModelCaller(user: user), policy: BlockPolicy())
                let key = [UInt8](repeating: UInt8(user.utf8.count), count: 32)
                try await cache.keep(CachedAnswer(text: user, model: "m"), for: key, timeToLive: .seconds(60), caller: ModelCaller(user: user))
            }
            let copy = try await data.export(of: "kaede", after: nil)
            #expect(copy.items.count == 2 && copy.next == nil)
            let text = copy.items.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(text.contains(#""tokens": 100"#) && !text.contains("kaede") && !text.contains("user_id"))

            let part = try await data.delete(of: "kaede")
            #expect(part == .complete)
            let (gone, others) = (try await data.export(of: "kaede", after: nil).items.count, try await data.export(of: "momiji", after: nil).items.count)
            #expect(gone == 0 && others == 2)
            let answers = try await fixture.pool.query("select user_id from model_answers").map { try $0.decode(0, as: String.self) }
            #expect(answers == ["momiji"])
            let decision = try await ledger.reserve(Books.request("kaede", within: limits))
            #expect(decision.obstacle == .tokensPerHour)
        }
    }
}
