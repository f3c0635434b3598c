import Glibc

/// A moment in UTC with microseconds, the precision that PostgreSQL keeps.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before it.
    public var microsecondsSinceEpoch: Int64

    /// The moment this many microseconds after 1970-01-01T00:00:00Z.
    public init(microsecondsSinceEpoch: Int64) {
        self.microsecondsSinceEpoch = microsecondsSinceEpoch
    }

    /// The moment this many whole seconds after 1970-01-01T00:00:00Z; moved to the nearest end when out of range.
    public init(secondsSinceEpoch: Int64) {
        let (value, overflow) = secondsSinceEpoch.multipliedReportingOverflow(by: 1_000_000)
        microsecondsSinceEpoch = overflow ? (secondsSinceEpoch < 0 ? .min : .max) : value
    }

    /// A day and a time of that day in UTC.
    public init(date: CivilDate, microsecondOfDay: Int64 = 0) {
        microsecondsSinceEpoch = Int64(date.daysSinceEpoch) * Self.microsecondsPerDay + microsecondOfDay
    }

    /// The wall clock of this machine.
    public static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microsecondsSinceEpoch: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var secondsSinceEpoch: Int64 {
        let quotient = microsecondsSinceEpoch / 1_000_000
        return microsecondsSinceEpoch % 1_000_000 < 0 ? quotient - 1 : quotient
    }

    /// The day in UTC.
    public var date: CivilDate {
        CivilDate(daysSinceEpoch: CivilDate.floorDivide(Int(microsecondsSinceEpoch), by: Int(Self.microsecondsPerDay)))
    }

    /// The day for somebody whose clocks stand this far east of UTC.
    public func date(offsetFromUTC offset: Duration) -> CivilDate {
        (self + offset).date
    }

    /// Microseconds since midnight in UTC, 0 to 86,399,999,999.
    public var microsecondOfDay: Int64 {
        let remainder = microsecondsSinceEpoch % Self.microsecondsPerDay
        return remainder < 0 ? remainder + Self.microsecondsPerDay : remainder
    }

    /// Earlier comes first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microsecondsSinceEpoch < right.microsecondsSinceEpoch
    }

    /// The moment this much later; stops at the ends of the range.
    public static func + (moment: Timestamp, duration: Duration) -> Timestamp {
        let (sum, overflow) = moment.microsecondsSinceEpoch.addingReportingOverflow(duration.wholeMicroseconds)
        return Timestamp(microsecondsSinceEpoch: overflow ? (duration < .zero ? .min : .max) : sum)
    }

    /// The moment this much earlier; stops at the ends of the range.
    public static func - (moment: Timestamp, duration: Duration) -> Timestamp {
        moment + (.zero - duration)
    }

    /// The time from the right moment to the left one.
    public static func - (left: Timestamp, right: Timestamp) -> Duration {
        let (difference, overflow) = left.microsecondsSinceEpoch.subtractingReportingOverflow(right.microsecondsSinceEpoch)
        return .microseconds(overflow ? (left < right ? Int64.min : Int64.max) : difference)
    }

    static let microsecondsPerDay: Int64 = 86_400_000_000
}

extension Duration {
    /// Microseconds, rounded towards zero, held inside Int64.
    fileprivate var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        let (value, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, overflowToo) = value.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        return overflow || overflowToo ? (seconds < 0 ? .min : .max) : sum
    }
}
