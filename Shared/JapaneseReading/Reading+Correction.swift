extension Reading {
    /// The same words, all of them together read so, in hiragana: what is left of the kana between those at both ends that are read alike belongs to the one
    /// word between them. Nil when there are several, or none.
    func corrected(to kana: String) -> Reading? {
        var rest = Array(kana)[...], wrong = words[...]
        while let first = wrong.first?.kana, !first.isEmpty, rest.starts(with: first) {
            rest.removeFirst(first.count)
            wrong.removeFirst()
        }
        while let last = wrong.last?.kana, !last.isEmpty, rest.reversed().starts(with: last.reversed()) {
            rest.removeLast(last.count)
            wrong.removeLast()
        }
        if wrong.isEmpty && rest.isEmpty { return self }
        guard wrong.count == 1, !rest.isEmpty, wrong[wrong.startIndex].reading != nil else { return nil }
        var words = words
        words[wrong.startIndex] = words[wrong.startIndex].read(String(rest))
        return Reading(words: words)
    }
}
