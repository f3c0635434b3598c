import Contracts
import JSON
import Japanese

/// The words every learner can begin with: groups for a beginner out of the lexicon, loaded on request.
enum StarterVocabulary {
    static let groups: [VocabularyGroup] = names.map { name, words in
        VocabularyGroup(groupName: name, words: words.split(separator: " ").compactMap { Lexicon.words(written: String($0)).first.map(VocabularyWord.init) })
    }

    /// The groups as JSON text, an array in the shape of the seed files.
    static let json = JSON.string(groups)
}

extension VocabularyWord {
    fileprivate init(_ word: LexiconWord) {
        self.init(
            japanese: word.japanese, romaji: word.romaji, english: word.english,
            parts: WordParts(type: word.kind.rawValue, formality: word.formality.rawValue))
    }
}
