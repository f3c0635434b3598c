import TestKit
import Testing
import Web

/// An allowance of one key, held against a clock of its own.
private struct Allowance {
    let limit: RateLimit
    var debt: Int64 = 0

    init(_ limit: RateLimit) { self.limit = limit }

    mutating func take(_ cost: Int = 1) -> RateLimitDecision { limit.decide(cost: cost, &debt) }
    mutating func wait(_ duration: Duration) {
        debt = max(0, debt - duration.components.seconds * 1_000_000_000 - duration.components.attoseconds / 1_000_000_000)
    }
}

@Suite struct `A rate limit` {
    @Test func `that would take more than 100 years to earn its burst is refused when it is declared`() async {
        let longest = RateLimit(1, per: .seconds(2_678_400), burst: 1_177)
        #expect(longest.capacityNanoseconds + longest.capacityNanoseconds > 0)
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = RateLimit(1, per: .seconds(2_678_400), burst: 1_178)
        }
    }

    @Test func `lets its burst pass at once, then one for each interval`() {
        var allowance = Allowance(RateLimit(10, per: .minute))
        #expect((1...10).map { _ in allowance.take().remaining } == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
        let refused = allowance.take()
        #expect(refused == RateLimitDecision(isAllowed: false, remaining: 0, untilWhole: .seconds(60), retryAfter: .seconds(6)))
        allowance.wait(.seconds(6) - .nanoseconds(1))
        #expect(allowance.take().retryAfter == .nanoseconds(1))
        allowance.wait(.nanoseconds(1))
        #expect(allowance.take().isAllowed)
        #expect(!allowance.take().isAllowed)
    }

    @Test func `is whole again after as long as it says, and never more than whole`() {
        var allowance = Allowance(RateLimit(10, per: .minute, burst: 3))
        #expect(allowance.take().untilWhole == .seconds(6))
        #expect(allowance.take().untilWhole == .seconds(12))
        allowance.wait(.seconds(3_600))
        #expect((1...4).map { _ in allowance.take().isAllowed } == [true, true, true, false])
    }

    @Test func `lets no more pass in any window than its burst and what the window brings`() {
        var allowance = Allowance(RateLimit(60, per: .minute, burst: 5)), passed = 0
        for _ in 0..<1_000 {
            if allowance.take().isAllowed { passed += 1 }
            allowance.wait(.milliseconds(100))
        }
        #expect(passed == 5 + 99)
    }

    @Test func `counts a costly request as many, and a refused one not at all`() {
        var allowance = Allowance(RateLimit(10, per: .second))
        #expect(allowance.take(7) == RateLimitDecision(isAllowed: true, remaining: 3, untilWhole: .milliseconds(700), retryAfter: .zero))
        #expect(allowance.take(4) == RateLimitDecision(isAllowed: false, remaining: 3, untilWhole: .milliseconds(700), retryAfter: .milliseconds(100)))
        #expect(allowance.take(3).isAllowed)
    }

    @Test(arguments: [(0, 1, "a"), (1, 0, "a"), (1_000_001, 1, "a"), (1, 1, ""), (1, 1, "a\"b"), (1, 1, "日")])
    func `that makes no sense traps at start-up`(count: Int, burst: Int, name: String) async {
        await #expect(processExitsWith: .failure) { [count, burst, name] in
            endSoon()
            _ = RateLimit(count, per: .second, burst: burst, name: name)
        }
    }
}
