/// All readings of a text: what its words say, and what they say when they are put together, decoded or turned. Each is linear in the text's length; how many
/// there are and how long they are together is bounded.
struct Views: Sendable {
    /// The text, folded.
    let folded: FoldedText
    /// Its words.
    let words: [UInt8]
    /// What else it may say.
    private(set) var derived: [DerivedView] = []
    private static let maximumDerivedBytes = 24_000
    /// An encoding within an encoding is read, not one in that.
    private static let maximumDepth = 1

    /// The text's own reading; nil when memory is out.
    init?(_ written: String) {
        guard let folded = FoldedText(written) else { return nil }
        self.folded = folded
        words = Words.of(folded.bytes.span)
    }

    /// Adds the other readings: those of several messages only as far as parts in each make one thing. False when memory is out.
    mutating func derive(_ vocabulary: Vocabulary, ofMessages isWindow: Bool = false) -> Bool {
        guard derive(folded, words, vocabulary, in: nil, depth: 0, isWindow: isWindow) else { return false }
        share()
        return true
    }

    private mutating func derive(
        _ text: FoldedText, _ words: [UInt8], _ vocabulary: Vocabulary, in outer: DerivedView.Kind?, depth: Int, isWindow: Bool
    ) -> Bool {
        let signs = Signs(text.written.span)
        for view in encodings(in: text.written, signs) where !view.text.isEmpty {
            guard let inner = FoldedText(String(decoding: view.text, as: UTF8.self)) else { return false }
            let kind = outer ?? view.kind, words = Words.of(inner.bytes.span)
            add(DerivedView(kind: kind, words: words, text: inner.bytes, glued: kind.isHidden ? Glue.of(words.span) : []))
            guard depth == Self.maximumDepth || derive(inner, words, vocabulary, in: kind.isHidden ? kind : nil, depth: depth + 1, isWindow: false) else {
                return false
            }
        }
        addPieces(text, signs, as: outer)
        if !isWindow { addGames(text, words, signs, vocabulary, as: outer) }
        return true
    }

    private mutating func add(_ view: DerivedView) {
        if view.count > 0, !derived.contains(view) { derived.append(view) }
    }

    /// Where there is no room for all, each reading has the same share of it, and what short ones leave: none takes another's place.
    private mutating func share() {
        guard derived.reduce(0, { $0 + $1.count }) > Self.maximumDerivedBytes else { return }
        var room = Self.maximumDerivedBytes, left = derived.count
        for (place, view) in derived.enumerated().sorted(by: { $0.element.count < $1.element.count }) {
            let parts = [view.words, view.text, view.glued].count { !$0.isEmpty }
            if view.count > room / left { derived[place] = view.cut(to: room / left / parts) }
            room -= derived[place].count
            left -= 1
        }
    }

    private mutating func addGames(_ text: FoldedText, _ words: [UInt8], _ signs: Signs, _ vocabulary: Vocabulary, as outer: DerivedView.Kind?) {
        func add(_ kind: DerivedView.Kind, _ words: [UInt8]?) { self.add(DerivedView(kind: outer ?? kind, words: words ?? [])) }
        let spelling = Spelling(words, vocabulary)
        // What is hidden is read without its spaces anyway.
        if spelling.isTorn, outer == nil { self.add(DerivedView(kind: spelling.isSpelledOut ? .spelledOut : .torn, glued: Glue.of(words.span))) }
        add(.misspelled, spelling.corrected)
        if spelling.backwards >= 2 || signs.speaksOfTurning { add(.backwards, LetterGames.backwards(words.span)) }
        if spelling.shifted >= 2 { add(.rot13, LetterGames.rot13(words.span)) }
        if text.disguise.turnedLetters >= 4 { add(.upsideDown, LetterGames.upsideDown(words.span)) }
        if signs.hasLeet, let text = LetterGames.unleeted(text.bytes) { add(.leetspeak, Words.of(text.span)) }
        if signs.pigged >= 3 { add(.pigLatin, LetterGames.unpigged(words.span, vocabulary)) }
        if signs.speaksOfCiphers { add(.shifted, LetterGames.shifted(words.span, vocabulary)) }
    }

    private func encodings(in text: [UInt8], _ signs: Signs) -> [DerivedView] {
        var found: [DerivedView] = []
        if signs.hasBase64 { found.append(DerivedView(kind: .base64, text: EncodedRuns.base64(text.span))) }
        if signs.hasBase32 { found.append(DerivedView(kind: .base32, text: EncodedRuns.base32(text.span))) }
        if signs.hexDigits >= 12, signs.digits >= 6 { found.append(DerivedView(kind: .hex, text: EncodedRuns.hex(text.span))) }
        if signs.bits >= 28 { found.append(DerivedView(kind: .binary, text: EncodedRuns.binary(text.span))) }
        if signs.digits >= 12 { found.append(DerivedView(kind: .numbers, text: EncodedRuns.numbers(text.span))) }
        if signs.dashes >= 12 { found.append(DerivedView(kind: .morse, text: Morse.decode(text.span))) }
        if signs.escapes >= 1 { found.append(DerivedView(kind: .escapes, text: Escapes(text).result ?? [])) }
        return found
    }

    private mutating func addPieces(_ text: FoldedText, _ signs: Signs, as outer: DerivedView.Kind?) {
        func add(_ kind: DerivedView.Kind, _ text: [UInt8]) { self.add(DerivedView(kind: outer ?? kind, words: Words.of(text.span), text: text)) }
        if signs.hasQuotesOrAssignments {
            let fragments = Fragments(text.bytes)
            add(.fragments, fragments.assembled)
            add(.chain, fragments.chained)
        }
        if signs.lines >= 8, let text = Glue.acrostic(text.bytes.span) { self.add(DerivedView(kind: outer ?? .acrostic, glued: text)) }
    }
}
