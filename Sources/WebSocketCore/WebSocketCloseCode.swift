/// Why a WebSocket ends (RFC 6455 §7.4).
public struct WebSocketCloseCode: RawRepresentable, Hashable, Sendable {
    /// The number, as sent.
    public let rawValue: UInt16

    /// Wraps a number, whatever it is.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// 1000: it has done its work.
    public static let normal = WebSocketCloseCode(rawValue: 1000)
    /// 1001: the server goes down, or the browser has left the page.
    public static let goingAway = WebSocketCloseCode(rawValue: 1001)
    /// 1002: the peer broke the protocol.
    public static let protocolError = WebSocketCloseCode(rawValue: 1002)
    /// 1003: the peer sent a kind of message that is not taken, for instance binary.
    public static let unsupportedData = WebSocketCloseCode(rawValue: 1003)
    /// 1005: the close frame bore no code; never sent.
    public static let noStatus = WebSocketCloseCode(rawValue: 1005)
    /// 1006: the connection was lost without a close frame; never sent.
    public static let abnormal = WebSocketCloseCode(rawValue: 1006)
    /// 1007: the content does not fit its kind, for instance text that is not UTF-8.
    public static let invalidPayload = WebSocketCloseCode(rawValue: 1007)
    /// 1008: something else the server does not want.
    public static let policyViolation = WebSocketCloseCode(rawValue: 1008)
    /// 1009: the message is too large.
    public static let messageTooBig = WebSocketCloseCode(rawValue: 1009)
    /// 1011: a fault on the server's side.
    public static let internalError = WebSocketCloseCode(rawValue: 1011)
    /// 1012: the server starts again.
    public static let serviceRestart = WebSocketCloseCode(rawValue: 1012)
    /// 1013: come back later.
    public static let tryAgainLater = WebSocketCloseCode(rawValue: 1013)

    /// True for what a close frame may carry: 1000–1003, 1007–1011 and those registered since, 1012–1014; 3000–4999 (§7.4.2).
    public var mayBeSent: Bool {
        switch rawValue {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}

extension WebSocketCloseCode: CustomStringConvertible {
    /// The number.
    public var description: String { String(rawValue) }
}
