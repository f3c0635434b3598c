/// What stands behind `password:`, `api_key=`, パスワードは: when it looks like a secret rather than like a word of the sentence.
struct SecretValue {
    private let bytes: [UInt8]
    private var place: Int
    /// Whether a colon or an equals sign stands before it.
    private var isAssigned = false
    private var isJoined = false
    private var isQuoted = false

    /// The secret behind a word that ends here.
    static func range(_ bytes: [UInt8], after end: Int) -> Range<Int>? {
        var value = SecretValue(bytes: bytes, place: end)
        return value.read()
    }

    private init(bytes: [UInt8], place: Int) {
        self.bytes = bytes
        self.place = place
    }

    private static let quotes: [StaticString] = ["「", "『", "“", "‘"]
    private static let links: [StaticString] = ["is", "was", "ist", "lautet", "es", "est", "to", "は", "が", "を", "为", "是", "為", "은", "는", "입니다"]

    private mutating func read() -> Range<Int>? {
        skipGap()
        for link in Self.links where !isAssigned && Credential.hasPrefix(bytes, at: place, link) {
            place += link.utf8CodeUnitCount
            isJoined = true
            skipGap()
            break
        }
        let start = place
        while place < bytes.count, place - start < 256, isValue(bytes[place]) { place += 1 }
        while place > start, ".!?,:".utf8.contains(bytes[place - 1]), !isQuoted { place -= 1 }
        let isTight = start > 0 && bytes[start - 1] == UInt8(ascii: "=")
        return isSecret(bytes[start..<place], isTight: isTight) ? start..<place : nil
    }

    /// Spaces, quotation marks, a colon or an equals sign.
    private mutating func skipGap() {
        let limit = place + 8
        while place < min(limit, bytes.count) {
            switch bytes[place] {
            case UInt8(ascii: " "): isQuoted = false
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): isQuoted = true
            case UInt8(ascii: ":"), UInt8(ascii: "="): isAssigned = true
            case UInt8(ascii: "*"), UInt8(ascii: ">"): break
            default:
                // 「 and 『, “ and ‘.
                guard Self.quotes.contains(where: { Credential.hasPrefix(bytes, at: place, $0) }) else { return }
                isQuoted = true
                place += 2
            }
            place += 1
        }
    }

    private func isValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ";"), UInt8(ascii: ","): false
        case UInt8(ascii: "'"): !isQuoted
        default: true
        }
    }

    private func isSecret(_ value: ArraySlice<UInt8>, isTight: Bool) -> Bool {
        guard value.count >= 4, !value.starts(with: "your".utf8) else { return false }
        guard value.first?.isDigit == true || value.contains(where: { $0 != value.first }) else { return false }
        let digits = value.count(where: \.isDigit), letters = value.count(where: \.isLetter)
        if digits == value.count { return (isAssigned || isJoined) && digits <= 64 }
        if digits > 0, letters > 0 { return isAssigned || isJoined || value.count >= 6 }
        let symbols = value.count { "!@#$%^&*+=?~".utf8.contains($0) }
        if letters > 0, symbols > 0 { return isAssigned || isJoined }
        let hasInnerCapital = value.dropFirst().contains(where: \.isCapital) && value.contains { $0.isLetter && !$0.isCapital }
        if hasInnerCapital, value.count >= 8 { return isAssigned || isJoined }
        return letters >= 4 && isAssigned && (isQuoted || isTight)
    }
}
