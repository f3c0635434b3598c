/// The project's own words by topic: what a learner is given when no model can be asked, what the stand-in for models answers from, and seed data.
public enum Lexicon {
    /// All topics, in their order.
    public static let topics: [Topic] = LexiconParser.topics(in: text.description)

    /// The topics that a text is about, the best first: one that is called so, then those that share words with it.
    public static func topics(about text: some StringProtocol) -> [Topic] {
        let wanted = normalized(text), words = Set(stems(wanted))
        let scored = topics.enumerated().compactMap { place, topic -> (score: Int, place: Int)? in
            let names = [topic.id, topic.japaneseName, topic.englishName] + topic.names
            let best = names.map { score(normalized($0), wanted, words) }.max() ?? 0
            return best > 0 ? (best, place) : nil
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map { topics[$0.place] }
    }

    /// The other topics, the nearest first: kindred ones stand side by side.
    public static func topics(near topic: Topic) -> [Topic] {
        guard let place = topics.firstIndex(where: { $0.id == topic.id }) else { return [] }
        let others = topics.indices.filter { $0 != place }.sorted { (abs($0 - place), $0) < (abs($1 - place), $1) }
        return others.map { topics[$0] }
    }

    /// The words of the lexicon that are written so.
    public static func words(written japanese: String) -> [LexiconWord] { byWriting[japanese] ?? [] }

    private static let byWriting = Dictionary(grouping: topics.flatMap(\.words), by: \.japanese)

    /// A name that is the text counts most, then one that stands in it, then words that both have.
    private static func score(_ name: String, _ wanted: String, _ words: Set<String>) -> Int {
        if name == wanted { return 1_000 }
        let isJapanese = name.unicodeScalars.contains { $0.value > 0x2E7F }
        if isJapanese { return wanted.contains(name) ? 100 * name.count : 0 }
        if " \(wanted) ".contains(" \(name) ") { return 100 * name.split(separator: " ").count }
        return 10 * words.intersection(stems(name)).count
    }

    private static func normalized(_ text: some StringProtocol) -> String {
        String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }).split(separator: " ").joined(separator: " ")
    }

    /// Words that say something, without a plural's s.
    private static func stems(_ text: String) -> [String] {
        text.split(separator: " ").filter { $0.count > 2 && !["and", "the", "for", "with", "things", "words", "about", "japanese"].contains($0) }
            .map { $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : String($0) }
    }
}

/// Reads `topics.txt`; its check sees to it that every line is one.
enum LexiconParser {
    static func topics(in text: String) -> [Topic] {
        var topics: [Topic] = [], id = "", names: [String] = [], words: [LexiconWord] = []
        func end() {
            guard !id.isEmpty, names.count >= 2 else { return }
            topics.append(Topic(id: id, japaneseName: names[0], englishName: names[1], names: Array(names.dropFirst(2)), words: words))
            (id, names, words) = ("", [], [])
        }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# topic ") {
                end()
                id = String(line.dropFirst(8))
            } else if line.hasPrefix("= ") {
                let parts = line.dropFirst(2).split(separator: "|").map { trimmed($0) }
                names = Array(parts.prefix(2)) + (parts.last ?? "").split(separator: ",").map { trimmed($0) }
            } else if !line.hasPrefix("#"), let word = word(line.split(separator: "|").map(String.init)) {
                words.append(word)
            }
        }
        end()
        return topics
    }

    private static func word(_ fields: [String]) -> LexiconWord? {
        guard fields.count == 8, !fields[1].hasPrefix("/"), let kind = WordKind(rawValue: fields[3]), let formality = Formality(rawValue: fields[4]) else {
            return nil
        }
        let spelled = fields[1].split(separator: "/").map(String.init)
        return LexiconWord(
            japanese: fields[0], reading: spelled[0], romaji: spelled.count > 1 ? spelled[1] : Romaji.spell(spelled[0]), english: fields[2], kind: kind,
            formality: formality,
            example: .init(japanese: fields[5], reading: fields[6], english: fields[7]))
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
