import Platform
import TestKit
import Testing

@Suite struct `Times and clocks` {
    @Test(arguments: [
        (UnixTime(seconds: 10, nanoseconds: 900_000_000), Duration.milliseconds(200), UnixTime(seconds: 11, nanoseconds: 100_000_000)),
        (UnixTime(seconds: 10), .milliseconds(-1), UnixTime(seconds: 9, nanoseconds: 999_000_000)),
        (UnixTime(seconds: 0), .seconds(86_400), UnixTime(seconds: 86_400)),
        (UnixTime(seconds: .max), .seconds(1), UnixTime(seconds: .max)),
    ])
    func `a time moves by a duration`(start: UnixTime, duration: Duration, end: UnixTime) {
        #expect(start + duration == end)
    }

    @Test func `two times have a distance and an order`() {
        let early = UnixTime(seconds: 5, nanoseconds: 800_000_000)
        let late = UnixTime(seconds: 7, nanoseconds: 300_000_000)
        #expect(late - early == .milliseconds(1500))
        #expect(early - late == .milliseconds(-1500))
        #expect(early < late && !(late < early))
        #expect(late - Duration.milliseconds(1500) == early)
    }

    @Test func `the machine's clocks move forwards`() {
        let clock = SystemClock()
        let before = clock.uptime()
        #expect(clock.uptime() >= before)
        #expect(clock.now() > UnixTime(seconds: 1_700_000_000))
    }

    @Test func `a manual clock moves when told`() {
        let clock = ManualClock(UnixTime(seconds: 100))
        clock.advance(by: .seconds(5))
        #expect(clock.now() == UnixTime(seconds: 105) && clock.uptime() == .seconds(5))
        clock.set(UnixTime(seconds: 1))
        #expect(clock.now() == UnixTime(seconds: 1) && clock.uptime() == .seconds(5))
    }
}
