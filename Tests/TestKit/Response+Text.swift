public import HTTPCore

extension Response {
    /// The content; empty for one that is not in memory.
    public var text: String { if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" } }
}
