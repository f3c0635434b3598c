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
        guard var views = Views(text) else { return [Self.failure] }
        var found = try plain(views) + disguises(views.folded.disguise)
        if Self.isAttack(found) { return found }
        if text.utf8.count != cleaned.text.utf8.count {
            guard let passed = Views(cleaned.text) else { return [Self.failure] }
            // What was taken out may have kept its words apart. Other readings are those of what is passed on.
            if passed.folded.bytes != views.folded.bytes {
                views = passed
                found += try plain(views)
            }
        }
        if !Self.isAttack(found) { found += try otherReadings(&views) }
        return earlier.isEmpty || Self.isAttack(found) ? found : try found + window(text, earlier)
    }

    private func otherReadings(_ views: inout Views, as family: Finding.Family? = nil) throws(TextScanError) -> [Finding] {
        guard views.derive(book.vocabulary, ofMessages: family != nil) else { return [Self.failure] }
        for view in views.derived {
            let found = try derived(view, as: family)
            if Self.isAttack(found) { return found }
        }
        return []
    }

    private static func isAttack(_ findings: [Finding]) -> Bool { findings.contains { $0.family.response == .attack } }

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

    private func derived(_ view: DerivedView, as family: Finding.Family?) throws(TextScanError) -> [Finding] {
        var hits = RuleHits()
        if !view.words.isEmpty { try book.scan(words: view.words, into: &hits) }
        if !view.text.isEmpty { try book.scan(text: view.text, into: &hits) }
        if !view.glued.isEmpty { try book.scan(glued: view.glued, into: &hits) }
        let isFound = view.kind.isHidden ? book.weight(hits) >= Self.hiddenThreshold : !weigh(hits).isEmpty
        let family = family ?? view.kind.family
        return isFound ? [Finding(family, rule: "\(family.rawValue).\(view.kind.rawValue)")] : []
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
        guard messages.count > 1 else { return [] }
        guard var views = Views(messages.joined(separator: " ")) else { return [Self.failure] }
        let whole = DerivedView(kind: .window, words: views.words, text: views.folded.bytes, glued: Glue.of(views.words.span))
        let found = try derived(whole, as: nil)
        return try found.isEmpty ? otherReadings(&views, as: .payloadSplitting) : found
    }
}
