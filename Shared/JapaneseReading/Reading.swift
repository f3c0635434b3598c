public import Japanese

/// A text, and how it is read: word for word.
public struct Reading: Sendable, Equatable {
    /// Its words in order, punctuation among them.
    public let words: [ReadWord]

    /// All of it in hiragana, without spaces; what has no reading stands as it is.
    public var kana: String { words.map(\.kana).joined() }

    /// Whether all Japanese in it has a reading.
    public var isComplete: Bool { words.allSatisfy { $0.reading != nil || !$0.surface.unicodeScalars.contains { Kana.isKanji($0) } } }

    /// With the reading of each run of kanji; what needs none is in one piece, also of several words.
    public var furigana: Furigana {
        let segments = words.flatMap { word in word.reading.map { Furigana(word.surface, reading: $0).segments } ?? [.init(word.surface)] }
        return Furigana(
            segments: segments.reduce(into: []) { joined, next in
                if let last = joined.last, last.reading == nil, next.reading == nil {
                    joined[joined.count - 1] = .init(last.text + next.text)
                } else {
                    joined.append(next)
                }
            })
    }

    /// In Latin letters, with spaces between words; endings, suffixes and prefixes belong to their words.
    public func romaji(_ longVowels: Romaji.LongVowels = .doubled) -> String {
        var text = "", group = "", isOpen = false
        func close() {
            guard !group.isEmpty else { return }
            if !text.isEmpty, !text.hasSuffix("“"), !text.hasSuffix("(") { text += " " }
            text += group
            group = ""
        }
        // Signs that wait for what follows them, as っ does.
        var kana = ""
        func spell() {
            group += Romaji.spell(kana, longVowels)
            kana = ""
        }
        for word in words {
            switch word.bond {
            case .before: break
            case .none, .after:
                if !isOpen {
                    spell()
                    close()
                }
            case .mark(let mark):
                spell()
                close()
                text += mark
            case .opening(let mark):
                spell()
                close()
                text += text.isEmpty ? mark : " \(mark)"
            }
            // A っ at the end doubles what follows: じゅっページ is juppeeji.
            isOpen = word.bond == .after || word.kana.hasSuffix("っ")
            if case .mark = word.bond { continue }
            if case .opening = word.bond { continue }
            kana += word.sound ?? word.surface
        }
        spell()
        close()
        return text
    }
}
