import TextScan

/// The lists that answers are judged by: what asks for harm, vulgar words, instructions to the reader's tools.
///
/// A word that means something bad is no finding: dictionaries are made of words.
struct AnswerRules: Sendable {
    /// Families that are looked for in answers.
    private static let families: Set<Finding.Family> = [.violence, .explicitContent, .harmfulInstructions, .profanity, .activeContent, .promptLeaked]

    let book: RuleBook

    /// What the rules say of a folded text. Throws when the engine fails.
    func findings(_ folded: [UInt8]) throws(TextScanError) -> [Finding] {
        guard !folded.isEmpty else { return [] }
        var hits = RuleHits()
        try book.scan(words: Words.of(folded.span), into: &hits)
        try book.scan(text: folded, into: &hits)
        return hits.isEmpty ? [] : book.findings(hits).filter { Self.families.contains($0.family) }
    }

    /// The text without the sentences that are instructions to the reader's tools; nil when no sentence is one by itself.
    func withoutInstructions(_ text: [UInt8]) throws(TextScanError) -> [UInt8]? {
        var kept: [UInt8] = [], isChanged = false
        for sentence in Self.sentences(text) {
            let folded = FoldedText(String(decoding: sentence, as: UTF8.self))?.bytes ?? []
            guard try findings(folded).contains(where: { $0.family == .activeContent }) else {
                kept += sentence
                continue
            }
            isChanged = true
            kept += "[removed]".utf8
            // Its line still ends.
            kept += sentence.suffix(1).filter { $0 == 0x0A || $0 == 0x20 }
        }
        return isChanged ? kept : nil
    }

    /// With what ends them.
    static func sentences(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var sentences: [ArraySlice<UInt8>] = [], start = 0
        for place in text.indices {
            let isStop = place > 0 && ".!?".utf8.contains(text[place - 1]) && text[place] == 0x20
            let isFullStop = place > 1 && text[place] == 0x82 && text[place - 1] == 0x80 && text[place - 2] == 0xE3
            guard text[place] == 0x0A || isStop || isFullStop else { continue }
            sentences.append(text[start...place])
            start = place + 1
        }
        if start < text.count { sentences.append(text[start...]) }
        return sentences
    }
}
