/// Keys, tokens and passwords.
enum Credential {
    /// Up to where tokens were looked for in vain: what stands before it ends no other way.
    struct Known {
        fileprivate var keyless = 0, webless = 0
    }

    /// The end of a token whose prefix its maker has published, or of a JSON Web Token.
    static func tokenEnd(_ bytes: [UInt8], at start: Int, _ words: PersonalWords, _ known: inout Known) -> Int? {
        let first = bytes[start]
        if first == UInt8(ascii: "e"), hasPrefix(bytes, at: start, "eyJ") { return start < known.webless ? nil : webTokenEnd(bytes, at: start, &known.webless) }
        guard start >= known.keyless else { return nil }
        for entry in words.tokens[Int(first & 0x7F)] where starts(bytes, at: start, with: entry.bytes) {
            let end = tokenEnd(bytes, from: start + entry.bytes.count, extra: UInt8(ascii: "."))
            guard bytes[start..<end].contains(where: \.isDigit) else {
                known.keyless = end
                return nil
            }
            if end - start >= entry.bytes.count + entry.rest { return end }
        }
        return nil
    }

    /// `header.payload.signature`, each base64url. Whatever begins in a part that is not followed as it should be is none, either.
    private static func webTokenEnd(_ bytes: [UInt8], at start: Int, _ webless: inout Int) -> Int? {
        var end = start
        for part in 0..<3 {
            let from = end
            end = tokenEnd(bytes, from: from, extra: nil)
            let isFollowed = part == 2 || end < bytes.count && bytes[end] == UInt8(ascii: ".")
            guard end - from >= 8, isFollowed else {
                webless = max(webless, from)
                if part == 0 { webless = end }
                return nil
            }
            if part < 2 { end += 1 }
        }
        return end
    }

    private static func tokenEnd(_ bytes: [UInt8], from start: Int, extra: UInt8?) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isAlphanumeric || bytes[end] == UInt8(ascii: "_") || bytes[end] == UInt8(ascii: "-") || bytes[end] == extra {
            end += 1
        }
        while end > start, bytes[end - 1] == extra { end -= 1 }
        return end
    }

    /// The end of a private key that begins with these hyphens; of the text when it is cut.
    static func privateKeyEnd(_ bytes: [UInt8], at start: Int) -> Int? {
        guard hasPrefix(bytes, at: start, "-----BEGIN ") else { return nil }
        let header = bytes[start..<min(start + 60, bytes.count)]
        guard contains(header, "PRIVATE KEY") else { return nil }
        var place = start + 11
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "-"), hasPrefix(bytes, at: place, "-----END ") {
                var end = place + 9
                while end < bytes.count, bytes[end] != UInt8(ascii: "-"), end - place < 60 { end += 1 }
                while end < bytes.count, bytes[end] == UInt8(ascii: "-"), end - place < 60 { end += 1 }
                return end
            }
            place += 1
        }
        return bytes.count
    }

    /// `user:password` of an address, from behind its `://`.
    static func userInfo(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        var place = start, hasColon = false
        while place < bytes.count, place - start < 128 {
            switch bytes[place] {
            case UInt8(ascii: ":"): hasColon = true
            case UInt8(ascii: "@"): return hasColon && place > start ? start..<place : nil
            case UInt8(ascii: "/"), 0...0x20, 0x80...: return nil
            default: break
            }
            place += 1
        }
        return nil
    }

    /// Forty characters of base64 with all kinds of them, as secret keys of AWS are.
    static func isSecretKey(_ token: ArraySlice<UInt8>) -> Bool {
        token.count == 40 && token.contains(where: \.isDigit) && token.contains(where: \.isCapital) && token.contains { $0.isLetter && !$0.isCapital }
    }

    static func hasPrefix(_ bytes: [UInt8], at place: Int, _ prefix: StaticString) -> Bool {
        guard place + prefix.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount where bytes[place + offset] != prefix.utf8Start[offset] { return false }
        return true
    }

    private static func starts(_ bytes: [UInt8], at place: Int, with prefix: [UInt8]) -> Bool {
        place + prefix.count <= bytes.count && bytes[place..<place + prefix.count].elementsEqual(prefix)
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        let bytes = Array(bytes)
        return bytes.indices.contains { hasPrefix(bytes, at: $0, text) }
    }
}
