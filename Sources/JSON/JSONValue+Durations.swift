extension Duration: JSONValue {
    /// Takes the value as it stands, without conversions.
    public static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Duration {
        guard case .success(let value) = DurationText.parse(try reader.readString()) else { throw reader.mismatch() }
        return value
    }

    /// Writes ISO 8601 in days, hours, minutes and seconds with microseconds, `P1DT2H3M4.5S`; what is finer is cut off.
    public func write(to writer: inout JSONWriter) { writer.write(DurationText.text(of: self)) }
    /// Describes the type.
    public static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string", "format": "duration"] }

    /// Takes ISO 8601, `1 day 02:03:04.5`, `02:03`, and a number of seconds, as pydantic does; a year has 365 days, a month 30.
    public static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Duration? {
        let outcome: Result<Duration, DurationText.Problem>
        switch input {
        case .string(let text): outcome = DurationText.parse(text)
        case .bool(let value): outcome = .success(.seconds(value ? 1 : 0))
        default: outcome = DurationText.duration(seconds: input)
        }
        switch outcome {
        case .success(let value): return value
        case .failure(.wrongKind): problems.add("time_delta_type", "Input should be a valid timedelta", input: input)
        case .failure(.unreadable(let reason)):
            problems.add("time_delta_parsing", "Input should be a valid timedelta, \(reason)", input: input, ctx: [.init("error", .string(reason))])
        }
        return nil
    }
}

/// Durations as texts and numbers, read as pydantic reads them.
enum DurationText {
    enum Problem: Error, Equatable {
        case wrongKind
        /// Pydantic's words for what is wrong.
        case unreadable(String)
    }

    static let tooLong = Problem.unreadable("durations may not exceed 999,999,999 days")
    static let mostSeconds = 999_999_999 * 86_400

    static func parse(_ text: String) -> Result<Duration, Problem> {
        var reader = DurationReader(text)
        return Result { () throws(Problem) in try reader.read() }.flatMap(bounded)
    }

    static func duration(seconds input: JSONFragment) -> Result<Duration, Problem> {
        guard let seconds = input.doubleValue, !seconds.isNaN else { return .failure(.wrongKind) }
        guard abs(seconds) <= Double(mostSeconds) else { return .failure(tooLong) }
        if case .int(let whole) = input { return .success(.seconds(whole)) }
        return .success(.microseconds(Int64((seconds * 1e6).rounded())))
    }

    private static func bounded(_ duration: Duration) -> Result<Duration, Problem> {
        abs(duration.components.seconds) <= mostSeconds ? .success(duration) : .failure(tooLong)
    }

    static func text(of duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let micros = (attoseconds / 1_000_000_000_000).magnitude, whole = seconds.magnitude
        let isNegative = seconds < 0 || attoseconds < 0 && micros > 0
        let (days, hours, minutes, rest) = (whole / 86_400, whole / 3_600 % 24, whole / 60 % 60, whole % 60)
        let fraction = micros == 0 ? "" : "." + String(micros + 1_000_000).dropFirst().reversed().drop { $0 == "0" }.reversed()
        var time = (hours > 0 ? "\(hours)H" : "") + (minutes > 0 ? "\(minutes)M" : "")
        if rest > 0 || micros > 0 { time += "\(rest)\(fraction)S" }
        let date = days > 0 ? "\(days)D" : ""
        if date.isEmpty && time.isEmpty { return "PT0S" }
        return (isNegative ? "-P" : "P") + date + (time.isEmpty ? "" : "T" + time)
    }
}
