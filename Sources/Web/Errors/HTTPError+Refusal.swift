import HTTPCore

extension HTTPError {
    /// What the peer hears when its connection is refused before there is a request to route.
    init(_ refusal: Refusal) {
        switch refusal {
        case .malformed(let error): self = HTTPError(error.status, type: Self.type(of: error), detail: Self.detail(of: error))
        case .headTimedOut: self = HTTPError(refusal.status, type: "request-timed-out", detail: "The request did not arrive in time; send it again.")
        case .tooManyConnections:
            self = .unavailable("too-many-connections", "Too many connections are open; try again in a moment.", retryAfter: .seconds(1))
        }
    }

    private static func type(of error: ParseError) -> String {
        switch error {
        case .targetTooLong: "target-too-long"
        case .headTooLarge, .tooManyFields: "header-too-large"
        case .unknownTransferCoding: "unknown-transfer-coding"
        case .unsupportedVersion: "unsupported-version"
        case .unknownExpectation: "unknown-expectation"
        default: "malformed-request"
        }
    }

    private static func detail(of error: ParseError) -> String {
        switch error {
        case .targetTooLong: "The address is too long; shorten its query."
        case .headTooLarge, .tooManyFields: "The header fields are too many or too long; send fewer, for instance fewer cookies."
        case .unknownTransferCoding: "The only transfer coding understood here is chunked."
        case .unsupportedVersion: "Speak HTTP/1.1."
        case .unknownExpectation: "The only expectation understood here is 100-continue."
        case .badHost: "The request needs exactly one valid Host field."
        case .badContentLength, .conflictingFraming, .badTransferEncoding:
            "The length of the body is not clear; send one Content-Length or Transfer-Encoding: chunked."
        default: "This is not a valid HTTP/1.1 request; check its request line and header fields."
        }
    }
}
