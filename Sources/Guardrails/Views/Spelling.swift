/// How the words of a text are spelled, as far as rules know them.
struct Spelling {
    /// The misspelled words as they were meant, and what stands near them; nil when none is.
    private(set) var corrected: [UInt8]?
    /// How many words are known ones backwards.
    private(set) var backwards = 0
    /// How many are known ones shifted by thirteen letters.
    private(set) var shifted = 0
    /// How many are known ones in two parts.
    private(set) var split = 0
    /// The most single letters in a row.
    private(set) var spelledOut = 0
    /// The longest word of Latin letters.
    private(set) var longest = 0

    init(_ words: [UInt8], _ vocabulary: Vocabulary) {
        let text = words.span
        var meantWords = Excerpt(of: words)
        var start = 0
        var previous = 0..<0
        var letters = 0
        while start < text.count {
            var end = start
            while end < text.count, (0x61...0x7A).contains(text[end]) { end += 1 }
            let word = start..<end
            if word.isEmpty {
                let count = Self.characterAlone(text, start)
                letters = count > 0 ? letters + 1 : text[start] == 0x20 ? letters : 0
                spelledOut = max(spelledOut, letters)
                start += max(count, 1)
                continue
            }
            start = end
            letters = word.count == 1 ? letters + 1 : 0
            spelledOut = max(spelledOut, letters)
            longest = max(longest, word.count)
            if previous.upperBound + 1 == word.lowerBound, vocabulary.isSplit(text, previous, word) { split += 1 }
            previous = word
            guard word.count >= 5 else { continue }
            switch vocabulary.disguise(text, word) {
            case .backwards: backwards += 1
            case .shifted: shifted += 1
            case nil: break
            }
            if let meant = vocabulary.meant(text, word) { meantWords.replace(word, with: meant) }
        }
        corrected = meantWords.finish()
    }

    /// How many bytes a character beyond ASCII has that stands alone between spaces; 0 when none does.
    private static func characterAlone(_ text: borrowing Span<UInt8>, _ start: Int) -> Int {
        guard text[start] >= 0xC0, start == 0 || text[start - 1] == 0x20 else { return 0 }
        var end = start + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return end == text.count || text[end] == 0x20 ? end - start : 0
    }

    /// Whether words are torn apart or run together.
    var isTorn: Bool { split > 0 || spelledOut >= 4 || longest >= 18 }
    /// Whether somebody took pains to do that.
    var isSpelledOut: Bool { spelledOut >= 6 || longest >= 20 }
}
