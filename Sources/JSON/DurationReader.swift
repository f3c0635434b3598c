/// Reads one duration from its text, digit by digit.
struct DurationReader {
    typealias Problem = DurationText.Problem

    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skip(_ letters: String) -> Bool {
        guard let next, letters.utf8.contains(next) else { return false }
        place += 1
        return true
    }

    private mutating func digits() -> ArraySlice<UInt8> {
        let run = bytes[place...].prefix { $0 &- UInt8(ascii: "0") < 10 }
        place = run.endIndex
        return run
    }

    private mutating func number() throws(Problem) -> Int {
        let run = digits()
        guard !run.isEmpty else { throw .unreadable("invalid digit in duration") }
        guard run.count <= 10 else { throw .unreadable("a numeric value in the duration is too large") }
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Microseconds of a second, cut off.
    private mutating func fraction() -> Int? {
        guard skip(".,") else { return nil }
        let run = digits().prefix(6)
        return (run.map { Int($0 - UInt8(ascii: "0")) } + Array(repeating: 0, count: 6 - run.count)).reduce(0) { $0 * 10 + $1 }
    }

    mutating func read() throws(Problem) -> Duration {
        let isNegative = next == UInt8(ascii: "-")
        _ = skip("+-")
        guard next != nil else { throw .unreadable("input is too short") }
        let duration: Duration
        if skip("P") {
            duration = try readISO()
        } else if bytes.count < 5 || bytes.contains(where: { "dD".utf8.contains($0) }) {
            duration = try readDays()
        } else {
            duration = try readTime()
        }
        return isNegative ? .zero - duration : duration
    }

    // MARK: - ISO 8601

    private mutating func readISO() throws(Problem) -> Duration {
        let start = place
        var sum = Duration.zero, isTime = false, hadFraction = false
        while next != nil {
            if skip("T") {
                guard !isTime else { throw .unreadable("`t` character repeated in duration") }
                isTime = true
                continue
            }
            let count = try number(), part = fraction()
            guard !hadFraction else { throw .unreadable("quantity fraction invalid in duration") }
            hadFraction = (part ?? 0) > 0
            let unit = try seconds(isTime)
            sum += .seconds(count * unit) + .microseconds((part ?? 0) * unit)
            // At once: a text may name a quantity a million times.
            guard sum.components.seconds <= DurationText.mostSeconds else { throw DurationText.tooLong }
        }
        guard place - start >= 2 else { throw .unreadable("input is too short") }
        return sum
    }

    private mutating func seconds(_ isTime: Bool) throws(Problem) -> Int {
        let units = isTime ? [("H", 3_600), ("M", 60), ("S", 1)] : [("Y", 365 * 86_400), ("M", 30 * 86_400), ("W", 7 * 86_400), ("D", 86_400)]
        for (letter, seconds) in units where skip(letter) { return seconds }
        throw .unreadable("quantity invalid in \(isTime ? "time" : "date") part of duration")
    }

    // MARK: - Days and clock

    private mutating func readDays() throws(Problem) -> Duration {
        let malformed = Problem.unreadable("\"day\" identifier in duration not correctly formatted")
        let days = try number()
        while skip(" ") {}
        guard skip("dD") else { throw malformed }
        if skip("aA"), !skip("yY") { throw malformed }
        _ = skip("sS")
        _ = skip(",")
        while skip(" ") {}
        guard next != nil else { return .seconds(days * 86_400) }
        guard bytes.count - place >= 5 else { throw .unreadable("input is too short") }
        let time = try readTime()
        guard time < .seconds(86_400) else { throw .unreadable("durations may not exceed 999,999,999 hours") }
        return .seconds(days * 86_400) + time
    }

    private mutating func readTime() throws(Problem) -> Duration {
        let hours = try number()
        guard skip(":") else { throw .unreadable("invalid character in hour") }
        let minutes = try sixtieth("minute")
        guard skip(":") else { return try finished(.seconds(hours * 3_600 + minutes * 60)) }
        let seconds = try sixtieth("second")
        let hasPoint = next == UInt8(ascii: ".") || next == UInt8(ascii: ","), before = place + 1
        let micros = fraction() ?? 0
        guard !hasPoint || place > before else { throw .unreadable("second fraction digits missing after `.`") }
        return try finished(.seconds(hours * 3_600 + minutes * 60 + seconds) + .microseconds(micros))
    }

    private mutating func sixtieth(_ name: String) throws(Problem) -> Int {
        guard bytes.count - place >= 2, bytes[place..<place + 2].allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
            throw .unreadable("invalid character in \(name)")
        }
        let value = Int(bytes[place] - UInt8(ascii: "0")) * 10 + Int(bytes[place + 1] - UInt8(ascii: "0"))
        place += 2
        guard value < 60 else { throw .unreadable("\(name) value is outside expected range of 0-59") }
        return value
    }

    private func finished(_ duration: Duration) throws(Problem) -> Duration {
        guard next == nil else { throw .unreadable("unexpected extra characters at the end of the input") }
        return duration
    }
}
