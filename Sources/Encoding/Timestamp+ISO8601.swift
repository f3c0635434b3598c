extension Timestamp {
    /// Whether a written time says that it is UTC.
    public enum Zone: Sendable {
        /// `2026-02-08T17:20:23.123456Z`.
        case utc
        /// `2026-02-08T17:20:23.123456`: UTC, but the reader has to know.
        case unwritten
    }

    /// The ISO 8601 text, in UTC; the fraction has six digits and is left out when it is zero, as Python's `isoformat` does.
    public func iso8601(_ zone: Zone = .utc) -> String {
        String(decoding: iso8601Bytes(zone), as: UTF8.self)
    }

    /// The ISO 8601 text as ASCII bytes, 19 to 27 of them.
    public func iso8601Bytes(_ zone: Zone = .utc) -> [UInt8] {
        let timeOfDay = Int(microsecondOfDay)
        var out: [UInt8] = []
        out.reserveCapacity(27)
        out.appendDate(date)
        out.append(UInt8(ascii: "T"))
        out.appendTime(secondOfDay: timeOfDay / 1_000_000)
        if timeOfDay % 1_000_000 != 0 {
            out.append(UInt8(ascii: "."))
            out.appendNumber(timeOfDay % 1_000_000, digits: 6)
        }
        if zone == .utc { out.append(UInt8(ascii: "Z")) }
        return out
    }

    /// Reads an ISO 8601 date and time; without a zone the text is taken as UTC.
    ///
    /// `T`, `t` or a space between date and time; seconds may be missing; one to nine digits of fraction, of which six are kept;
    /// `Z`, `z`, `+09:00`, `+0900` or nothing at the end. Nil for anything else, a leap second included. Source: RFC 3339 §5.6.
    public init?(iso8601 text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let date = scanner.date(), scanner.skip(oneOf: "Tt ") != nil, let time = scanner.time(),
            let offsetSeconds = scanner.zoneOffset(), scanner.isAtEnd
        else { return nil }
        self.init(date: date, microsecondOfDay: Int64(time - offsetSeconds * 1_000_000))
    }
}

extension DigitScanner {
    /// `17:20:23.123456`, as microseconds of the day.
    fileprivate mutating func time() -> Int? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60 else { return nil }
        var seconds = hour * 3_600 + minute * 60, micros = 0
        if skip(":") {
            guard let second = number(2), second < 60 else { return nil }
            seconds += second
            if skip(".") {
                guard let fraction = fraction() else { return nil }
                micros = fraction
            }
        }
        return seconds * 1_000_000 + micros
    }

    /// Seconds east of UTC; zero when the text ends here.
    fileprivate mutating func zoneOffset() -> Int? {
        if isAtEnd { return 0 }
        guard let mark = skip(oneOf: "Zz+-") else { return nil }
        if mark == UInt8(ascii: "Z") || mark == UInt8(ascii: "z") { return 0 }
        guard let hours = number(2), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return (mark == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
