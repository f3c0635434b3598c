/// Words without the spaces between them: `i g n o r e`, `ig-nore`, `ignoreall`.
enum Glue {
    /// Sentences stay apart where the word before the full stop is one.
    static func of(_ words: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(words.count)
        var length = 0
        for index in words.indices {
            switch words[index] {
            case 0x20: length = 0
            case UInt8(ascii: "."): if length > 1 { result.append(contentsOf: [UInt8(ascii: "."), 0x20]) }
            default:
                result.append(words[index])
                length += 1
            }
        }
        return result
    }

    /// The first letters of the lines, when there are enough of them to spell something.
    static func acrostic(_ folded: borrowing Span<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var isAtStart = true
        for index in folded.indices {
            let byte = folded[index]
            if byte == 0x0A {
                isAtStart = true
            } else if isAtStart, (0x61...0x7A).contains(byte) {
                result.append(byte)
                isAtStart = false
            }
        }
        return result.count >= 10 ? result : nil
    }
}
