/// Why a WebSocket was failed (RFC 6455 §7.1.7).
public enum WebSocketError: Error, Equatable, Sendable {
    /// The peer's bytes are no frames, or not in this order.
    case violation(WebSocketViolation)
    /// A text, or the reason of a close frame, is not UTF-8 (§8.1).
    case invalidText
    /// A message is, or would become, longer than allowed.
    case messageTooLarge(limitBytes: Int)
    /// A message came in too many fragments.
    case tooManyFragments(limit: Int)
    /// Compressed data that cannot be decompressed (RFC 7692 §7.2.2).
    case corruptCompression
    /// The peer did not answer a ping, or went on without closing.
    case timedOut
    /// The connection was lost without a close frame.
    case disconnected
    /// It is closed: nothing more can be sent.
    case closed
    /// Somebody else waits for a message already; one may.
    case alreadyReceiving

    /// What the peer hears.
    public var closeCode: WebSocketCloseCode {
        switch self {
        case .violation, .corruptCompression: .protocolError
        case .invalidText: .invalidPayload
        case .messageTooLarge: .messageTooBig
        case .tooManyFragments: .policyViolation
        case .timedOut: .goingAway
        case .disconnected: .abnormal
        case .closed: .normal
        case .alreadyReceiving: .internalError
        }
    }

    /// A few words for the peer; at most 123 bytes.
    public var reason: String {
        switch self {
        case .violation(let violation): violation.rawValue
        case .invalidText: "text is not UTF-8"
        case .messageTooLarge(let limitBytes): "send at most \(limitBytes) bytes in a message"
        case .tooManyFragments(let limit): "send a message in at most \(limit) fragments"
        case .corruptCompression: "compressed data is corrupt"
        case .timedOut: "no answer in time"
        case .disconnected, .closed, .alreadyReceiving: ""
        }
    }
}

/// A rule of RFC 6455 that a peer broke.
public enum WebSocketViolation: String, Error, Sendable, CaseIterable {
    /// §5.2
    case reservedBits = "a reserved bit is set"
    /// §5.2
    case unknownOpcode = "the opcode is reserved"
    /// §5.1
    case notMasked = "a client masks its frames"
    /// §5.1
    case masked = "a server does not mask its frames"
    /// §5.5
    case fragmentedControl = "a control frame is not fragmented"
    /// §5.5
    case longControl = "a control frame holds at most 125 bytes"
    /// §5.2
    case lengthNotMinimal = "a length takes as few bytes as it can"
    /// §5.2
    case lengthTooLarge = "a length has at most 63 bits"
    /// §5.4
    case nothingToContinue = "there is no message to continue"
    /// §5.4
    case messageUnfinished = "the message before is not finished"
    /// §5.5.1
    case badClosePayload = "a close frame has no payload, or a code of two bytes first"
    /// §7.4
    case badCloseCode = "the close code may not be sent"
}
