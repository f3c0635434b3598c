import Encoding

/// Names of files that learners keep.
enum FileName {
    /// `Content-Disposition` with a name in any script (RFC 6266 §5, RFC 8187): a plain one for old readers, and the whole one.
    static func attachment(_ name: String) -> String {
        let safe = safe(name)
        let plain = String(
            decoding: safe.utf8.map { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "%") ? $0 : UInt8(ascii: "_") },
            as: UTF8.self)
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentEncoding.encode(safe))"
    }

    /// Without what file systems give a meaning to; at most 100 characters.
    static func safe(_ name: String) -> String {
        let kept = name.map { character -> Character in
            let isBad =
                #"/\:*?"<>|"#.contains(character)
                || character.unicodeScalars.contains { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format }
            return isBad ? "_" : character
        }
        let text = String(kept.suffix(100))
        return text.hasPrefix(".") ? "_" + text : text
    }
}
