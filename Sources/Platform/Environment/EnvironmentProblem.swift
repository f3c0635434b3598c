/// One setting that is missing or unusable.
public struct EnvironmentProblem: Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with a setting. The found text is never that of a secret.
    public enum Kind: Sendable, Equatable { case missing, invalid(found: String?) }

    /// The variable's name.
    public let variable: String
    /// What is wrong.
    public let kind: Kind
    /// What would be right, for instance `a whole number in 1...65535`.
    public let expected: String

    /// A sentence for the person who starts the process.
    public var description: String {
        switch kind {
        case .missing: "\(variable) is not set: expected \(expected)"
        case .invalid(let found?): "\(variable) is \(found.prefix(80).debugDescription): expected \(expected)"
        case .invalid(nil): "\(variable) is not usable: expected \(expected)"
        }
    }
}

/// Everything that is wrong with the environment, thrown once.
public struct EnvironmentError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problems, in the order in which the settings were read.
    public let problems: [EnvironmentProblem]

    /// One line per problem.
    public var description: String {
        "The environment has \(problems.count) problem\(problems.count == 1 ? "" : "s"):\n" + problems.map { "  \($0)" }.joined(separator: "\n")
    }
}
