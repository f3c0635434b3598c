public import HTTPClient

/// Why an answer broke off, and what of it had arrived.
public struct ConverseStreamError: Error, Sendable, Equatable {
    /// What happened.
    public enum Cause: Error, Sendable, Equatable {
        /// The service said so within the stream, such as `ThrottlingException` or `ModelStreamErrorException`.
        case service(AWSServiceError)
        /// The connection broke, or a limit of the exchange passed.
        case exchange(HTTPClientError)
        /// The bytes are no event stream: damaged, or cut within a message.
        case frames(EventStreamError)
        /// An event is not what the service promises; the sentence says how.
        case unexpectedEvent(String)
        /// The stream ended before the answer did.
        case endedEarly
        /// The answer is longer than the caller allows.
        case tooLong(limitBytes: Int)
        /// The model wrote something else than JSON for a tool, or ran out of tokens in it.
        case invalidToolInput(name: String, text: String)
        /// The caller was cancelled.
        case cancelled
    }

    /// What happened.
    public let cause: Cause
    /// What had arrived until then.
    public let arrived: ConverseAccumulator

    /// A broken answer.
    public init(_ cause: Cause, arrived: ConverseAccumulator) {
        self.cause = cause
        self.arrived = arrived
    }

    /// What the service said; nil when it said nothing.
    public var serviceError: AWSServiceError? {
        if case .service(let error) = cause { error } else { nil }
    }
}

extension ConverseStreamError: CustomStringConvertible {
    /// One line for the log, without anything that was written.
    public var description: String {
        switch cause {
        case .service(let error): "\(error.status) \(error.code): \(error.loggedMessage)"
        case .exchange(let error): "the answer broke off: \(error)"
        case .frames(let error): "the answer is damaged: \(error)"
        case .unexpectedEvent(let sentence): "unexpected event: \(sentence)"
        case .endedEarly: "the stream ended before the answer did"
        case .tooLong(let limitBytes): "the answer is longer than \(limitBytes) bytes"
        case .invalidToolInput(let name, _): "the input of the tool \(name) is not JSON"
        case .cancelled: "cancelled by the caller"
        }
    }
}
