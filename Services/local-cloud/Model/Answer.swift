import JSON
import Japanese

/// What the model means to say, before it is put into words or into a schema.
struct Answer {
    /// Everything a schema may ask for, by canonical names.
    var facts: JSONFragment
    /// The same in words.
    var prose: String
}

/// Answers an intent from the embedded data.
struct Answerer {
    let digest: PromptDigest
    var random: SeededRandom
    let seed: UInt64

    init(_ digest: PromptDigest, seed: UInt64) {
        self.digest = digest
        self.seed = seed
        random = SeededRandom(seed: seed, purpose: "answer")
    }

    mutating func answer(_ intent: Intent) -> Answer {
        switch intent {
        case .vocabulary: vocabulary()
        case .haiku: haiku()
        case .translation: translation()
        case .imagePrompt: imagePrompt()
        case .reading: reading()
        case .sentence: sentence()
        case .evaluation: evaluation()
        case .smallTalk: smallTalk()
        }
    }

    private mutating func vocabulary() -> Answer {
        let slots = PromptSlots(text: digest.ask), outer = PromptSlots(text: digest.system)
        let topic =
            slots.value(["topic", "theme", "subject", "group_name"]) ?? slots.after(["about", "topic", "theme", "on", "for"]) ?? slots.quoted ?? digest.ask
        return vocabulary(topic: Self.withoutFormat(topic), slots, outer)
    }

    /// `Weather as JSON` is about weather.
    private static func withoutFormat(_ topic: String) -> String {
        var topic = topic
        for ending in [" as json", " in json", " as a json", " with romaji", " in japanese", " for beginners"] {
            if let range = topic.lowercased().firstRange(of: ending) {
                topic = String(topic.prefix(topic.lowercased().distance(from: topic.lowercased().startIndex, to: range.lowerBound)))
            }
        }
        return topic.trimmed.isEmpty ? "everyday" : topic.trimmed
    }

    private mutating func vocabulary(topic: String, _ slots: PromptSlots, _ outer: PromptSlots) -> Answer {
        let names = ["words", "word", "vocabulary", "items", "entries", "terms"]
        let count = slots.count(names) ?? digest.schema.flatMap(SchemaFitting.wantedCount) ?? outer.count(names) ?? 5
        let avoids = ["avoid", "exclude", "except", "already", "not these", "other than", "different from", "以外"].contains {
            digest.ask.lowercased().contains($0)
        }
        let excluded = avoids ? Set(Vocabulary.words.map(\.japanese).filter { digest.ask.contains($0) }) : []
        let words = TopicWords.words(topic: topic, count: count, without: excluded, random: &random)
        let title = topic.prefix(1).uppercased() + topic.dropFirst().prefix(80)
        let facts: JSONFragment = ["group_name": .string(title), "topic": .string(topic), "count": .int(words.count), "words": .array(words.map(\.facts))]
        let lines = words.enumerated().map { "\($0.offset + 1). \($0.element.japanese) (\($0.element.romaji)) – \($0.element.english)" }
        return Answer(facts: facts, prose: "Here are \(words.count) words for “\(topic)”:\n" + lines.joined(separator: "\n"))
    }

    private func haiku() -> Answer {
        let haiku = HaikuComposer.haiku(for: digest.turns, seed: StableHash.of(digest.turns.first ?? "", seed: seed & 0xFF))
        let remark = digest.turns.count > 1 ? "I changed it for you. How does it feel now?" : "Here is a haiku for you. Would you like to change a line?"
        let isDone = ["perfect", "i like it", "love it", "great", "finish", "done", "いいですね", "完成"].contains { digest.ask.lowercased().contains($0) }
        return Answer(facts: haiku.facts(remark: remark, isDone: isDone), prose: haiku.text(in: digest.languages) + "\n\n" + remark)
    }

    private func translation() -> Answer {
        let slots = PromptSlots(text: digest.ask)
        let text = slots.value(["text", "line", "sentence", "haiku_line", "source", "english", "input"]) ?? slots.quoted ?? slots.ending
        let isFromJapanese = text.unicodeScalars.contains(where: Kana.isJapanese)
        let found = Translator.translate(text)
        let result = isFromJapanese ? found.english : found.japanese
        return Answer(
            facts: [
                "japanese": .string(isFromJapanese ? text : found.japanese), "kana": .string(found.kana), "romaji": .string(Romaji.spell(found.kana)),
                "english": .string(isFromJapanese ? found.english : text), "translation": .string(result), "text": .string(result), "source": .string(text),
            ], prose: result)
    }

    private func imagePrompt() -> Answer {
        let slots = PromptSlots(text: digest.ask)
        let line = slots.value(["line", "haiku_line", "text", "haiku"]) ?? slots.quoted ?? slots.ending
        let english = HaikuComposer.line(line)?.english ?? line
        let text =
            "A quiet Japanese landscape that shows “\(english)”: soft light, layered hills in mist, muted colours of a woodblock print, no people, no text."
        return Answer(facts: ["image_description": .string(text), "description": .string(text), "text": .string(text), "line": .string(line)], prose: text)
    }

    private func reading() -> Answer {
        let slots = PromptSlots(text: digest.ask)
        let text = slots.value(["text", "word", "japanese"]) ?? slots.quoted ?? slots.ending
        let scalars = text.unicodeScalars.filter(Kana.isJapanese)
        let japanese = scalars.isEmpty ? text : String(String.UnicodeScalarView(scalars))
        let found = Translator.translate(japanese)
        let romaji = Vocabulary.word(japanese)?.romaji ?? Romaji.spell(found.kana)
        return Answer(
            facts: [
                "japanese": .string(japanese), "kana": .string(found.kana), "romaji": .string(romaji), "reading": .string(found.kana),
                "english": .string(found.english), "text": .string(found.kana),
            ], prose: "\(japanese) is read \(found.kana) (\(romaji)).")
    }

