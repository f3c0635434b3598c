/// How one attempt failed.
public struct Failure: Sendable, Equatable {
    /// What kind it is.
    public var kind: FailureClass
    /// Whether the service may have carried the request out nevertheless.
    public var mayHaveHappened: Bool
    /// How long the service asks to wait.
    public var retryAfter: Duration?

    /// A failure from its parts.
    public init(_ kind: FailureClass, mayHaveHappened: Bool, retryAfter: Duration? = nil) {
        self.kind = kind
        self.mayHaveHappened = mayHaveHappened
        self.retryAfter = retryAfter
    }

    /// An answer that is no success. What was throttled was not begun.
    public init(_ error: AWSServiceError, retryAfter: Duration? = nil) {
        let kind = FailureClass(code: error.code, status: error.status)
        self.init(kind, mayHaveHappened: kind == .transient, retryAfter: retryAfter)
    }

    /// No connection came about, so that nothing was sent.
    public static let notSent = Failure(.transient, mayHaveHappened: false)
    /// The connection broke, or time ran out, after something was sent.
    public static let interrupted = Failure(.transient, mayHaveHappened: true)
    /// The signature was refused for its date, and the clock has been corrected since (`ClockOffset.learn`).
    public static let clockCorrected = Failure(.transient, mayHaveHappened: false, retryAfter: .zero)
}
