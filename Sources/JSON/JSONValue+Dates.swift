public import Encoding

extension Timestamp: JSONValue {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Timestamp {
        guard let value = Timestamp(iso8601: try reader.readString()) else { throw reader.mismatch() }
        return value
    }

    /// Writes `2026-02-08T17:20:23.123456Z`.
    public func write(to writer: inout JSONWriter) { writer.write(iso8601()) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string", "format": "date-time"] }

    /// Takes ISO 8601 text, a date alone (midnight), and seconds or milliseconds since 1970 like pydantic does.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Timestamp? {
        switch DateInput.moment(input) {
        case .success(let moment): return moment
        case .failure(.wrongKind): problems.add("datetime_type", "Input should be a valid datetime", input: input)
        case .failure(.unreadable(let reason)):
            problems.add(
                "datetime_from_date_parsing", "Input should be a valid datetime or date, \(reason)", input: input, ctx: [.init("error", .string(reason))])
        }
        return nil
    }
}

/// A moment that is written without its zone, `2026-02-08T17:20:23.123456`, for clients that append the `Z` themselves; it is UTC all the same.
public struct ZonelessTimestamp: JSONWrapper, Hashable, Comparable {
    /// Rules look at what is inside.
    public typealias RuleSubject = Timestamp

    /// The moment.
    public var rawValue: Timestamp

    /// The moment, to be written without its zone.
    public init(rawValue: Timestamp) { self.rawValue = rawValue }

    /// The moment, to be written without its zone.
    public init(_ moment: Timestamp) { rawValue = moment }

    /// Earlier comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    /// Writes `2026-02-08T17:20:23.123456`.
    public func write(to writer: inout JSONWriter) { writer.write(rawValue.iso8601(.unwritten)) }
}

extension CivilDate: JSONValue {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> CivilDate {
        guard let value = CivilDate(try reader.readString()) else { throw reader.mismatch() }
        return value
    }

    /// Writes `2026-02-08`.
    public func write(to writer: inout JSONWriter) { writer.write(description) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string", "format": "date"] }

    /// Converts what pydantic converts, and records why when it cannot.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> CivilDate? {
        switch DateInput.moment(input) {
        case .success(let moment) where moment.microsecondOfDay == 0: return moment.date
        case .success:
            problems.add("date_from_datetime_inexact", "Datetimes provided to dates should have zero time - e.g. be exact dates", input: input)
        case .failure(.wrongKind): problems.add("date_type", "Input should be a valid date", input: input)
        case .failure(.unreadable(let reason)):
            let reason = DateInput.dateReason(reason, input)
            problems.add(
                "date_from_datetime_parsing", "Input should be a valid date or datetime, \(reason)", input: input, ctx: [.init("error", .string(reason))])
        }
        return nil
    }
}

/// What pydantic takes for a moment.
enum DateInput {
    enum Problem: Error {
        case wrongKind
        /// Pydantic's words for the place where the text goes wrong.
        case unreadable(String)
    }

    static func moment(_ input: JSONFragment) -> Result<Timestamp, Problem> {
        switch input {
        case .int(let value): .success(moment(number: Double(value)))
        case .double(let value) where value.isFinite: .success(moment(number: value))
        case .string(let text): moment(text)
        default: .failure(.wrongKind)
        }
    }

    /// Numbers beyond 20 billion are milliseconds.
    private static func moment(number: Double) -> Timestamp {
        let seconds = abs(number) > 2e10 ? number / 1_000 : number
        let latest = 253_402_300_799.0
        return Timestamp(microsecondsSinceEpoch: Int64((min(max(seconds, -62_167_219_200), latest) * 1e6).rounded()))
    }

    private static func moment(_ text: String) -> Result<Timestamp, Problem> {
        if let moment = Timestamp(iso8601: text) { return .success(moment) }
        if let date = CivilDate(text) { return .success(Timestamp(date: date)) }
        if !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 || ".-+".utf8.contains($0) }), let number = Double(text) {
            return .success(moment(number: number))
        }
        return .failure(.unreadable(reason(text)))
    }

    /// Where a day was wanted, what follows the date is judged a little more precisely.
    static func dateReason(_ reason: String, _ input: JSONFragment) -> String {
        guard let text = input.stringValue, CivilDate(String(text.unicodeScalars.prefix(10))) != nil, let mark = text.unicodeScalars.dropFirst(10).first,
            !["T", "t", "_", " "].contains(mark)
        else { return reason }
        return "invalid datetime separator, expected `T`, `t`, `_` or space"
    }

    private static func reason(_ text: String) -> String {
        let bytes = Array(text.utf8.prefix(10))
        func isNumber(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) } }
        if bytes.count < 10 { return "input is too short" }
        if !isNumber(0..<4) { return "invalid character in year" }
        if bytes[4] != UInt8(ascii: "-") || bytes[7] != UInt8(ascii: "-") { return "invalid date separator, expected `-`" }
        if !isNumber(5..<7) { return "invalid character in month" }
        if !(1...12).contains(number(5..<7)) { return "month value is outside expected range of 1-12" }
        if !isNumber(8..<10) { return "invalid character in day" }
        if CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10)) == nil { return "day value is outside expected range" }
        return "unexpected extra characters at the end of the input"
    }
}
