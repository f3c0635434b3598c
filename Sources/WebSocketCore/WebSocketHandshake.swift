import Crypto
import Encoding
public import HTTPCore

/// Decides about a request to open a WebSocket (RFC 6455 §4.2), without I/O.
public struct WebSocketHandshake: Sendable {
    /// Subprotocols in the server's order of preference; none when it speaks no particular one.
    public var subprotocols: [String]
    /// How to compress; nil not at all.
    public var compression: WebSocketCompression?

    /// A handshake for these.
    public init(subprotocols: [String] = [], compression: WebSocketCompression? = nil) {
        precondition(subprotocols.allSatisfy { WebSocketExtension.isToken($0[...]) }, "a subprotocol is a token")
        self.subprotocols = subprotocols
        self.compression = compression
    }

    /// What was agreed on.
    public struct Agreement: Sendable, Equatable {
        /// The subprotocol; nil when the client asked for none.
        public var subprotocol: String?
        /// How messages are compressed; nil when they are not.
        public var deflate: PerMessageDeflate?
        /// The fields of the 101.
        public var fields: Fields
    }

    /// Why there is no WebSocket.
    public enum Refusal: Error, Hashable, Sendable {
        /// 426: the request does not ask for one.
        case notAsked
        /// 426 with the version we speak (§4.4).
        case unsupportedVersion
        /// 400: a GET without content in HTTP/1.1 it must be (§4.1).
        case badRequest
        /// 400: the key is not 16 bytes in base64, sent once (§4.2.1).
        case badKey
        /// 400: the client asks for subprotocols, and none of them is ours.
        case unknownSubprotocol
    }

    /// Looks at a request.
    public func agree(to request: Request) throws(Refusal) -> Agreement {
        let fields = request.fields
        guard fields.list("Upgrade", contains: "websocket"), fields.list(.connection, contains: "upgrade") else { throw .notAsked }
        guard request.method == .get, request.minorVersion >= 1, request.body.declaredLength == 0 else { throw .badRequest }
        guard fields.all("Sec-WebSocket-Version") == ["13"] else { throw .unsupportedVersion }
        let keys = fields.all("Sec-WebSocket-Key")
        guard keys.count == 1, Base64.decode(keys[0])?.count == 16 else { throw .badKey }
        var agreement = Agreement(subprotocol: try subprotocol(fields), deflate: deflate(fields), fields: ["Upgrade": "websocket"])
        agreement.fields.append("Sec-WebSocket-Accept", Self.accept(keys[0]))
        if let name = agreement.subprotocol { agreement.fields.append("Sec-WebSocket-Protocol", name) }
        if let deflate = agreement.deflate { agreement.fields.append("Sec-WebSocket-Extensions", deflate.fieldValue) }
        return agreement
    }

    /// What proves to the client that we read its key (§4.2.2).
    public static func accept(_ key: String) -> String {
        Base64.encode(SHA1.hash(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)))
    }

    private func subprotocol(_ fields: Fields) throws(Refusal) -> String? {
        let offered = fields.all("Sec-WebSocket-Protocol").flatMap { $0.pieces(separatedBy: ",").map { String($0.trimmedSpace()) } }
        guard !offered.isEmpty, !subprotocols.isEmpty else { return nil }
        // Browsers fail a connection whose answer does not choose among what they offered: better to say why.
        guard let chosen = subprotocols.first(where: offered.contains) else { throw .unknownSubprotocol }
        return chosen
    }

    /// The first offer we can accept; the client puts what it likes best first (RFC 7692 §5).
    private func deflate(_ fields: Fields) -> PerMessageDeflate? {
        guard let compression else { return nil }
        let offers = fields.all("Sec-WebSocket-Extensions").flatMap(WebSocketExtension.parse)
        return offers.lazy.compactMap { PerMessageDeflate(accepting: $0, by: compression) }.first
    }
}
