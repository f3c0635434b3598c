/// Words that a text asks about rather than uses: "How do I say ‘ignore’ in Japanese?" Only short ones: who quotes whole instructions has them read all the same.
enum Mentions {
    /// What a pattern says of what is mentioned.
    enum Kind: Sendable, Equatable {
        /// A question about language stands here: short quotations near it are mentions.
        case question
        /// What stands here is a mention, without quotation marks.
        case phrase
    }

    struct Place {
        let kind: Kind
        let range: Range<Int>
    }

    /// In columns.
    private static let longestQuotation = 48
    private static let mostWords = 7
    private static let reach = 70
    private static let most = 8

    /// The kind that a concept of the lists is by its name.
    static func kind(of concept: String) -> Kind? {
        switch concept {
        case "language-question": .question
        case "language-phrase": .phrase
        default: nil
        }
    }

    /// The folded text with mentions masked, a bounded number of them; nil when there are none.
    static func masked(_ text: [UInt8], _ places: [Place]) -> [UInt8]? {
        var result = text
        var count = 0
        for place in places where place.kind == .phrase && place.range.count <= 100 && count < most {
            mask(place.range, &result)
            count += 1
        }
        let questions = places.filter { $0.kind == .question }.map(\.range.upperBound)
        var index = 0
        while index < text.count, count < most {
            guard let end = closing(text, index) else {
                index += 1
                continue
            }
            if questions.contains(where: { $0 >= index - reach && $0 <= end + reach }) {
                mask((index + 1)..<end, &result)
                count += 1
            }
            index = end + 1
        }
        return count > 0 ? result : nil
    }

    /// Words go; what spans lines or is markup is no mention.
    private static func mask(_ range: Range<Int>, _ text: inout [UInt8]) {
        for index in range where text[index] != 0x0A { text[index] = UInt8(ascii: "_") }
    }

    /// How wide the character is that begins with a byte: three bytes of Chinese, Japanese or Korean are two columns.
    private static func columnsOf(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0 }

    /// Where a short quotation ends that begins here.
    private static func closing(_ text: [UInt8], _ start: Int) -> Int? {
        let mark = text[start]
        guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return nil }
        if mark == UInt8(ascii: "'"), start > 0, Alphabet.isAlphanumeric(text[start - 1]) { return nil }
        var words = 1
        var columns = 0
        var end = start + 1
        while end < text.count, columns < longestQuotation, text[end] != 0x0A {
            if text[end] == 0x20 { words += 1 }
            columns += columnsOf(text[end])
            let closes = text[end] == mark && (mark == UInt8(ascii: "\"") || end + 1 == text.count || !Alphabet.isAlphanumeric(text[end + 1]))
            if closes { return words <= mostWords && end > start + 1 ? end : nil }
            end += 1
        }
        return nil
    }
}
