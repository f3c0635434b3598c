import TextScan

/// Judges what users write against the lists of attacks, in all readings of it.
struct InputJudge: Sendable {
    let book: RuleBook
    let rules: InputRules
    /// What weighs enough where nobody but a machine reads.
    private static let hiddenThreshold = 4
    /// What weak signs of several families weigh together when they are an attack.
    private static let sumThreshold = 12

    /// What is found in a text, in what else it may say, and in what it makes together with the messages before it; the costlier only where nothing was found.
    func findings(_ text: String, cleaned: Cleaning, earlier: [String]) throws(TextScanError) -> [Finding] {
        var found = try readings(of: text)
        // What was between its letters may have kept them apart.
        if !Self.isAttack(found), !Self.areAlike(text, cleaned.text) { found += try readings(of: cleaned.text) }
        return earlier.isEmpty || Self.isAttack(found) ? found : try found + window(text, earlier)
    }

    private func readings(of text: String) throws(TextScanError) -> [Finding] {
        guard var views = Views(text) else { return [Self.failure] }
        var found = try plain(views) + disguises(views.folded.disguise)
        if Self.isAttack(found) { return found }
        views.derive(book.vocabulary)
        for view in views.derived {
            found += try derived(view)
            if Self.isAttack(found) { break }
        }
        return found
    }

    private static func isAttack(_ findings: [Finding]) -> Bool { findings.contains { $0.family.response == .attack } }

    /// Whether two texts are the same but for white space.
    private static func areAlike(_ one: String, _ other: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 }
        return one.utf8.lazy.filter(isLetter).elementsEqual(other.utf8.lazy.filter(isLetter))
    }

    static let failure = Finding(.engineFailed, rule: "engine-failed.input")

    private func plain(_ views: Views) throws(TextScanError) -> [Finding] {
        var hits = RuleHits()
        try book.scan(words: views.words, into: &hits)
        try book.scan(text: views.folded.bytes, into: &hits)
        var found = weigh(hits)
        if !found.isEmpty, let masked = try book.withoutMentions(views.folded.bytes) {
            var hits = RuleHits()
            try book.scan(words: Words.of(masked.span), into: &hits)
            try book.scan(text: masked, into: &hits)
            found = weigh(hits)
        }
        // What is only a sign in plain letters is one too many in disguise.
        if found.isEmpty, views.folded.disguise.isStrange, book.weight(hits) >= Self.hiddenThreshold {
            found.append(Finding(.unicodeSmuggling, rule: "unicode-smuggling.letters"))
        }
        if let turns = ManyShot.finding(in: views.folded.bytes.span, isSuspicious: book.weight(hits) > Self.hiddenThreshold) { found.append(turns) }
        return found
    }

    /// The families that weigh enough; or the weightiest one, when many weak signs of several are enough together.
    private func weigh(_ hits: RuleHits) -> [Finding] {
        let found = book.findings(hits)
        if !found.isEmpty { return found }
        let entries = hits.rules.map { book.entries[$0] }.filter { $0.weight > 3 && $0.family.response == .attack }
        guard entries.reduce(0, { $0 + $1.weight }) >= Self.sumThreshold, let weightiest = entries.max(by: { $0.weight < $1.weight }) else { return [] }
        return [Finding(weightiest.family, rule: weightiest.name)]
    }

    private func derived(_ view: DerivedView) throws(TextScanError) -> [Finding] {
        var hits = RuleHits()
        switch view.kind {
        case .backwards, .rot13, .upsideDown, .shifted, .pigLatin, .misspelled: try book.scan(words: view.text, into: &hits)
        case .acrostic, .torn, .spelledOut: try book.scan(glued: view.text, into: &hits)
        default:
            guard let folded = FoldedText(String(decoding: view.text, as: UTF8.self)) else { return [Self.failure] }
            let words = Words.of(folded.bytes.span)
            try book.scan(words: words, into: &hits)
            if view.kind != .leetspeak { try book.scan(text: folded.bytes, into: &hits) }
            if view.kind.isHidden || view.kind == .window { try book.scan(glued: Glue.of(words.span), into: &hits) }
        }
        let isFound = view.kind.isHidden ? book.weight(hits) >= Self.hiddenThreshold : !weigh(hits).isEmpty
        return isFound ? [Finding(view.kind.family, rule: "\(view.kind.family.rawValue).\(view.kind.rawValue)")] : []
    }

    private func disguises(_ disguise: FoldedText.Disguise) -> [Finding] {
        func finding(_ name: String) -> [Finding] { [Finding(.unicodeSmuggling, rule: "unicode-smuggling.\(name)")] }
        if disguise.tags.count >= 3 { return finding("tags") }
        if disguise.selectors.count >= 4 { return finding("selectors") }
        if disguise.overridesOrder { return finding("order") }
        if disguise.longestInvisibleRun >= 6 || disguise.invisibleInWords >= 3 { return finding("invisible") }
        if disguise.mixedWords >= 2 { return finding("mixed-scripts") }
        return []
    }

    /// What the last messages say when they are read as one.
    private func window(_ text: String, _ earlier: [String]) throws(TextScanError) -> [Finding] {
        var messages = [text]
        var bytes = 0
        for message in earlier.suffix(rules.window).reversed() {
            bytes += message.utf8.count
            if bytes > rules.windowBytes { break }
            messages.insert(message, at: 0)
        }
        guard messages.count > 1, let folded = FoldedText(messages.joined(separator: " ")) else { return messages.count > 1 ? [Self.failure] : [] }
        var found = try derived(DerivedView(kind: .window, text: folded.bytes))
        let fragments = Fragments(folded.bytes)
        found += try derived(DerivedView(kind: .window, text: fragments.assembled))
        found += try derived(DerivedView(kind: .chain, text: fragments.chained))
        return found
    }
}
