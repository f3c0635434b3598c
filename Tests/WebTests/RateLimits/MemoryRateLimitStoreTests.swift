import Platform
import TestKit
import Testing

@testable import Web

@Suite struct `A store of rate limits in memory` {
    private let clock = ManualClock()
    private let limit = RateLimit(2, per: .minute)

    @Test func `keeps each key's count, as time passes`() async throws {
        let store = MemoryRateLimitStore(clock: clock)
        #expect(try await store.take(1, of: limit, for: "a").remaining == 1)
        #expect(try await store.take(1, of: limit, for: "a").remaining == 0)
        #expect(try await !store.take(1, of: limit, for: "a").isAllowed)
        #expect(try await store.take(1, of: limit, for: "b").remaining == 1)
        clock.advance(by: .seconds(30))
        #expect(try await store.take(1, of: limit, for: "a").isAllowed)
        #expect(try await !store.take(1, of: limit, for: "a").isAllowed)
    }

    @Test func `remembers a bounded number of keys, and those over the limit longest`() async throws {
        let store = MemoryRateLimitStore(keyLimit: 16 * 64, clock: clock)
        for number in 0..<100 { for _ in 0..<2 { _ = try await store.take(1, of: limit, for: "offender \(number)") } }
        for number in 0..<20_000 { _ = try await store.take(1, of: limit, for: "flood \(number)") }
        #expect(store.keyCount <= 16 * 64)
        for number in 0..<100 { #expect(try await !store.take(1, of: limit, for: "offender \(number)").isAllowed, "\(number)") }
    }

    @Test func `forgets first whom forgetting makes no difference to`() async throws {
        let store = MemoryRateLimitStore(keyLimit: 16 * 64, clock: clock)
        for number in 0..<20_000 { _ = try await store.take(1, of: limit, for: "old \(number)") }
        clock.advance(by: .seconds(60))
        for number in 0..<100 { _ = try await store.take(1, of: limit, for: "new \(number)") }
        for number in 0..<300 { _ = try await store.take(1, of: limit, for: "newer \(number)") }
        for number in 0..<100 { #expect(try await store.take(1, of: limit, for: "new \(number)").remaining == 0, "\(number)") }
    }

    @Test func `lets exactly the burst pass when many ask at once`() async throws {
        let store = MemoryRateLimitStore(clock: clock), limit = RateLimit(50, per: .minute)
        let allowed = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var allowed = 0
                    for _ in 0..<20 where try await store.take(1, of: limit, for: "a").isAllowed { allowed += 1 }
                    return allowed
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(allowed == 50)
    }
}
