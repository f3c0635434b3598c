extension EnvironmentReader {
    /// A text of 1…`maximumBytes` bytes.
    public mutating func string(_ variable: String, default fallback: String? = nil, maximumBytes: Int = 4096) -> String {
        value(variable, expected: "a text of at most \(maximumBytes) bytes", default: fallback, placeholder: "") { $0.utf8.count <= maximumBytes ? $0 : nil }
    }

    /// A text, or nil when the variable is not set.
    public mutating func optionalString(_ variable: String, maximumBytes: Int = 4096) -> String? {
        isSet(variable) ? string(variable, maximumBytes: maximumBytes) : nil
    }

    /// A whole number within `range`.
    public mutating func int(_ variable: String, in range: ClosedRange<Int> = 0...Int.max, default fallback: Int? = nil) -> Int {
        let upper = range.upperBound == .max ? "at least \(range.lowerBound)" : "in \(range.lowerBound)...\(range.upperBound)"
        return value(variable, expected: "a whole number \(upper)", default: fallback, placeholder: range.lowerBound) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// `true`, `1`, `yes`, `on` or `false`, `0`, `no`, `off`, in any case.
    public mutating func bool(_ variable: String, default fallback: Bool? = nil) -> Bool {
        value(variable, expected: "true or false", default: fallback, placeholder: false) {
            switch $0.lowercased() {
            case "true", "1", "yes", "on": true
            case "false", "0", "no", "off": false
            default: nil
            }
        }
    }

    /// A TCP port; 0 (any free one) only where it is allowed.
    public mutating func port(_ variable: String, default fallback: Int? = nil, allowsAny: Bool = false) -> Int {
        value(variable, expected: "a port in \(allowsAny ? 0 : 1)...65535", default: fallback, placeholder: 0) {
            Int($0).flatMap { ((allowsAny ? 0 : 1)...65535).contains($0) ? $0 : nil }
        }
    }

    /// A length of time such as `250ms`, `5s`, `2m`, `1h` or `7d`, within `range`; a bare number counts seconds.
    public mutating func duration(
        _ variable: String, in range: ClosedRange<Duration> = .zero ... .seconds(31_536_000), default fallback: Duration? = nil
    ) -> Duration {
        value(
            variable, expected: "a duration such as 250ms, 5s, 2m, 1h or 7d in \(range.lowerBound)...\(range.upperBound)", default: fallback, placeholder: .zero
        ) {
            parseDuration($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// An absolute URL with one of these schemes and a host; a trailing slash is removed. URLs that carry a password are refused.
    public mutating func url(_ variable: String, schemes: [String] = ["https", "http"], default fallback: String? = nil) -> String {
        let expected = "a URL such as \(schemes.first ?? "https")://host/path without user, query or fragment"
        return value(variable, expected: expected, default: fallback, placeholder: "", isSecret: true) { absoluteURL($0, schemes: schemes) }
    }

    /// Texts separated by commas, without the white space around them; empty ones are left out.
    public mutating func list(_ variable: String, count: ClosedRange<Int> = 1...1000, default fallback: [String]? = nil) -> [String] {
        value(variable, expected: "\(count.lowerBound)...\(count.upperBound) texts separated by commas", default: fallback, placeholder: []) { text in
            let items = text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
            return count.contains(items.count) ? items : nil
        }
    }

    /// A secret of at least `minimumBytes` bytes; its text appears in no message.
    public mutating func secret(_ variable: String, minimumBytes: Int = 1, default fallback: Secret<String>? = nil) -> Secret<String> {
        value(variable, expected: "a secret of at least \(minimumBytes) bytes", default: fallback, placeholder: Secret(""), isSecret: true) {
            $0.utf8.count >= minimumBytes ? Secret($0) : nil
        }
    }

    /// A secret, or nil when the variable is not set.
    public mutating func optionalSecret(_ variable: String, minimumBytes: Int = 1) -> Secret<String>? {
        isSet(variable) ? secret(variable, minimumBytes: minimumBytes) : nil
    }

    /// One of the named cases.
    public mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ variable: String, of type: Choice.Type, default fallback: Choice) -> Choice {
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return value(variable, expected: "one of \(names)", default: fallback, placeholder: fallback) { Choice(rawValue: $0) }
    }

    /// The least level of events to log: `debug`, `info`, `warning` or `error`.
    public mutating func logLevel(_ variable: String, default fallback: LogLevel = .info) -> LogLevel {
        value(variable, expected: "one of debug, info, warning, error", default: fallback, placeholder: fallback) { LogLevel(name: $0) }
    }
}

private func trimmed(_ text: Substring) -> String {
    var rest = text.drop(while: \.isWhitespace)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
}

private func parseDuration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 12, let count = Int64(digits) else { return nil }
    switch text.dropFirst(digits.count) {
    case "ms": return .milliseconds(count)
    case "", "s": return .seconds(count)
    case "m", "min": return .seconds(count * 60)
    case "h": return .seconds(count * 3600)
    case "d": return .seconds(count * 86_400)
    default: return nil
    }
}

private func absoluteURL(_ text: String, schemes: [String]) -> String? {
    guard text.utf8.count <= 2048, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { return nil }
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0 + "://") }) else { return nil }
    let rest = text.dropFirst(scheme.count + 3)
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty, !host.hasPrefix(":"), !rest.contains(where: { $0 == "@" || $0 == "?" || $0 == "#" }) else { return nil }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
}
