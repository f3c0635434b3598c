import HTTPCore
import JSON
import WebSocketCore

extension WebSocketStateMachine {
    /// Why nothing can be sent.
    var sendingError: WebSocketError { if case .failed(let error) = end { error } else { .closed } }
}

extension WebSocketCloseCode {
    /// What the peer hears when the handler ended so.
    static func fitting(_ outcome: Result<Void, any Error>) -> (code: WebSocketCloseCode, reason: String) {
        guard case .failure(let error) = outcome else { return (.normal, "") }
        switch error {
        case let error as HTTPError: return fitting(error)
        case let error as any HTTPErrorConvertible: return fitting(error.httpError)
        case let error as InvalidInput: return (.invalidPayload, error.problems.first.map { "\($0.loc.text): \($0.msg)" } ?? "")
        case let error as WebSocketError: return (error.closeCode.mayBeSent ? error.closeCode : .normal, error.reason)
        case is CancellationError: return (.goingAway, "")
        default: return (.internalError, "internal-error")
        }
    }

    private static func fitting(_ error: HTTPError) -> (WebSocketCloseCode, String) {
        switch error.status.code {
        case 503: (.tryAgainLater, error.type)
        case 500...: (.internalError, error.type)
        default: (.policyViolation, error.type)
        }
    }
}

extension [LocationElement] {
    /// The way to a value with dots.
    fileprivate var text: String {
        map { element in
            switch element {
            case .name(let name): name
            case .index(let index): String(index)
            }
        }.joined(separator: ".")
    }
}

extension HTTPError {
    /// What a client hears that asked for no WebSocket, or not well.
    init(_ refusal: WebSocketHandshake.Refusal, subprotocols: [String]) {
        switch refusal {
        case .notAsked:
            self.init(
                426, type: "upgrade-required", detail: "This address speaks WebSocket only; connect with a WebSocket client.", fields: ["Upgrade": "websocket"])
        case .unsupportedVersion:
            self.init(
                426, type: "unsupported-websocket-version", detail: "Speak version 13 of WebSocket (RFC 6455).",
                fields: ["Upgrade": "websocket", "Sec-WebSocket-Version": "13"])
        case .badRequest: self.init(.badRequest, type: "bad-handshake", detail: "Open a WebSocket with a GET in HTTP/1.1 that has no content.")
        case .badKey: self.init(.badRequest, type: "bad-handshake", detail: "Send one Sec-WebSocket-Key: 16 random bytes in base64.")
        case .unknownSubprotocol:
            let known = subprotocols.joined(separator: ", ")
            self.init(.badRequest, type: "unknown-subprotocol", detail: "None of the subprotocols is spoken here; offer one of \(known), or none.")
        }
    }

    static var foreignOrigin: HTTPError {
        .forbidden("foreign-origin", "Pages of this origin may not connect; open the WebSocket from a page of this site.")
    }
}
