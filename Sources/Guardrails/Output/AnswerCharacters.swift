/// The characters of an answer as a reader sees them: those that are written by name or number as themselves, those that cannot be seen left out. One is looked
/// at after the other, so that neither puts the other together.
struct AnswerCharacters {
    /// Longer names and numbers are none.
    private static let longestName = 20

    /// What brackets that were written by name or number are among the characters that are given: text, never a tag's. No visible character is one of them.
    static let namedOpening: UInt8 = 1, namedClosing: UInt8 = 2

    /// Places of undecodable text, which a spoilt answer is full of.
    private(set) var replacements = 0
    private var visible = VisibleFilter()
    private var bytes: [UInt8] = []
    /// An ampersand and what may be a name or a number behind it.
    private var name: [UInt8] = []
    /// Whether what stands before it began as one, too: what is decoded must not be its end.
    private var isBehindName = false

    /// Takes a piece; gives what is decided.
    mutating func receive(_ piece: String) -> [UInt8] {
        var piece = piece
        bytes.reserveCapacity(piece.utf8.count)
        piece.withUTF8 { text in
            var place = 0
            while place < text.count {
                let end = name.isEmpty ? Self.plainEnd(text, from: place) : place
                if end > place {
                    bytes.append(contentsOf: text[place..<end])
                    visible.settle(on: text.scalar(at: text[end - 1] < 0x80 ? end - 1 : end - 3).value)
                    place = end
                } else {
                    let (scalar, length) = text.scalar(at: place)
                    take(scalar)
                    place += length
                }
            }
        }
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Where something else follows than ASCII, kana and kanji, which most of an answer is.
    private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count {
            switch text[end] {
            case UInt8(ascii: "&"), 0..<0x20, 0x7F..<0xE3, 0xEA...: return end
            case 0xE3 where !(0x81...0x83).contains(text[end + 1]): return end
            case 0xE3...: end += 3
            default: end += 1
            }
        }
        return end
    }

    /// Gives the rest.
    mutating func finish() -> [UInt8] {
        if !name.isEmpty { endName() }
        return bytes
    }

    private mutating func take(_ scalar: UInt32) {
        if name.isEmpty {
            if scalar == UInt32(UInt8(ascii: "&")) { return name.append(UInt8(ascii: "&")) }
            if scalar == 0xFFFD { replacements += 1 }
            return visible.take(scalar, into: &bytes)
        }
        if scalar >= 0x80 {
            switch CharacterKind(scalar) {
            case .hidden, .joiner, .emojiSelector, .ideographSelector, .tag: return
            default: break
            }
        } else {
            let byte = UInt8(scalar)
            if byte.isAlphanumeric || byte == UInt8(ascii: "#") && name.count == 1 {
                // Any number of zeros may lead.
                if byte == UInt8(ascii: "0"), name.elementsEqual("&#0".utf8) || name.elementsEqual("&#x0".utf8) { return }
                name.append(byte)
                if name.count > Self.longestName { endName() }
                return
            }
            if byte < 0x20, CharacterKind(scalar) == .hidden { return }
            if byte == UInt8(ascii: ";"), let decoded = CharacterName(name[1...]), decoded.count == name.count - 1 { return put(decoded) }
        }
        endName(isBefore: scalar)
        take(scalar)
    }

    /// What stands there has no semicolon: its beginning may be a name all the same.
    private mutating func endName(isBefore next: UInt32 = 0) {
        let text = name
        if let decoded = CharacterName(text[1...]), decoded.mayBeBare {
            put(decoded)
            for byte in text.dropFirst(1 + decoded.count) { take(UInt32(byte)) }
        } else {
            for byte in text { visible.take(UInt32(byte), into: &bytes) }
            name = []
            isBehindName = next == UInt32(UInt8(ascii: "&"))
        }
    }

    private mutating func put(_ decoded: CharacterName) {
        name = []
        if isBehindName { visible.take(0x20, into: &bytes) }
        isBehindName = false
        take(decoded.scalar)
        if decoded.scalar == 0x3C { bytes[bytes.count - 1] = Self.namedOpening }
        if decoded.scalar == 0x3E { bytes[bytes.count - 1] = Self.namedClosing }
    }
}

/// A character that is written by its name or number. Source: HTML, "Named character references".
struct CharacterName {
    let scalar: UInt32
    /// How many bytes the name has.
    let count: Int
    /// Whether it needs no semicolon.
    let mayBeBare: Bool

    /// The name at the start of what stands behind an ampersand.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.first == UInt8(ascii: "#") else {
            let bare = Self.bare.first { text.starts(with: $0.utf8) }, name = bare ?? String(decoding: text, as: UTF8.self)
            guard let value = Self.names[name] else { return nil }
            (scalar, count, mayBeBare) = (value, name.utf8.count, bare != nil)
            return
        }
        let isHex = text.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x"), prefix = isHex ? 2 : 1
        let digits = text.dropFirst(prefix).prefix { $0.isDigit || isHex && (0x61...0x66).contains($0 | 0x20) }
        guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10), Unicode.Scalar(value) != nil else { return nil }
        (scalar, count, mayBeBare) = (value, prefix + digits.count, true)
    }

    private static let bare = ["lt", "gt", "amp", "quot", "nbsp", "shy", "LT", "GT", "AMP", "QUOT"]
    /// Those of ASCII, and of what cannot be seen.
    private static let names: [String: UInt32] = [
        "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "LT": 0x3C, "GT": 0x3E, "AMP": 0x26, "QUOT": 0x22, "apos": 0x27, "nbsp": 0xA0,
        "NonBreakingSpace": 0xA0,
        "Tab": 0x09, "NewLine": 0x0A, "excl": 0x21, "num": 0x23, "dollar": 0x24, "percnt": 0x25, "lpar": 0x28, "rpar": 0x29, "ast": 0x2A, "midast": 0x2A,
        "plus": 0x2B, "comma": 0x2C, "period": 0x2E, "sol": 0x2F, "colon": 0x3A, "semi": 0x3B, "equals": 0x3D, "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B,
        "lbrack": 0x5B, "bsol": 0x5C, "rsqb": 0x5D, "rbrack": 0x5D, "Hat": 0x5E, "lowbar": 0x5F, "UnderBar": 0x5F, "grave": 0x60, "DiacriticalGrave": 0x60,
        "lcub": 0x7B, "lbrace": 0x7B, "verbar": 0x7C, "vert": 0x7C, "VerticalLine": 0x7C, "rcub": 0x7D, "rbrace": 0x7D, "shy": 0xAD, "zwj": 0x200D,
        "zwnj": 0x200C, "lrm": 0x200E, "rlm": 0x200F, "ZeroWidthSpace": 0x200B, "NoBreak": 0x2060, "ApplyFunction": 0x2061, "af": 0x2061,
        "InvisibleTimes": 0x2062, "it": 0x2062, "InvisibleComma": 0x2063, "ic": 0x2063, "hairsp": 0x200A, "thinsp": 0x2009, "ensp": 0x2002, "emsp": 0x2003,
    ]
}
