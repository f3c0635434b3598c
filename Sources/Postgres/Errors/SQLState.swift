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

    /// 23502: not null violation.
    public static let notNullViolation = SQLState("23502")
    /// 23503: foreign key violation.
    public static let foreignKeyViolation = SQLState("23503")
    /// 23505: unique violation.
    public static let uniqueViolation = SQLState("23505")
    /// 23514: check violation.
    public static let checkViolation = SQLState("23514")
    /// 40001: serialization failure.
    public static let serializationFailure = SQLState("40001")
    /// 40P01: deadlock detected.
    public static let deadlockDetected = SQLState("40P01")
    /// 25P02: failed transaction.
    public static let failedTransaction = SQLState("25P02")
    /// 57014: query canceled.
    public static let queryCanceled = SQLState("57014")
    /// 55P03: lock not available.
    public static let lockNotAvailable = SQLState("55P03")
    /// 42P01: undefined table.
    public static let undefinedTable = SQLState("42P01")
}
