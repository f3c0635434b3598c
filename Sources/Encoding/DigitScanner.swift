/// Reads the fixed-width numbers of date formats from ASCII text.
struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        // No date format is longer; a longer text is cut and then fails at its end.
        bytes = Array(text.utf8.prefix(64))
    }

    var isAtEnd: Bool { position == bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard bytes.count - position >= length else { return false }
        for index in 0..<length where bytes[position + index] != text.utf8Start[index] { return false }
        position += length
        return true
    }

    mutating func skip(oneOf choices: StaticString) -> UInt8? {
        guard let next else { return nil }
        for index in 0..<choices.utf8CodeUnitCount where choices.utf8Start[index] == next {
            position += 1
            return next
        }
        return nil
    }

    /// Exactly this many digits.
    mutating func number(_ digits: Int) -> Int? {
        guard bytes.count - position >= digits else { return nil }
        var value = 0
        for index in position..<position + digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        position += digits
        return value
    }

    /// One to nine digits after the dot, as microseconds; digits beyond the sixth are dropped.
    mutating func fraction() -> Int? {
        var value = 0, count = 0
        while let digit = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), count < 10 {
            if count < 6 { value = value * 10 + Int(digit - UInt8(ascii: "0")) }
            count += 1
            position += 1
        }
        guard (1...9).contains(count) else { return nil }
        for _ in min(count, 6)..<6 { value *= 10 }
        return value
    }

    /// `2026-02-08`.
    mutating func date() -> CivilDate? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}

extension [UInt8] {
    /// Appends a number with leading zeros.
    mutating func appendNumber(_ value: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }

    /// Appends `2026-02-08`.
    mutating func appendDate(_ date: CivilDate) {
        let (year, month, day) = date.components
        appendNumber(year, digits: 4)
        append(UInt8(ascii: "-"))
        appendNumber(month, digits: 2)
        append(UInt8(ascii: "-"))
        appendNumber(day, digits: 2)
    }

    /// Appends `17:20:23`.
    mutating func appendTime(secondOfDay: Int) {
        appendNumber(secondOfDay / 3_600, digits: 2)
        append(UInt8(ascii: ":"))
        appendNumber(secondOfDay / 60 % 60, digits: 2)
        append(UInt8(ascii: ":"))
        appendNumber(secondOfDay % 60, digits: 2)
    }
}
