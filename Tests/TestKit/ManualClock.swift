public import Platform

/// A clock that stands still until a test moves it; both the calendar and the elapsed time.
public final class ManualClock: WallClock, MonotonicClock {
    private let time: Lock<(wall: UnixTime, elapsed: Duration)>

    /// Starts at `start`, by default 2026-02-08T17:20:23Z.
    public init(_ start: UnixTime = UnixTime(seconds: 1_770_571_223)) {
        time = Lock((start, .zero))
    }

    /// The moment the test chose.
    public func now() -> UnixTime { time.withLock { $0.wall } }

    /// The time by which the test moved the clock.
    public func uptime() -> Duration { time.withLock { $0.elapsed } }

    /// Moves both clocks.
    public func advance(by duration: Duration) {
        time.withLock { time in
            time.wall = time.wall + duration
            time.elapsed += duration
        }
    }

    /// Sets the calendar alone, as an administrator might.
    public func set(_ moment: UnixTime) { time.withLock { $0.wall = moment } }
}
