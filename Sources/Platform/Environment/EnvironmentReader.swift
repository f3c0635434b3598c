import Glibc

/// Reads settings from environment variables and gathers every problem, so that one start-up tells them all.
/// A required setting that is missing or unusable yields a placeholder; nothing read may be used before `finish()` has returned.
/// A variable that is set but empty counts as not set. Variables nobody asks for are ignored.
public struct EnvironmentReader {
    private var values: [String: String]
    private let isOfProcess: Bool
    private var problems: [EnvironmentProblem] = []

    /// Reads from the given variables.
    public init(_ values: [String: String]) {
        self.values = values
        isOfProcess = false
    }

    /// Reads from the process environment, as it is now. Call it in `main`, before other threads exist.
    public init() {
        values = processEnvironment()
        isOfProcess = true
    }

    /// Forgets a variable. A reader of the process environment also takes it out of there and overwrites its text, so that neither a child
    /// process nor `/proc/self/environ` shows it; nobody else may read the environment meanwhile.
    public mutating func forget(_ variable: String) {
        values[variable] = nil
        guard isOfProcess else { return }
        if let text = getenv(variable) { memset(text, 0, strlen(text)) }
        unsetenv(variable)
    }

    /// Throws every problem met so far together.
    public func finish() throws(EnvironmentError) {
        if !problems.isEmpty { throw EnvironmentError(problems: problems) }
    }

    /// Whether the variable is set to something.
    public func isSet(_ variable: String) -> Bool { raw(variable) != nil }

    /// Records a problem that the caller found, for instance between two settings.
    public mutating func report(_ variable: String, expected: String) {
        problems.append(EnvironmentProblem(variable: variable, kind: .invalid(found: nil), expected: expected))
    }

    /// The general form: `parse` returns nil for a text that is not what `expected` says. `placeholder` stands in after a problem.
    public mutating func value<Value>(
        _ variable: String, expected: String, default fallback: Value? = nil, placeholder: Value, isSecret: Bool = false, parse: (String) -> Value?
    ) -> Value {
        guard let text = raw(variable) else {
            if let fallback { return fallback }
            problems.append(EnvironmentProblem(variable: variable, kind: .missing, expected: expected))
            return placeholder
        }
        if let value = parse(text) { return value }
        problems.append(EnvironmentProblem(variable: variable, kind: .invalid(found: isSecret ? nil : text), expected: expected))
        return placeholder
    }

    private func raw(_ variable: String) -> String? {
        guard let text = values[variable], !text.isEmpty else { return nil }
        return text
    }
}

private func processEnvironment() -> [String: String] {
    var values: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
        let pair = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
        entry += 1
    }
    return values
}
