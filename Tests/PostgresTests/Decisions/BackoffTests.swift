import Postgres
import Testing

@Suite struct `A backoff` {
    private let backoff = Backoff(initial: .milliseconds(20), maximum: .milliseconds(300))

    @Test(arguments: [(1, 20), (2, 40), (3, 80), (4, 160), (5, 300), (6, 300), (100, 300), (Int.max, 300)])
    func `has a bound that doubles up to its maximum`(attempt: Int, milliseconds: Int) {
        #expect(backoff.delay(beforeAttempt: attempt, random: 1) == .milliseconds(milliseconds))
    }

    @Test(arguments: [(0.0, 0), (0.25, 20), (0.5, 40), (0.75, 60)]) func `is a random part of the bound`(random: Double, milliseconds: Int) {
        #expect(backoff.delay(beforeAttempt: 3, random: random) == .milliseconds(milliseconds))
    }

    @Test(arguments: [(0, 0.5, 10), (-7, 0.5, 10), (1, -3.0, 0), (1, 9.0, 20)])
    func `is never negative and never above its bound`(attempt: Int, random: Double, milliseconds: Int) {
        #expect(backoff.delay(beforeAttempt: attempt, random: random) == .milliseconds(milliseconds))
    }

    @Test func `is short by default: 20 ms, then up to a second`() {
        #expect(Backoff() == Backoff(initial: .milliseconds(20), maximum: .seconds(1)))
    }
}
