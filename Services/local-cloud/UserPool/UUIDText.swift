import Crypto
import Encoding
import JSON

/// Random UUIDs in their text form. Source: RFC 9562 §5.4 (version 4).
enum UUIDText {
    /// `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`, in lower case.
    static func random() -> String {
        var bytes = SecureRandom.bytes(16)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(Hex.encode(bytes).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
        return groups.joined(separator: "-")
    }

    /// Whether the text has that form; such a text is safe as the name of a file.
    static func isUUID(_ text: String) -> Bool {
        TextFormat.uuid.holds(text) && !text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
    }
}
