import HTTPCore

/// A second reader of heads, slow and plain, that knows only the grammar of RFC 9112 §2 to §6: nil for what it does not allow.
struct ReferenceHead {
    private(set) var lines: [Line] = []
    private(set) var framing = BodyFraming.none

    init?(_ bytes: ArraySlice<UInt8>) {
        guard var rest = Self.split(bytes) else { return nil }
        // Empty lines before the request line (§2.2), and the one that ends the head.
        rest = Array(rest.drop { $0.isEmpty })
        guard rest.count >= 3, rest[rest.count - 2].isEmpty, rest[rest.count - 1].isEmpty else { return nil }
        guard rest[0].split(separator: 0x20, omittingEmptySubsequences: false).count == 3 else { return nil }
        for text in rest[1..<rest.count - 2] {
            guard let line = Self.line(text) else { return nil }
            lines.append(line)
        }
        guard let framing = Self.framing(lines) else { return nil }
        self.framing = framing
    }

    /// Lines end with CR LF; neither byte, and no NUL, stands anywhere else.
    private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var lines: [ArraySlice<UInt8>] = []
        for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let isLast = piece.endIndex == bytes.endIndex
            guard isLast || piece.last == 0x0D else { return nil }
            let line = isLast ? piece : piece.dropLast()
            guard !line.contains(where: { $0 == 0x0D || $0 == 0 }) else { return nil }
            lines.append(line)
        }
        return lines
    }

    private static func line(_ text: ArraySlice<UInt8>) -> Line? {
        guard let colon = text.firstIndex(of: 0x3A), colon > text.startIndex, text[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        var value = text[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        return Line(name: Array(text[..<colon]), value: Array(value))
    }

    private static func framing(_ lines: [Line]) -> BodyFraming? {
        func values(_ name: String) -> [String] {
            lines.filter { String(decoding: $0.name, as: UTF8.self).lowercased() == name }.map { String(decoding: $0.value, as: UTF8.self) }
        }
        let lengths = values("content-length"), codings = values("transfer-encoding")
        guard lengths.count + codings.count <= 1 else { return nil }
        if let coding = codings.first { return coding.lowercased() == "chunked" ? .chunked : nil }
        guard let length = lengths.first else { return BodyFraming.none }
        guard !length.isEmpty, length.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(length).map { .length($0) }
    }
}
