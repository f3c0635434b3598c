/// Words whose letters stand for other letters or in another order.
enum LetterGames {
    /// The words backwards: all of them, then each one of Latin letters in its place.
    static func backwards(_ words: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(2 * words.count + 4)
        appendBackwards(words, 0..<words.count, to: &result)
        result.append(contentsOf: [UInt8(ascii: "."), 0x20])
        var start = 0
        for index in 0...words.count where index == words.count || words[index] == 0x20 {
            if start < index, words[start] < 0x80 {
                appendBackwards(words, start..<index, to: &result)
                result.append(0x20)
            }
            start = index + 1
        }
        return result
    }

    private static func appendBackwards(_ words: borrowing Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8]) {
        var index = range.upperBound
        while index > range.lowerBound {
            var start = index - 1
            while start > range.lowerBound, words[start] & 0xC0 == 0x80 { start -= 1 }
            // A sentence's end would stand before a word.
            for place in start..<index { result.append(words[place] == UInt8(ascii: ".") ? 0x20 : words[place]) }
            index = start
        }
    }

    /// The words upside down: backwards, and letters that are others when they are turned.
    static func upsideDown(_ words: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        appendBackwards(words, 0..<words.count, to: &result)
        for index in result.indices {
            switch result[index] {
            case UInt8(ascii: "d"): result[index] = UInt8(ascii: "p")
            case UInt8(ascii: "p"): result[index] = UInt8(ascii: "d")
            case UInt8(ascii: "b"): result[index] = UInt8(ascii: "q")
            case UInt8(ascii: "q"): result[index] = UInt8(ascii: "b")
            case UInt8(ascii: "u"): result[index] = UInt8(ascii: "n")
            case UInt8(ascii: "n"): result[index] = UInt8(ascii: "u")
            default: break
            }
        }
        return result
    }

    /// The words shifted by thirteen letters.
    static func rot13(_ words: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for index in words.indices { result.append(shifted(words[index], by: 13)) }
        return result
    }

    /// How far around a known word a text is shifted, and a word told by what is beside it.
    private static let near = 80
    private static let atbash: UInt8 = 26

    /// The words shifted by any number of letters, or with the alphabet turned round, where that makes known ones.
    static func shifted(_ words: borrowing Span<UInt8>, _ vocabulary: Vocabulary) -> [UInt8] {
        var result: [UInt8] = []
        for (shift, places) in places(of: vocabulary, in: words).enumerated() {
            var end = 0
            for place in places {
                let start = max(end, place.lowerBound - near)
                if start > end { result.append(contentsOf: [UInt8(ascii: "."), 0x20]) }
                end = max(start, min(place.upperBound + near, words.count))
                for index in start..<end { result.append(shifted(words[index], by: UInt8(shift))) }
            }
            if !places.isEmpty { result.append(contentsOf: [UInt8(ascii: "."), 0x20]) }
        }
        return result
    }

    /// Where words stand that are known ones when they are shifted, for each shift.
    private static func places(of vocabulary: Vocabulary, in words: borrowing Span<UInt8>) -> [[Range<Int>]] {
        var places: [[Range<Int>]] = Array(repeating: [], count: Int(atbash) + 1)
        var candidate: [UInt8] = []
        var start = 0
        for index in 0...words.count where index == words.count || !(0x61...0x7A).contains(words[index]) {
            if (5...16).contains(index - start) {
                for shift in 1...atbash where shift != 13 {
                    candidate.removeAll(keepingCapacity: true)
                    for place in start..<index { candidate.append(shifted(words[place], by: shift)) }
                    if vocabulary.knows(candidate) { places[Int(shift)].append(start..<index) }
                }
            }
            start = index + 1
        }
        return places
    }

    private static func shifted(_ byte: UInt8, by shift: UInt8) -> UInt8 {
        guard (0x61...0x7A).contains(byte) else { return byte }
        if shift == atbash { return 0x61 + 0x7A - byte }
        let letter = byte + shift
        return letter > 0x7A ? letter - 26 : letter
    }

    /// The letters that digits and marks stand for, in words that have both, and what stands near these; nil when no word does. `1` is an i to some and an l to
    /// others.
    static func unleeted(_ folded: [UInt8]) -> [UInt8]? {
        guard let once = unleeted(folded, one: UInt8(ascii: "i")) else { return nil }
        guard let again = unleeted(folded, one: UInt8(ascii: "l")) else { return once }
        return once + [0x0A, 0x0A] + again
    }

    private static func unleeted(_ folded: [UInt8], one: UInt8) -> [UInt8]? {
        /// Far from any `1` what it stands for makes no difference.
        func differs(_ word: Range<Int>) -> Bool {
            let near = max(0, word.lowerBound - Self.near)..<min(folded.count, word.upperBound + Self.near)
            return one == UInt8(ascii: "i") || folded[near].contains { $0 == UInt8(ascii: "1") || $0 == UInt8(ascii: "|") }
        }
        var excerpt = Excerpt(of: folded)
        var start = 0
        while start < folded.count {
            var end = start
            var letters = 0
            var signs = 0
            while end < folded.count, folded[end] > 0x20, folded[end] < 0x80 {
                if (0x61...0x7A).contains(folded[end]) { letters += 1 } else if letter(folded[end], one: one) != nil { signs += 1 }
                end += 1
            }
            // `Hello!`
            var word = end
            while word > start, folded[word - 1] == UInt8(ascii: "!") {
                word -= 1
                signs -= 1
            }
            if letters >= 1, signs >= 1, differs(start..<word) {
                excerpt.replace(start..<word, with: folded[start..<word].lazy.map { letter($0, one: one) ?? $0 })
            }
            start = end + 1
        }
        return excerpt.finish()
    }

    private static func letter(_ byte: UInt8, one: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "|"): one
        case UInt8(ascii: "!"): UInt8(ascii: "i")
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
    static func unpigged(_ words: borrowing Span<UInt8>, _ vocabulary: Vocabulary) -> [UInt8]? {
        var result: [UInt8] = []
        var pigged = 0
        var others = 0
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, (0x61...0x7A).contains(words[end]) { end += 1 }
            if end - start >= 4, words[end - 1] == UInt8(ascii: "y"), words[end - 2] == UInt8(ascii: "a") {
                pigged += 1
                appendUnpigged(words, start..<(end - 2), vocabulary, to: &result)
            } else {
                if end - start >= 2 { others += 1 }
                for index in start..<end { result.append(words[index]) }
            }
            if end < words.count { result.append(words[end]) }
            start = end + 1
        }
        return pigged >= 3 && pigged >= others ? result : nil
    }

    /// Consonants at the end go to the front: as many as make a known word of it, or all; a `w` or `y` stands for none.
    private static func appendUnpigged(_ words: borrowing Span<UInt8>, _ range: Range<Int>, _ vocabulary: Vocabulary, to result: inout [UInt8]) {
        var first = range.upperBound
        while first > range.lowerBound, !"aeiou".utf8.contains(words[first - 1]) { first -= 1 }
        let last = words[range.upperBound - 1]
        let standsForNone = last == UInt8(ascii: "w") || last == UInt8(ascii: "y")
        var bare: [UInt8] = []
        for index in range.dropLast() { bare.append(words[index]) }
        if standsForNone, vocabulary.knows(bare) { return result += bare }
        var candidate: [UInt8] = []
        for middle in stride(from: range.upperBound - 1, through: first, by: -1) {
            candidate.removeAll(keepingCapacity: true)
            for index in middle..<range.upperBound { candidate.append(words[index]) }
            for index in range.lowerBound..<middle { candidate.append(words[index]) }
            if vocabulary.knows(candidate) { return result += candidate }
        }
        result += standsForNone ? bare : candidate
    }
}
