/// How a request ended, as what is released afterwards hears it.
public enum RequestOutcome: Sendable {
    /// The handler answered, and the content was produced and handed over whole.
    case answered
    /// What an input, the handler, middleware or the production of the content threw. `ResponseBodyError.disconnected` or `CancellationError` when the
    /// client has gone, `HTTPError` 503 `deadline-exceeded` when the deadline passed.
    case failed(any Error)

    /// Why it failed; nil when it did not.
    public var error: (any Error)? {
        switch self {
        case .answered: nil
        case .failed(let error): error
        }
    }
}
