/// A line of a haiku in both languages.
struct HaikuLine: Sendable, Equatable {
    var japanese: String
    var kana: String
    var english: String
}

/// Three lines: 5, 7 and 5 morae in Japanese, 5, 7 and 5 syllables in English.
struct Haiku: Sendable, Equatable {
    var theme: String
    var lines: [HaikuLine]
}

/// Lines that fit together, and the words that call for them.
struct HaikuTheme: Sendable {
    var name: String
    var names: [String]
    /// The choices for the first, the second and the third line.
    var lines: [[HaikuLine]] = [[], [], []]
}

/// Makes haiku of lines whose counts are known.
enum HaikuComposer {
    static let themes: [HaikuTheme] = {
        var themes: [HaikuTheme] = []
        for row in HaikuLines.text.split(separator: "\n") {
            if row.hasPrefix("# ") {
                let parts = row.dropFirst(2).split(separator: ":")
                themes.append(HaikuTheme(name: String(parts[0]), names: parts[1].split(separator: ",").map { String($0).trimmed }))
            } else {
                let parts = row.split(separator: "|").map(String.init)
                themes[themes.count - 1].lines[Int(parts[0])! - 1].append(HaikuLine(japanese: parts[1], kana: parts[2], english: parts[3]))
            }
        }
        return themes
    }()

    /// The theme that a text names most often; nil when it names none.
    static func theme(in text: String) -> HaikuTheme? {
        let words = Set(TopicWords.stems(text))
        let scored = themes.map { theme in
            (theme, theme.names.count { $0.utf8.first! < 0x80 ? !words.isDisjoint(with: TopicWords.stems($0)) : text.contains($0) })
        }
        return scored.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil }
    }

    /// A haiku for what a learner said, turn after turn: the newest theme counts, and each turn that names none changes one line.
    static func haiku(for turns: [String], seed: UInt64) -> Haiku {
        let themed = turns.indices.reversed().first { Self.theme(in: turns[$0]) != nil }
        let chosen = themed.flatMap { Self.theme(in: turns[$0]) } ?? themes[Int(StableHash.of(turns.first ?? "", seed: seed) % UInt64(themes.count))]
        var random = SeededRandom(seed: seed, purpose: chosen.name)
        var choice = chosen.lines.map { Int(random.next() % UInt64($0.count)) }
        for turn in 0..<(turns.count - 1 - (themed ?? 0)) {
            let place = (turn + 2) % 3
            choice[place] = (choice[place] + 1) % chosen.lines[place].count
        }
        return Haiku(theme: chosen.name, lines: (0..<3).map { chosen.lines[$0][choice[$0]] })
    }

    /// The line written so, in either language.
    static func line(_ text: String) -> HaikuLine? {
        let bare = bared(text)
        return all.first { bared($0.english) == bare || $0.japanese == text.trimmed || $0.kana == text.trimmed }
    }

    static let all: [HaikuLine] = themes.flatMap { $0.lines.flatMap { $0 } }

    private static func bared(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0 == " " }.trimmed }
}
