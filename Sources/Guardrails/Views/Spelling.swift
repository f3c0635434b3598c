/// How the words of a text are spelled, as far as rules know them.
struct Spelling {
    /// The words with misspelled ones as they were meant; nil when none is.
    private(set) var corrected: [UInt8]?
    /// How many words are known ones backwards.
    private(set) var backwards = 0
    /// How many are known ones shifted by thirteen letters.
    private(set) var shifted = 0

    init(_ words: [UInt8], _ vocabulary: Vocabulary) {
        let text = words.span
        var copied = 0
        var result: [UInt8] = []
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, (0x61...0x7A).contains(text[end]) { end += 1 }
            if end - start >= 5 {
                switch vocabulary.disguise(text, start..<end) {
                case .backwards: backwards += 1
                case .shifted: shifted += 1
                case nil: break
                }
                if let meant = vocabulary.meant(text, start..<end) {
                    result += words[copied..<start]
                    result += meant
                    copied = end
                }
            }
            start = max(end, start + 1)
        }
        if copied > 0 { corrected = result + words[copied...] }
    }
}
