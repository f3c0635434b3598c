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

    /// Reads a date in one of the three forms that recipients must accept, or nil: IMF-fixdate, RFC 850's and asctime's; the weekday must be the right one.
    ///
    /// The weekday also tells the century of RFC 850's two digits, as no two centuries share one: 19xx or 20xx. Source: RFC 9110 §5.6.7.
    public init?(httpDate text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let weekday = scanner.index(of: Self.weekdays), let time = scanner.moment(on: weekday), scanner.isAtEnd, time.date.weekday == weekday
        else { return nil }
        self.init(date: time.date, microsecondOfDay: Int64(time.secondOfDay) * 1_000_000)
    }

    private static let weekdays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    fileprivate static let months: [StaticString] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// What follows the three letters of the weekday.
extension DigitScanner {
    fileprivate typealias Moment = (date: CivilDate, secondOfDay: Int)

    fileprivate mutating func moment(on weekday: Int) -> Moment? {
        switch next {
        case UInt8(ascii: ","): fixdate()
        case UInt8(ascii: " "): asctimeDate()
        default: rfc850Date(weekday)
        }
    }

    /// `, 06 Nov 1994 08:49:37 GMT`
    private mutating func fixdate() -> Moment? {
        guard skip(", "), let day = number(2), skip(" "), let month = index(of: Timestamp.months), skip(" "), let year = number(4), skip(" "),
            let time = timeOfDay(), skip(" GMT"), let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        return (date, time)
    }

    /// `day, 06-Nov-94 08:49:37 GMT`
    private mutating func rfc850Date(_ weekday: Int) -> Moment? {
        let rests: [StaticString] = ["day, ", "day, ", "sday, ", "nesday, ", "rsday, ", "day, ", "urday, "]
        guard skip(rests[weekday]), let day = number(2), skip("-"), let month = index(of: Timestamp.months), skip("-"), let year = number(2), skip(" "),
            let time = timeOfDay(), skip(" GMT")
        else { return nil }
        let date = [1900, 2000].lazy.compactMap { CivilDate(year: $0 + year, month: month + 1, day: day) }.first { $0.weekday == weekday }
        return date.map { ($0, time) }
    }

    /// ` Nov  6 08:49:37 1994`
    private mutating func asctimeDate() -> Moment? {
        guard skip(" "), let month = index(of: Timestamp.months), skip(" "), let day = skip(" ") ? number(1) : number(2), skip(" "),
            let time = timeOfDay(), skip(" "), let year = number(4), let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        return (date, time)
    }

    private mutating func timeOfDay() -> Int? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"), let second = number(2), second < 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    fileprivate mutating func index(of names: [StaticString]) -> Int? { names.firstIndex { skip($0) } }
}

extension StaticString {
    fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
