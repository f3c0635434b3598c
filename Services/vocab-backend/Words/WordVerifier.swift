import Contracts
import Japanese
import JapaneseReading

/// Holds a proposed word against the dictionary and the reader: what it is written with, how it is read, what it means, what kind it is.
struct WordVerifier: Sendable {
    let dictionary: JapaneseDictionary
    let reader: JapaneseReader

    func verify(_ draft: WordDraft) -> Result<GeneratedWord, WordProblem> {
        do throws(WordProblem) {
            return .success(try verified(draft))
        } catch {
            return .failure(error)
        }
    }

    private func verified(_ draft: WordDraft) throws(WordProblem) -> GeneratedWord {
        guard Kana.isJapanese(draft.japanese) else { throw .notJapanese }
        guard draft.english.contains(where: \.isLetter), !Kana.isJapanese(draft.english) else { throw .noMeaning }
        let known = known(draft.japanese)
        let sound = try sound(of: draft, known), meant = known.filter { $0.reading == sound.kana }
        // As it is read here: 頭 is a rude word only as どたま.
        guard !meant.contains(where: \.entry.isOffensive) else { throw .offensive }
        let entry = best(meant, for: draft.english)
        return GeneratedWord(
            japanese: draft.japanese, romaji: sound.romaji, english: draft.english, parts: parts(draft, entry), reading: sound.kana,
            furigana: Furigana(draft.japanese, reading: sound.kana).parts, pitchAccent: entry?.isWhole == true ? entry?.entry.accent : nil,
            level: entry?.entry.level, isVerified: entry?.entry.attests(gloss: draft.english) ?? false, example: example(draft))
    }

    /// An entry of a word, or of the noun that makes a verb with する or an adjective with な.
    private struct Known {
        let entry: DictionaryEntry
        let ending: String
        var reading: String { entry.reading + ending }
        var isWhole: Bool { ending.isEmpty }
    }

    private func known(_ japanese: String) -> [Known] {
        let whole = dictionary.entries(of: japanese).map { Known(entry: $0, ending: "") }
        guard whole.isEmpty, let ending = ["する", "な"].first(where: { japanese.hasSuffix($0) && japanese.count > $0.count }) else { return whole }
        let needed: PartsOfSpeech = ending == "する" ? .suruNoun : .naAdjective
        return dictionary.entries(of: japanese.dropLast(ending.count)).filter { $0.partsOfSpeech.contains(needed) }
            .map { Known(entry: $0, ending: ending) }
    }

    /// The reading that the romaji spells: one of the dictionary's, or the reader's where the dictionary has none.
    private func sound(of draft: WordDraft, _ known: [Known]) throws(WordProblem) -> (kana: String, romaji: String) {
        guard let wanted = Romaji.key(draft.romaji) else { throw .wrongReading }
        let read = try? reader.read(draft.japanese)
        let spoken = read.map { ($0.kana, $0.romaji()) }
        for reading in known.map(\.reading) {
            // Words for particles and greetings are spelled as they sound: こんにちは is konnichiwa.
            let isRead = spoken.map { Kana.hiragana($0.0) == Kana.hiragana(reading) } ?? false
            let romaji = isRead ? spoken!.1 : Romaji.spell(reading)
            if Romaji.key(kana: reading) == wanted || Romaji.key(romaji) == wanted { return (reading, romaji) }
        }
        guard known.isEmpty else { throw .wrongReading }
        guard let read, read.isComplete, let spoken else { throw .unreadable }
        guard !hurts(read) else { throw .offensive }
        guard Romaji.key(spoken.1) == wanted || Romaji.key(kana: spoken.0) == wanted else { throw .wrongReading }
        return spoken
    }

    private func best(_ known: [Known], for gloss: String) -> Known? { known.first { $0.entry.attests(gloss: gloss) } ?? known.first }

    /// The model's word for it where the dictionary knows the word as such, else the dictionary's.
    private func parts(_ draft: WordDraft, _ known: Known?) -> WordParts {
        let said = WordKind(rawValue: draft.type.lowercased()), formality = Formality(rawValue: draft.formality.lowercased())
        guard let known else { return WordParts(type: (said ?? .expression).rawValue, formality: (formality ?? .neutral).rawValue) }
        let kinds = known.ending == "する" ? [.verb] : known.ending == "な" ? [.naAdjective] : known.entry.senses.map { WordKind($0.partsOfSpeech) }
        let levels = known.entry.senses.map { Formality($0.registers) }
        let kind = said.flatMap { kinds.contains($0) ? $0 : nil } ?? kinds.first ?? .noun
        let level = formality.flatMap { levels.contains($0) ? $0 : nil } ?? levels.first ?? .neutral
        return WordParts(type: kind.rawValue, formality: level.rawValue)
    }
}

extension WordVerifier {
    /// A sentence that has the word in it and can be read whole; the lexicon's where the proposed one is none.
    private func example(_ draft: WordDraft) -> WordExample? {
        proposedExample(draft) ?? Lexicon.words(written: draft.japanese).first.flatMap { example($0.example) }
    }

    private func proposedExample(_ draft: WordDraft) -> WordExample? {
        let sentence = draft.exampleJapanese
        guard Kana.isJapanese(sentence), draft.exampleEnglish.contains(where: \.isLetter), let reading = try? reader.read(sentence), reading.isComplete,
            !hurts(reading), reading.words.contains(where: { $0.base == draft.japanese }) || sentence.contains(stem(of: draft.japanese))
        else { return nil }
        return WordExample(japanese: sentence, furigana: reading.furigana.parts, romaji: reading.romaji(), english: draft.exampleEnglish)
    }

    /// Whether one of the words hurts, read as it is read there.
    private func hurts(_ reading: Reading) -> Bool {
        reading.words.contains { word in
            dictionary.entries(of: word.surface).contains { $0.isOffensive && Kana.hiragana($0.reading) == word.reading }
        }
    }

    /// What all forms of a word have in common, as far as that can be told from its writing.
    private func stem(of word: String) -> String {
        guard word.count > 1, let last = word.last, "うくぐすつぬぶむるい".contains(last) else { return word }
        return String(word.dropLast())
    }

    private func example(_ example: LexiconWord.Example) -> WordExample? {
        guard let reading = try? reader.read(example.japanese, as: example.reading) else { return nil }
        return WordExample(japanese: example.japanese, furigana: reading.furigana.parts, romaji: reading.romaji(), english: example.english)
    }

    /// A word of the lexicon, which people have verified.
    func word(_ word: LexiconWord) -> GeneratedWord {
        let entry = dictionary.entries(of: word.japanese).first { Kana.hiragana($0.reading) == Kana.hiragana(word.reading) }
        return GeneratedWord(
            japanese: word.japanese, romaji: word.romaji, english: word.english,
            parts: WordParts(type: word.kind.rawValue, formality: word.formality.rawValue),
            reading: word.reading, furigana: Furigana(word.japanese, reading: word.reading).parts, pitchAccent: entry?.accent, level: entry?.level,
            isVerified: true, example: example(word.example))
    }
}

extension Furigana {
    /// For the wire.
    var parts: [RubyPart] { segments.map { RubyPart(text: $0.text, reading: $0.reading) } }
}
