import Japanese

/// Finds words that belong to a topic, however it is written.
enum TopicWords {
    /// `count` different words: of the topics it is about, then those whose English names it, then of the topics nearby; of everyday ones for what the lexicon
    /// knows nothing about. Fewer only when all words are used up.
    static func words(topic: String, count: Int, without excluded: Set<String>, random: inout SeededRandom) -> [LexiconWord] {
        var found: [LexiconWord] = []
        var taken = excluded
        var glosses: Set<String> = []
        func take(_ words: [LexiconWord]) {
            for word in words where found.count < count && !taken.contains(word.japanese) && glosses.insert(word.gloss.lowercased()).inserted {
                taken.insert(word.japanese)
                found.append(word)
            }
        }
        let about = Lexicon.topics(about: topic), wanted = Set(stems(topic))
        for topic in about where found.count < count { take(topic.words.shuffled(using: &random)) }
        take(Vocabulary.words.filter { !wanted.isDisjoint(with: stems($0.english)) })
        if let best = about.first {
            for topic in Lexicon.topics(near: best) where found.count < count { take(topic.words.shuffled(using: &random)) }
        }
        if found.count < count { take(Vocabulary.words.filter { $0.kind == .noun || $0.kind == .verb }.shuffled(using: &random)) }
        take(Vocabulary.words)
        return found
    }

    static func stems(_ text: String) -> [String] { text.lowercased().split { !$0.isLetter }.map { stem(String($0)) }.filter { $0.count > 2 } }

    private static func stem(_ word: String) -> String {
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
        for (ending, replacement) in [("ies", "y"), ("ing", ""), ("es", "e"), ("s", "")] where word.hasSuffix(ending) && word.count > ending.count + 2 {
            return word.dropLast(ending.count) + replacement
        }
        return word
    }
}
