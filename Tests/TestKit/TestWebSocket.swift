import HTTPCore
public import WebSocketCore

/// The client's end of a WebSocket, for one task at a time.
public final class TestWebSocket {
    /// The answer to the handshake.
    public let response: TestResponse
    /// How the server closed; nil while it has not.
    public private(set) var closure: (code: WebSocketCloseCode, reason: String)?
    /// Payloads of the pings that were answered.
    public private(set) var pings: [[UInt8]] = []

    private let stream: any TestStream
    private let deflate: PerMessageDeflate?
    private var decoder: WebSocketDecoder
    private var encoder: WebSocketEncoder
    private var unread: [UInt8] = []
    private var isClosing = false

    init(_ stream: any TestStream) {
        self.stream = stream
        response = stream.response
        deflate = response["Sec-WebSocket-Extensions"].flatMap { PerMessageDeflate(answered: $0) }
        var limits = WebSocketLimits()
        limits.messageBytes = 64 * 1_024 * 1_024
        decoder = WebSocketDecoder(from: .server, limits: limits, deflate: deflate)
        encoder = WebSocketEncoder(.client, deflate: deflate)
    }

    /// The subprotocol the server chose.
    public var subprotocol: String? { response["Sec-WebSocket-Protocol"] }

    /// Whether messages are compressed.
    public var isCompressed: Bool { deflate != nil }

    /// Sends a text.
    public func send(text: String) async throws { try await write { $0.write(.text(text), into: &$1) } }

    /// Sends bytes.
    public func send(bytes: [UInt8]) async throws { try await write { $0.write(.binary(bytes), into: &$1) } }

    /// Sends bytes that need not be frames.
    public func send(raw bytes: [UInt8]) async throws { try await stream.write(bytes) }

    /// Sends a ping.
    public func ping(_ payload: [UInt8] = []) async throws { try await write { $0.ping(payload, into: &$1) } }

    /// Sends a close frame.
    public func close(_ code: WebSocketCloseCode = .normal, reason: String = "") async throws {
        isClosing = true
        try await write { $0.close(code, reason: reason, into: &$1) }
    }

    /// The next message; nil when the server has closed or is gone. Pings are answered, pongs skipped.
    public func receive() async throws -> WebSocketMessage? {
        while let event = try await next() {
            switch event {
            case .message(let message): return message
            case .ping(let payload):
                pings.append(payload)
                try await write { $0.pong(payload, into: &$1) }
            case .pong: break
            case .close(let code, let reason):
                closure = (code, reason)
                if !isClosing { try await close(code) }
                return nil
            }
        }
        return nil
    }

    /// The next text; nil when something else came.
    public func receiveText() async throws -> String? {
        if case .text(let text) = try await receive() { text } else { nil }
    }

    /// What the server sent next, unanswered; nil when it is gone.
    public func next() async throws -> WebSocketEvent? {
        while true {
            let bytes = unread
            if !bytes.isEmpty {
                let (event, count) = try decoder.next(bytes.span)
                unread.removeFirst(count)
                if let event { return event }
            }
            unread = try await stream.read()
            if unread.isEmpty { return nil }
        }
    }

    /// True when the server has closed the connection; what it still sends is skipped.
    public func isGone() async throws -> Bool {
        while !(try await stream.read()).isEmpty {}
        return true
    }

    /// Goes without a word.
    public func vanish() async {
        isClosing = true
        await stream.close()
    }

    func finish() async throws {
        guard !isClosing, closure == nil else { return }
        try await close()
        while try await receive() != nil {}
    }

    private func write(_ encode: (inout WebSocketEncoder, inout [UInt8]) -> Void) async throws {
        var bytes: [UInt8] = []
        encode(&encoder, &bytes)
        try await stream.write(bytes)
    }
}
