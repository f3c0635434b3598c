import Contracts
import DesignSystem
import Japanese

/// A word as a learner meets it: the Japanese side, and behind it the meaning with an example. All of it works without scripts, but the play buttons.
struct WordCard {
    let word: GeneratedWord
    let language: Language

    var markup: Markup {
        """
        <li class="word" data-word="\(word.japanese)">
        <div class="front">
        <p class="tags">\(tags)</p>
        <h3 class="headword japanese" lang="ja">\(.ruby(word.furigana))</h3>
        \(pitch)
        <p class="romaji" lang="ja-Latn">\(word.romaji)</p>
        \(playButton(word.japanese, VocabWords.play))
        </div>
        <label class="reveal button secondary"><input type="checkbox" autocomplete="off"><span class="shows">\(VocabWords.reveal[language])</span>\
        <span class="hides">\(VocabWords.conceal[language])</span><span class="visually-hidden" lang="ja"> \(word.japanese)</span></label>
        <div class="back">
        <p class="meaning" lang="en">\(word.english)</p>
        \(word.isVerified ? nil : unverified)
        \(word.example.map(example))
        \(details)
        </div>
        </li>

        """
    }

    private var tags: Markup {
        """
        <span class="tag">\(kind)</span>\(word.parts.formality == "neutral" ? nil : "<span class=\"tag\">\(formality)</span>")\
        \(word.level.map { "<span class=\"tag level\" data-level=\"\($0)\">\(LevelWords.name($0, language))</span>" })
        """
    }

    private var kind: Markup { WordKind(rawValue: word.parts.type).map { $0.name(language) } ?? "\(word.parts.type)" }

    private var formality: Markup { Formality(rawValue: word.parts.formality).map { $0.name(language) } ?? "\(word.parts.formality)" }

    private var contour: PitchContour? { PitchContour(reading: word.reading, accent: word.pitchAccent) }

    private var pitch: Markup? {
        contour.map { contour in
            let beats = contour.beats.map { beat -> Markup in
                let look = (beat.isHigh ? ["high"] : []) + (beat.falls ? ["falls"] : [])
                return "<span\(.attribute("class", look.isEmpty ? nil : look.joined(separator: " ")))>\(beat.kana)</span>"
            }
            return """
                <p class="pitch" lang="ja"><span aria-hidden="true">\(beats)</span>\
                <span class="visually-hidden" lang="\(language.rawValue)">\(VocabWords.accent[language]): \(contour.words(language))</span></p>
                """
        }
    }

    private var unverified: Markup {
        """
        <details class="doubt"><summary>\(VocabWords.unverified[language])</summary><p>\(VocabWords.whyUnverified[language])</p></details>
        """
    }

    private func example(_ example: WordExample) -> Markup {
        """
        <div class="example">
        <p class="sentence japanese" lang="ja">\(.ruby(example.furigana))</p>
        <p class="romaji" lang="ja-Latn">\(example.romaji)</p>
        <p class="translation" lang="en">\(example.english)</p>
        \(playButton(example.japanese, VocabWords.playSentence))
        </div>
        """
    }

    private var details: Markup {
        let facts: [(Phrase, Markup?)] = [
            (VocabWords.reading, "<span lang=\"ja\">\(word.reading)</span>"), (VocabWords.romaji, "<span lang=\"ja-Latn\">\(word.romaji)</span>"),
            (VocabWords.kind, kind), (VocabWords.politeness, formality), (VocabWords.accent, contour.map { $0.words(language) }),
            (VocabWords.frequency, word.level.map { LevelWords.rank($0, language) }),
        ]
        let rows = facts.map { name, fact in fact.map { "<div><dt>\(name[language])</dt><dd>\($0)</dd></div>" as Markup } }
        return """
            <details class="more"><summary>\(VocabWords.details[language])<span class="visually-hidden" lang="ja"> \(word.japanese)</span></summary>
            <dl>\(rows.compactMap { $0 })</dl></details>
            """
    }
}

extension WordCard {
    /// Nothing for what is too long to be spoken.
    private func playButton(_ text: String, _ label: Phrase) -> Markup? {
        guard text.count <= SoundRequest.longestText else { return nil }
        return PlayButton(
            SoundRequest.path(of: text), label: "\(label[language]) <span lang=\"ja\">\(text)</span>", failure: VocabWords.silent[language]
        ).markup
    }
}

extension Markup {
    /// A text with its readings over it.
    static func ruby(_ parts: [RubyPart]) -> Markup { .ruby(parts.lazy.map { ($0.text, $0.reading) }) }
}
