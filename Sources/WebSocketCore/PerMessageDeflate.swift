import Compression

/// What both sides agreed on about compression (RFC 7692 §7).
public struct PerMessageDeflate: Sendable, Equatable {
    /// The server's messages do not refer to earlier ones (§7.1.1.1).
    public var serverNoContextTakeover = false
    /// The client's messages do not (§7.1.1.2).
    public var clientNoContextTakeover = false
    /// The server's window, 9 to 15 (§7.1.2.1).
    public var serverWindowBits = 15
    /// The client's window, 8 to 15 (§7.1.2.2).
    public var clientWindowBits = 15
    /// How this side compresses.
    public var policy: WebSocketCompression
    /// The client can choose its window.
    private var clientChoosesWindow = false

    /// The widest agreement, for a policy of this side.
    public init(policy: WebSocketCompression = WebSocketCompression()) { self.policy = policy }

    /// Accepts an offer as far as a policy goes; nil for one that must be declined (§7.1).
    init?(accepting offer: WebSocketExtension, by policy: WebSocketCompression) {
        guard offer.name == "permessage-deflate", Set(offer.parameters.map(\.name)).count == offer.parameters.count else { return nil }
        self.init(policy: policy)
        for parameter in offer.parameters {
            guard take(parameter) else { return nil }
        }
        // zlib has no window of 2^8 bytes for raw deflate.
        guard serverWindowBits >= 9 else { return nil }
        serverWindowBits = min(serverWindowBits, policy.windowBits)
        if clientChoosesWindow { clientWindowBits = min(clientWindowBits, policy.windowBits) }
        if !policy.keepsContext { (serverNoContextTakeover, clientNoContextTakeover) = (true, true) }
    }

    /// Reads a server's answer to an offer, for a client (§7.1); nil when it is none.
    public init?(answered fieldValue: String, policy: WebSocketCompression = WebSocketCompression()) {
        guard let answer = WebSocketExtension.parse(fieldValue).first, answer.name == "permessage-deflate" else { return nil }
        self.init(policy: policy)
        for parameter in answer.parameters {
            guard take(parameter) else { return nil }
        }
    }

    private mutating func take(_ parameter: WebSocketExtension.Parameter) -> Bool {
        switch (parameter.name, parameter.value) {
        case ("server_no_context_takeover", nil): serverNoContextTakeover = true
        case ("client_no_context_takeover", nil): clientNoContextTakeover = true
        case ("client_max_window_bits", nil): clientChoosesWindow = true
        case ("client_max_window_bits", let text?):
            guard let bits = Self.bits(text) else { return false }
            (clientChoosesWindow, clientWindowBits) = (true, bits)
        case ("server_max_window_bits", let text?):
            guard let bits = Self.bits(text) else { return false }
            serverWindowBits = bits
        default: return false
        }
        return true
    }

    /// 8 to 15 without leading zeros.
    private static func bits(_ text: String) -> Int? {
        guard let bits = Int(text), (8...15).contains(bits), String(bits) == text else { return nil }
        return bits
    }

    /// The agreement as a response field says it.
    var fieldValue: String {
        var text = "permessage-deflate"
        if serverNoContextTakeover { text += "; server_no_context_takeover" }
        if clientNoContextTakeover { text += "; client_no_context_takeover" }
        if serverWindowBits < 15 { text += "; server_max_window_bits=\(serverWindowBits)" }
        if clientChoosesWindow { text += "; client_max_window_bits=\(clientWindowBits)" }
        return text
    }

    // MARK: Both directions

    var compressorOfServer: MessageCompressor { compressor(serverWindowBits, keepsContext: !serverNoContextTakeover) }
    var compressorOfClient: MessageCompressor { compressor(clientWindowBits, keepsContext: !clientNoContextTakeover) }
    /// Reads what a client sends.
    var decompressorOfServer: MessageDecompressor { MessageDecompressor(windowBits: clientWindowBits, keepsContext: !clientNoContextTakeover) }
    /// Reads what a server sends.
    var decompressorOfClient: MessageDecompressor { MessageDecompressor(windowBits: serverWindowBits, keepsContext: !serverNoContextTakeover) }

    private func compressor(_ windowBits: Int, keepsContext: Bool) -> MessageCompressor {
        MessageCompressor(windowBits: max(9, windowBits), memoryLevel: policy.memoryLevel, level: policy.level, keepsContext: keepsContext)
    }
}
