/// The words of a folded text: letters, digits and what is beyond ASCII, with one space between them, and `. ` where a sentence ends.
enum Words {
    static func of(_ folded: borrowing Span<UInt8>) -> [UInt8] {
        var words: [UInt8] = []
        words.reserveCapacity(folded.count + 2)
        var index = 0
        while index < folded.count {
            let byte = folded[index]
            if isLetter(byte) {
                words.append(byte)
            } else if endsSentence(folded, at: index) {
                endSentence(&words)
            } else if !isApostrophe(folded, at: index) || isElision(folded, at: index), let last = words.last, last != space {
                words.append(space)
            }
            index += 1
        }
        return words
    }

    private static let space = UInt8(ascii: " ")

    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }

    private static func endSentence(_ words: inout [UInt8]) {
        while words.last == space { words.removeLast() }
        guard let last = words.last, last != UInt8(ascii: ".") else { return words.isEmpty ? () : words.append(space) }
        words.append(UInt8(ascii: "."))
        words.append(space)
    }

    /// A full stop within a word or a number ends nothing.
    private static func endsSentence(_ folded: borrowing Span<UInt8>, at index: Int) -> Bool {
        switch folded[index] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): index == 0 || !isASCIILetter(folded, index - 1) || !isASCIILetter(folded, index + 1)
        case UInt8(ascii: "."): index == 0 || !isASCIILetter(folded, index + 1)
        case 0x0A: index + 1 < folded.count && folded[index + 1] == 0x0A
        default: false
        }
    }

    private static func isASCIILetter(_ folded: borrowing Span<UInt8>, _ index: Int) -> Bool {
        index < folded.count && folded[index] < 0x80 && isLetter(folded[index])
    }

    /// `l'instruction` is two.
    private static func isElision(_ folded: borrowing Span<UInt8>, at index: Int) -> Bool {
        if index >= 2, isLetter(folded[index - 2]) {
            // qu'on
            return folded[index - 1] == UInt8(ascii: "u") && folded[index - 2] == UInt8(ascii: "q") && (index == 2 || !isLetter(folded[index - 3]))
        }
        switch folded[index - 1] {
        case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "s"),
            UInt8(ascii: "t"):
            return true
        default: return false
        }
    }

    /// `don't` is one word.
    private static func isApostrophe(_ folded: borrowing Span<UInt8>, at index: Int) -> Bool {
        folded[index] == UInt8(ascii: "'") && index > 0 && (0x61...0x7A).contains(folded[index - 1]) && index + 1 < folded.count
            && (0x61...0x7A).contains(folded[index + 1])
    }
}
