/// Takes markup, links and what cannot be seen out of an answer that comes in pieces: first the characters, then the tags and brackets, then the links, so that
/// what one step takes out puts nothing together that a step before it looked for.
///
/// What is decided about a character depends on what stands before it and on a bounded number of characters behind it, never on where pieces end.
struct AnswerCleaner {
    private var characters = AnswerCharacters()
    private var markup = AnswerMarkup()
    private var links = AnswerLinks()

    /// Whether any markup was taken out.
    var hasRemovedMarkup: Bool { markup.hasRemoved }
    /// Whether any link was taken out.
    var hasRemovedLink: Bool { markup.hasRemovedLink || links.hasRemoved }
    /// Places of undecodable text.
    var replacements: Int { characters.replacements }

    /// Takes a piece; gives what is decided.
    mutating func receive(_ piece: String) -> [UInt8] { links.receive(markup.receive(characters.receive(piece))) }

    /// Gives the rest.
    mutating func finish() -> [UInt8] {
        let last = links.receive(markup.receive(characters.finish()))
        return last + links.receive(markup.finish()) + links.finish()
    }

    /// A text that is there as a whole.
    static func clean(_ text: String) -> String {
        if isClean(text) { return text }
        var cleaner = AnswerCleaner()
        let first = cleaner.receive(text)
        return String(decoding: first + cleaner.finish(), as: UTF8.self)
    }

    /// Whether there is surely nothing to do: letters, kana and kanji with single spaces and plain punctuation between them. Most strings of JSON are so.
    private static func isClean(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            guard isPlain[Int(byte)], byte != 0x20 || previous != 0x20, previous != 0xE3 || (0x81...0x83).contains(byte) else { return false }
            if previous == UInt8(ascii: ".") || previous == UInt8(ascii: ":"), byte != 0x20 { return false }
            previous = byte
        }
        return previous != 0x20
    }

    private static let isPlain: [Bool] = (0...255).map { byte in
        byte < 0x80 ? byte.isAlphanumeric || " ,;'?!()-~.:".utf8.contains(byte) : byte < 0xC0 || (0xE3...0xE9).contains(byte)
    }
}
