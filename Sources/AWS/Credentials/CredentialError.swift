/// Why there are no credentials. The sentences are for operators; no secret is in them.
public enum CredentialError: Error, Sendable, Equatable {
    /// Nothing asks for this source; the sentence says what would.
    case notConfigured(String)
    /// It is configured wrongly; the sentence says how.
    case misconfigured(String)
    /// It is configured and did not answer with credentials; the sentence says what it did.
    case unavailable(String)
    /// No source had any: each with what it said, in the order of asking.
    case noneFound([Attempt])
    /// The caller was cancelled.
    case cancelled

    /// One source that was asked.
    public struct Attempt: Sendable, Equatable {
        /// Its name.
        public let provider: String
        /// What it said.
        public let reason: String

        /// A source and what it said.
        public init(provider: String, reason: String) {
            self.provider = provider
            self.reason = reason
        }
    }
}

extension CredentialError: CustomStringConvertible {
    /// One sentence, with all that was tried.
    public var description: String {
        switch self {
        case .notConfigured(let reason), .misconfigured(let reason), .unavailable(let reason): reason
        case .noneFound(let attempts): "no AWS credentials: " + attempts.map { "\($0.provider): \($0.reason)" }.joined(separator: "; ")
        case .cancelled: "cancelled while waiting for AWS credentials"
        }
    }
}
