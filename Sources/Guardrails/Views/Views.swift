/// All readings of a text: what its words say, and what they say when they are put together, decoded or turned. Each is linear in the text's length; how many
/// there are and how long they are together is bounded.
struct Views: Sendable {
    /// The text, folded.
    let folded: FoldedText
    /// Its words.
    let words: [UInt8]
    /// What else it may say.
    private(set) var derived: [DerivedView] = []
    private static let maximumDerivedBytes = 10_000
    private static let maximumShiftedBytes = 600

    private let written: String

    /// The text's own reading; nil when memory is out. `written` is the text as it came, whose capital letters encodings need.
    init?(_ written: String) {
        guard let folded = FoldedText(written) else { return nil }
        self.written = written
        self.folded = folded
        words = Words.of(folded.bytes.span)
    }

    /// Adds the other readings.
    mutating func derive(_ vocabulary: Vocabulary) {
        var written = written
        let signs = written.withUTF8 { Signs($0.span) }
        // What hides most comes first: there may be no room for all.
        addDisguises()
        written.withUTF8 { addEncodings($0.span, signs, depth: 0) }
        addPieces(signs)
        addGames(signs, Spelling(words, vocabulary), vocabulary)
    }

    private mutating func add(_ kind: DerivedView.Kind, _ text: [UInt8]) {
        let sum = derived.reduce(text.count) { $0 + $1.text.count }
        if !text.isEmpty, sum <= Self.maximumDerivedBytes { derived.append(DerivedView(kind: kind, text: text)) }
    }

    private mutating func addGames(_ signs: Signs, _ spelling: Spelling, _ vocabulary: Vocabulary) {
        if spelling.isTorn { add(spelling.isSpelledOut ? .spelledOut : .torn, Glue.of(words.span)) }
        if let corrected = spelling.corrected { add(.misspelled, corrected) }
        if spelling.backwards >= 2 || folded.disguise.overridesOrder || signs.speaksOfTurning { add(.backwards, LetterGames.backwards(words.span)) }
        if spelling.shifted >= 2 { add(.rot13, LetterGames.rot13(words.span)) }
        if folded.disguise.turnedLetters >= 4 { add(.upsideDown, LetterGames.upsideDown(words.span)) }
        if signs.hasLeet, let text = LetterGames.unleeted(folded.bytes.span) { add(.leetspeak, text) }
        if signs.pigged >= 3, let text = LetterGames.unpigged(words.span, vocabulary) { add(.pigLatin, text) }
        if signs.speaksOfCiphers, words.count <= Self.maximumShiftedBytes { add(.shifted, LetterGames.shifted(words.span)) }
    }

    /// What encodings hide, and what is hidden in that once more.
    private mutating func addEncodings(_ text: borrowing Span<UInt8>, _ signs: Signs, depth: Int) {
        var found: [DerivedView] = []
        if signs.hasEncodedRun { found.append(DerivedView(kind: .base64, text: EncodedRuns.base64(text))) }
        if signs.longestRun >= 16 { found.append(DerivedView(kind: .base32, text: EncodedRuns.base32(text))) }
        if signs.hexDigits >= 12, signs.digits >= 6 { found.append(DerivedView(kind: .hex, text: EncodedRuns.hex(text))) }
        if signs.bits >= 28 { found.append(DerivedView(kind: .binary, text: EncodedRuns.binary(text))) }
        if signs.digits >= 12 { found.append(DerivedView(kind: .numbers, text: EncodedRuns.numbers(text))) }
        if signs.dashes >= 12 { found.append(DerivedView(kind: .morse, text: Morse.decode(text))) }
        if signs.escapes >= 1 {
            let escapes = Escapes(text)
            if escapes.count > 0 { found.append(DerivedView(kind: .escapes, text: escapes.result)) }
        }
        for view in found where !view.text.isEmpty {
            add(view.kind, view.text)
            if depth < 1 { addEncodings(view.text.span, Signs(view.text.span), depth: depth + 1) }
        }
    }

    private mutating func addDisguises() {
        if folded.disguise.tags.count >= 3 { add(.tags, folded.disguise.tags) }
        if folded.disguise.selectors.count >= 4 { add(.selectors, folded.disguise.selectors) }
    }

    private mutating func addPieces(_ signs: Signs) {
        if signs.hasQuotesOrAssignments {
            let fragments = Fragments(folded.bytes)
            add(.fragments, fragments.assembled)
            add(.chain, fragments.chained)
        }
        if signs.lines >= 8, let text = Glue.acrostic(folded.bytes.span) { add(.acrostic, text) }
    }
}
