/// How much of an answer may still be shown.
struct AnswerLength {
    private(set) var left: Int
    private(set) var isCut = false
    private var hasShown = false

    init(_ maximumCharacters: Int) { left = max(maximumCharacters, 0) }

    /// The unit, or what fits of it: up to a sentence's end; of a first sentence that is too long by itself, up to a word's end or at least whole characters.
    mutating func take(_ unit: [UInt8]) -> String {
        guard !isCut else { return "" }
        let text = String(decoding: unit, as: UTF8.self)
        let count = Self.simpleCount(unit) ?? text.count
        if count <= left {
            left -= count
            hasShown = hasShown || count > 0
            return text
        }
        isCut = true
        let fits = text.prefix(left)
        let bytes = Array(fits.utf8)
        let sentences = AnswerRules.sentences(bytes + [0x20]).dropLast(Self.isEnd(bytes) ? 0 : 1)
        let whole = sentences.reduce(0) { $0 + $1.count }
        if whole > 0 { return String(decoding: bytes.prefix(whole), as: UTF8.self) }
        if hasShown { return "" }
        return String(fits.lastIndex(of: " ").map { fits[..<$0] } ?? fits)
    }

    /// How many characters there are where each is one scalar: ASCII, kana without marks of their own, kanji.
    private static func simpleCount(_ bytes: [UInt8]) -> Int? {
        var count = 0, previous: UInt8 = 0, beforeThat: UInt8 = 0
        for byte in bytes {
            if byte & 0xC0 != 0x80 {
                guard byte < 0x80 || (0xE3...0xE9).contains(byte) else { return nil }
                count += 1
            } else if beforeThat == 0xE3, previous == 0x82, byte == 0x99 || byte == 0x9A {
                return nil
            }
            (beforeThat, previous) = (previous, byte)
        }
        return count
    }

    private static func isEnd(_ bytes: [UInt8]) -> Bool { bytes.last.map { ".!?\n".utf8.contains($0) } ?? false || bytes.suffix(3).elementsEqual("。".utf8) }
}
