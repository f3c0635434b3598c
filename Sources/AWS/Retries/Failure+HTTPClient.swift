public import HTTPClient

extension Failure {
    /// An exchange without an answer. What is wrong with the request, with trust or with our own load does not get better by trying again.
    public init(_ error: HTTPClientError) {
        self =
            switch error {
            case .invalidRequest, .untrustedServer, .cancelled, .busy, .timedOut(.waiting), .responseTooLarge, .uploadFailed:
                Failure(.permanent, mayHaveHappened: !error.wasNeverSent)
            default: error.wasNeverSent ? .notSent : .interrupted
            }
    }
}
