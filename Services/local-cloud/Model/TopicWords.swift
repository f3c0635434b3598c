/// Finds words that belong to a topic, however it is written.
enum TopicWords {
    /// The words of a group's name, in lower case.
    static func of(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 2 && $0 != "and" && $0 != "more" && $0 != "words" }
    }

    /// `count` different words: of the topic's groups, then those whose English names it, then everyday ones. Fewer only when all words are used up.
    static func words(topic: String, count: Int, without excluded: Set<String>, random: inout SeededRandom) -> [Word] {
        var found: [Word] = []
        var taken = excluded
        var glosses: Set<String> = []
        func take(_ words: [Word]) {
            for word in words where found.count < count && !taken.contains(word.japanese) && glosses.insert(word.gloss.lowercased()).inserted {
                taken.insert(word.japanese)
                found.append(word)
            }
        }
        let wanted = Set(stems(topic))
        for group in groups(for: topic, wanted) { take(group.words.shuffled(using: &random)) }
        take(Vocabulary.words.filter { !wanted.isDisjoint(with: stems($0.english)) })
        var everyday = Vocabulary.words.filter { $0.type == "noun" || $0.type == "verb" }
        everyday.shuffle(using: &random)
        take(everyday)
        take(Vocabulary.words)
        return found
    }

    /// The groups a topic means, the best first.
    static func groups(for topic: String, _ wanted: Set<String>) -> [WordGroup] {
        let scored = Vocabulary.groups.map { group in
            let names = group.names.filter { wanted.contains(stem($0)) || ($0.utf8.first! >= 0x80 && topic.contains($0)) }
            return (group, names.count + (group.name.lowercased() == topic.lowercased() ? 10 : 0))
        }
        return scored.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
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
