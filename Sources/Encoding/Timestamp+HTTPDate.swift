extension Timestamp {
    /// The form of the `Date` header: `Sun, 06 Nov 1994 08:49:37 GMT`. Source: RFC 9110 §5.6.7 (IMF-fixdate).
    public var httpDate: String {
        String(decoding: httpDateBytes, as: UTF8.self)
    }

    /// The form of the `Date` header as ASCII bytes, always 29 of them.
    public var httpDateBytes: [UInt8] {
        let day = date
        let (year, month, dayOfMonth) = day.components
        var out: [UInt8] = []
        out.reserveCapacity(29)
        out.append(contentsOf: Self.weekdays[day.weekday].utf8)
        out.append(contentsOf: ", ".utf8)
        out.appendNumber(dayOfMonth, digits: 2)
        out.append(contentsOf: " \(Self.months[month - 1]) ".utf8)
        out.appendNumber(year, digits: 4)
        out.append(UInt8(ascii: " "))
        out.appendTime(secondOfDay: Int(microsecondOfDay / 1_000_000))
        out.append(contentsOf: " GMT".utf8)
        return out
    }

    /// Reads an IMF-fixdate, or nil; the weekday must be the right one. The two obsolete forms of RFC 9110 §5.6.7 are not read.
    public init?(httpDate text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let weekday = scanner.index(of: Self.weekdays), scanner.skip(", "), let day = scanner.number(2), scanner.skip(" "),
            let month = scanner.index(of: Self.months), scanner.skip(" "), let year = scanner.number(4), scanner.skip(" "),
            let hour = scanner.number(2), hour < 24, scanner.skip(":"), let minute = scanner.number(2), minute < 60, scanner.skip(":"),
            let second = scanner.number(2), second < 60, scanner.skip(" GMT"), scanner.isAtEnd,
            let date = CivilDate(year: year, month: month + 1, day: day), date.weekday == weekday
        else { return nil }
        self.init(date: date, microsecondOfDay: Int64(hour * 3_600 + minute * 60 + second) * 1_000_000)
    }

    private static let weekdays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months: [StaticString] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension DigitScanner {
    fileprivate mutating func index(of names: [StaticString]) -> Int? {
        names.firstIndex { skip($0) }
    }
}

extension StaticString {
    fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
