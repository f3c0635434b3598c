import Glibc

/// A moment on the calendar: seconds and nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
public struct UnixTime: Sendable, Hashable, Comparable {
    /// Whole seconds since the epoch; negative before 1970.
    public let seconds: Int64
    /// 0…999,999,999.
    public let nanoseconds: Int32

    /// Nanoseconds outside one second are clamped to it.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
    }

    /// Earlier before later.
    public static func < (left: UnixTime, right: UnixTime) -> Bool {
        left.seconds == right.seconds ? left.nanoseconds < right.nanoseconds : left.seconds < right.seconds
    }

    /// The moment `duration` later, to the nanosecond; saturates at the ends of `Int64`.
    public static func + (time: UnixTime, duration: Duration) -> UnixTime {
        let (seconds, attoseconds) = duration.components
        var nanoseconds = Int64(time.nanoseconds) + attoseconds / 1_000_000_000
        var carry: Int64 = 0
        if nanoseconds >= 1_000_000_000 { (nanoseconds, carry) = (nanoseconds - 1_000_000_000, 1) }
        if nanoseconds < 0 { (nanoseconds, carry) = (nanoseconds + 1_000_000_000, -1) }
        let sum = time.seconds.addingSaturating(seconds).addingSaturating(carry)
        return UnixTime(seconds: sum, nanoseconds: Int32(nanoseconds))
    }

    /// The moment `duration` earlier.
    public static func - (time: UnixTime, duration: Duration) -> UnixTime { time + (.zero - duration) }

    /// How long after `earlier` this moment is.
    public static func - (later: UnixTime, earlier: UnixTime) -> Duration {
        .seconds(later.seconds) - .seconds(earlier.seconds) + .nanoseconds(Int64(later.nanoseconds) - Int64(earlier.nanoseconds))
    }
}

extension Int64 {
    fileprivate func addingSaturating(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}

/// Tells the date; may jump when the machine's clock is set. Injected, so that tests decide what day it is.
public protocol WallClock: Sendable {
    /// The present moment.
    func now() -> UnixTime
}

/// Measures elapsed time; never jumps, its origin means nothing. Injected, so that tests hold time still.
public protocol MonotonicClock: Sendable {
    /// Time since an arbitrary origin.
    func uptime() -> Duration
}

/// The machine's own clocks: CLOCK_REALTIME and CLOCK_MONOTONIC.
public struct SystemClock: WallClock, MonotonicClock {
    /// The machine's clocks.
    public init() {}

    /// CLOCK_REALTIME.
    public func now() -> UnixTime {
        let time = Self.read(CLOCK_REALTIME)
        return UnixTime(seconds: Int64(time.tv_sec), nanoseconds: Int32(truncatingIfNeeded: time.tv_nsec))
    }

    /// CLOCK_MONOTONIC.
    public func uptime() -> Duration {
        let time = Self.read(CLOCK_MONOTONIC)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
