public import HTTPClient

/// Why a call has failed, after all its attempts.
public struct AWSError: Error, Sendable, Equatable {
    /// What the last attempt met.
    public enum Cause: Error, Sendable, Equatable {
        /// Nobody to sign as.
        case credentials(CredentialError)
        /// The request cannot be signed.
        case signing(SigningError)
        /// The service would refuse the request, so it was not sent; the sentence says what to change.
        case invalidRequest(String)
        /// The service answered with an error.
        case service(AWSServiceError)
        /// There was no answer, or no whole one.
        case exchange(HTTPClientError)
        /// The answer is not what the service promises; the sentence says how.
        case unexpectedAnswer(String)
        /// The caller was cancelled.
        case cancelled
    }

    /// What the last attempt met.
    public let cause: Cause
    /// How many attempts were made.
    public let attempts: Int
    /// Why it is not tried again.
    public let reason: CallAttempts.Reason

    /// A failed call.
    public init(_ cause: Cause, attempts: Int = 1, reason: CallAttempts.Reason = .permanent) {
        self.cause = cause
        self.attempts = attempts
        self.reason = reason
    }

    /// What the service said; nil when it said nothing.
    public var serviceError: AWSServiceError? {
        if case .service(let error) = cause { error } else { nil }
    }

    /// The service's code, such as `NoSuchKey`; nil when it said none.
    public var code: String? { serviceError.flatMap { $0.code.isEmpty ? nil : $0.code } }
}

extension AWSError: CustomStringConvertible {
    /// One line for the log.
    public var description: String {
        let times = attempts == 1 ? "" : " (\(attempts) attempts)"
        switch cause {
        case .credentials(let error): return error.description
        case .signing(let error): return "cannot be signed: \(error)"
        case .invalidRequest(let sentence): return "invalid request: \(sentence)"
        case .service(let error):
            return "\(error.status) \(error.code): \(error.loggedMessage)\(times)\(error.requestID.map { ", request \($0)" } ?? "")"
        case .exchange(let error): return "no answer: \(error)\(times)"
        case .unexpectedAnswer(let sentence): return "unexpected answer: \(sentence)"
        case .cancelled: return "cancelled by the caller"
        }
    }
}