    private mutating func sentence() -> Answer {
        let slots = PromptSlots(text: digest.ask)
        let asked = slots.value(["word", "vocabulary", "japanese", "english"]) ?? slots.quoted ?? slots.ending
        let mentioned = Vocabulary.words.filter { digest.ask.contains($0.japanese) }.max { $0.japanese.count < $1.japanese.count }
        let word = Vocabulary.word(asked) ?? Vocabulary.word(english: asked) ?? mentioned ?? random.pick(Vocabulary.words.filter { $0.kind == .noun })
        let made = SentenceMaker.sentence(for: word, random: &random)
        return Answer(
            facts: [
                "word": .string(word.japanese), "japanese": .string(made.japanese), "kana": .string(made.kana), "romaji": .string(Romaji.spell(made.kana)),
                "english": .string(made.english), "sentence": .string(made.japanese), "text": .string(made.japanese), "translation": .string(made.english),
            ], prose: "\(made.japanese)\n\(made.kana)\n\(made.english)")
    }

    private func evaluation() -> Answer {
        let slots = PromptSlots(text: digest.ask)
        let expected = slots.value(["expected", "target", "correct", "word", "answer", "kana"]) ?? slots.quoted ?? ""
        let written = slots.value(["written", "transcription", "attempt", "student", "user", "submitted", "actual"]) ?? slots.ending
        let likeness = Likeness.of(Kana.hiragana(expected), Kana.hiragana(written))
        let score = Int((likeness * 100).rounded()), grade = score == 100 ? "S" : score >= 80 ? "A" : score >= 60 ? "B" : score >= 30 ? "C" : "D"
        let feedback =
            score == 100
            ? "Correct! \(expected) is written just right."
            : "Not quite: \(expected) was expected, but \(written.isEmpty ? "nothing" : written) was written. Compare the signs one by one."
        return Answer(
            facts: [
                "is_correct": .bool(score == 100), "correct": .bool(score == 100), "score": .int(score), "grade": .string(grade), "feedback": .string(feedback),
                "text": .string(feedback), "expected": .string(expected), "transcription": .string(written),
                "translation": .string(Translator.translate(written).english),
            ], prose: "Grade \(grade) (\(score) of 100). \(feedback)")
    }

    private mutating func smallTalk() -> Answer {
        let text = SmallTalk.answer(to: digest.ask, inJapanese: digest.isJapanese, random: &random)
        return Answer(facts: ["text": .string(text), "message": .string(text), "answer": .string(text)], prose: text)
    }
}

extension LexiconWord {
    var facts: JSONFragment {
        let type = JSONFragment.string(kind.rawValue), formality = JSONFragment.string(formality.rawValue)
        return [
            "japanese": .string(japanese), "kana": .string(reading), "romaji": .string(romaji), "english": .string(english), "type": type,
            "formality": formality, "parts": ["type": type, "formality": formality], "example_japanese": .string(example.japanese),
            "example_kana": .string(example.reading), "example_english": .string(example.english),
        ]
    }
}

extension Haiku {
    /// The lines, in Japanese before English where both are wanted.
    func text(in languages: PromptDigest.Languages) -> String {
        let texts = [languages.contains(.japanese) ? lines.map(\.japanese) : [], languages.contains(.english) ? lines.map(\.english) : []]
        return texts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The lines by all the names that prompts give them.
    func facts(remark: String, isDone: Bool) -> JSONFragment {
        let languages: [(names: [String], lines: [String])] = [
            (["en", "english"], lines.map(\.english)), (["ja", "jp", "japanese"], lines.map(\.japanese)), (["kana", "hiragana"], lines.map(\.kana)),
            (["romaji"], lines.map { Romaji.spell($0.kana) }),
        ]
        var members: [JSONFragment.Member] = []
        for (index, line) in lines.enumerated() {
            members += [
                .init("line_\(index + 1)", .string(line.english)), .init("haiku_line_\(index + 1)", .string(line.english)),
                .init("line\(index + 1)", .string(line.english)),
            ]
        }
        for (names, texts) in languages {
            for name in names {
                for (index, text) in texts.enumerated() {
                    for spelled in [
                        "haiku_line_\(name)_\(index + 1)", "line_\(name)_\(index + 1)", "line_\(index + 1)_\(name)", "\(name)_line_\(index + 1)",
                        "\(name)_\(index + 1)",
                    ] {
                        members.append(.init(spelled, .string(text)))
                    }
                }
                let list = JSONFragment.array(texts.map { .string($0) })
                members += [.init(name, list), .init("lines_\(name)", list), .init("\(name)_lines", list), .init("haiku_\(name)", list)]
            }
        }
        let english = JSONFragment.array(lines.map { .string($0.english) })
        return .object(
            members + [
                .init("lines", english), .init("haiku", english), .init("topic", .string(theme)), .init("title", .string(theme)),
                .init("message", .string(remark)),
                .init("text", .string(lines.map(\.english).joined(separator: "\n"))), .init("is_complete", .bool(isDone)), .init("is_final", .bool(isDone)),
                .init("done", .bool(isDone)),
            ])
    }
}
