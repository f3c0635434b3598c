/// Why a statement or transaction has no result.
public enum PostgresError: Error, Sendable, Equatable {
    /// No connection can be made now; answer 503 and `Retry-After`.
    case unavailable(retryAfter: Duration, reason: String)
    /// All connections are busy and the queue is full, or no connection became free in time; answer 503.
    case poolExhausted
    /// The server refused the statement.
    indirect case server(ServerError)
    /// No answer within the time-out; whether a sent statement took effect is unknown.
    case timeout(after: Duration)
    /// The connection broke. `sent`: the statement may have taken effect.
    case connectionLost(sent: Bool, reason: String)
    /// The calling task was cancelled; whether a sent statement took effect is unknown, a transaction is rolled back.
    case cancelled
    /// A column does not hold what was asked for.
    indirect case decoding(DecodingFailure)
    /// A parameter that cannot be sent.
    case invalidParameter(InvalidParameter)
    /// A statement had `found` rows where `expected` were promised.
    case unexpectedRowCount(found: Int, expected: String)
    /// A transaction was used after its end.
    case transactionEnded
    /// The pool was closed.
    case closed

    /// A parameter that cannot be sent.
    public enum InvalidParameter: Error, Sendable, Equatable {
        /// The text at this place (from 1) holds U+0000, which PostgreSQL cannot store.
        case containsNUL(position: Int)
        /// More than 65,535 parameters.
        case tooMany(count: Int)
    }

    /// A column that does not hold what was asked for.
    public struct DecodingFailure: Error, Sendable, Equatable {
        /// What is wrong.
        public enum Reason: Sendable, Equatable { case null, type, outOfRange, malformed, noSuchColumn }
        /// Place from 0.
        public var column: Int
        /// The column's name.
        public var name: String
        /// The column's type.
        public var type: PostgresType
        /// The Swift type that was asked for.
        public var wanted: String
        /// What is wrong.
        public var reason: Reason
    }
}

extension PostgresError {
    /// The server's error, if it is one.
    public var serverError: ServerError? { if case .server(let error) = self { error } else { nil } }

    /// A row with the same key exists.
    public var isUniqueViolation: Bool { serverError?.state == .uniqueViolation }
    /// A referenced row does not exist, or is still referenced.
    public var isForeignKeyViolation: Bool { serverError?.state == .foreignKeyViolation }
    /// A check constraint refused the row.
    public var isCheckViolation: Bool { serverError?.state == .checkViolation }
    /// Name of the violated constraint.
    public var constraint: String? { serverError?.constraint }

    /// The whole transaction may succeed when it is tried again: a serialization failure or a deadlock.
    public var isTransactionConflict: Bool { serverError?.state == .serializationFailure || serverError?.state == .deadlockDetected }

    /// The database cannot be reached or is overloaded now: answer 503 rather than 500.
    public var isUnavailability: Bool {
        switch self {
        case .unavailable, .poolExhausted, .connectionLost, .closed: true
        case .server(let error): error.state.classCode == "53"
        default: false
        }
    }

    /// How long a caller should wait before it tries again, when the database cannot be used now.
    public var retryAfter: Duration? {
        if case .unavailable(let delay, _) = self { return delay }
        return isUnavailability ? .seconds(1) : nil
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// For users: nothing about the statement.
    public var description: String {
        switch self {
        case .unavailable, .connectionLost, .closed: "the database is not available at the moment"
        case .poolExhausted: "the database is busy"
        case .timeout: "the database took too long"
        case .cancelled: "the request was cancelled"
        case .server, .decoding, .invalidParameter, .unexpectedRowCount, .transactionEnded: "the database could not do that"
        }
    }

    /// For the log: everything but values and passwords.
    public var debugDescription: String {
        switch self {
        case .unavailable(let delay, let reason): "unavailable, retry after \(delay): \(reason)"
        case .poolExhausted: "no connection became free in time, or too many callers wait"
        case .server(let error): error.debugDescription
        case .timeout(let limit): "no answer within \(limit)"
        case .connectionLost(let sent, let reason): "connection lost \(sent ? "after" : "before") sending: \(reason)"
        case .cancelled: "cancelled by the caller"
        case .decoding(let failure): "column \(failure.column) (\(failure.name), \(failure.type)) as \(failure.wanted): \(failure.reason)"
        case .invalidParameter(let problem): "invalid parameter: \(problem)"
        case .unexpectedRowCount(let found, let expected): "\(found) rows, expected \(expected)"
        case .transactionEnded: "a transaction was used after its end"
        case .closed: "the pool is closed"
        }
    }
}
