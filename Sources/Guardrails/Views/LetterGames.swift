/// Words whose letters stand for other letters or in another order.
enum LetterGames {
    /// The words backwards, then the words shifted by thirteen letters.
    static func turned(_ words: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(2 * words.count + 4)
        var index = words.count
        while index > 0 {
            index -= 1
            let byte = words[index]
            if byte < 0x80 {
                // A sentence's end would stand before a word.
                result.append(byte == UInt8(ascii: ".") ? 0x20 : byte)
                continue
            }
            var start = index
            while start > 0, words[start] & 0xC0 == 0x80 { start -= 1 }
            for place in start...index { result.append(words[place]) }
            index = start
        }
        result.append(contentsOf: [UInt8(ascii: "."), 0x20])
        append(words, shiftedBy: 13, to: &result)
        return result
    }

    /// The words shifted by every number of letters, and with the alphabet turned round.
    static func shifted(_ words: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(26 * (words.count + 2))
        for shift in 1...25 where shift != 13 {
            append(words, shiftedBy: UInt8(shift), to: &result)
            result.append(contentsOf: [UInt8(ascii: "."), 0x20])
        }
        for index in words.indices {
            let byte = words[index]
            result.append((0x61...0x7A).contains(byte) ? 0x61 + 0x7A - byte : byte)
        }
        return result
    }

    private static func append(_ words: borrowing Span<UInt8>, shiftedBy shift: UInt8, to result: inout [UInt8]) {
        for index in words.indices {
            let byte = words[index]
            result.append((0x61...0x7A).contains(byte) ? 0x61 + (byte - 0x61 + shift) % 26 : byte)
        }
    }

    /// The letters that digits and marks stand for, in words that have both; nil when no word does.
    static func unleeted(_ folded: borrowing Span<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var start = 0
        var found = 0
        while start < folded.count {
            var end = start
            var letters = 0
            var signs = 0
            while end < folded.count, folded[end] > 0x20, folded[end] < 0x80 {
                if (0x61...0x7A).contains(folded[end]) { letters += 1 } else if letter(folded[end]) != nil { signs += 1 }
                end += 1
            }
            let isLeet = letters >= 1 && signs >= 1 || signs >= 3
            if isLeet { found += 1 }
            for index in start..<end { result.append(isLeet ? letter(folded[index]) ?? folded[index] : folded[index]) }
            if end < folded.count { result.append(folded[end]) }
            start = end + 1
        }
        return found > 0 ? result : nil
    }

    private static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "i")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        case UInt8(ascii: "6"), UInt8(ascii: "9"): UInt8(ascii: "g")
        case UInt8(ascii: "7"), UInt8(ascii: "+"): UInt8(ascii: "t")
        case UInt8(ascii: "8"): UInt8(ascii: "b")
        case UInt8(ascii: "2"): UInt8(ascii: "z")
        default: nil
        }
    }

    /// Pig Latin undone, when it is: `ignoreway allway eviouspray`.
    static func unpigged(_ words: borrowing Span<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var pigged = 0
        var others = 0
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, (0x61...0x7A).contains(words[end]) { end += 1 }
            if end - start >= 4, words[end - 1] == UInt8(ascii: "y"), words[end - 2] == UInt8(ascii: "a") {
                pigged += 1
                appendUnpigged(words, start..<(end - 2), to: &result)
            } else {
                if end - start >= 2 { others += 1 }
                for index in start..<end { result.append(words[index]) }
            }
            if end < words.count { result.append(words[end]) }
            start = end + 1
        }
        return pigged >= 3 && pigged >= others ? result : nil
    }

    /// The consonants at the end go to the front; a `w` or `y` that only stands for none goes away.
    private static func appendUnpigged(_ words: borrowing Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8]) {
        var first = range.upperBound
        while first > range.lowerBound, !"aeiou".utf8.contains(words[first - 1]) { first -= 1 }
        let isVowel = range.upperBound - first == 1 && (words[first] == UInt8(ascii: "w") || words[first] == UInt8(ascii: "y"))
        if !isVowel { for index in first..<range.upperBound { result.append(words[index]) } }
        for index in range.lowerBound..<first { result.append(words[index]) }
    }
}
