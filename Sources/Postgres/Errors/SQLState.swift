/// A five-character condition code (PostgreSQL documentation, appendix A).
public struct SQLState: Hashable, Sendable, CustomStringConvertible {
    /// The code, such as `23505`.
    public let code: String

    /// The state with this code.
    public init(_ code: String) { self.code = code }

    /// The first two characters: the class of conditions.
    public var classCode: Substring { code.prefix(2) }
    /// The code.
    public var description: String { code }

    public static let notNullViolation = SQLState("23502")
    public static let foreignKeyViolation = SQLState("23503")
    public static let uniqueViolation = SQLState("23505")
    public static let checkViolation = SQLState("23514")
    public static let serializationFailure = SQLState("40001")
    public static let deadlockDetected = SQLState("40P01")
    public static let failedTransaction = SQLState("25P02")
    public static let queryCanceled = SQLState("57014")
    public static let lockNotAvailable = SQLState("55P03")
    public static let undefinedTable = SQLState("42P01")
}
