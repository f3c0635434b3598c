import Contracts
import Japanese

/// The words that were taken so far: so many at most, none of them twice.
struct WordCollection: Sendable {
    let wanted: Int
    private(set) var words: [GeneratedWord] = []
    private(set) var problems: [WordProblem] = []
    private var writings: Set<String> = []
    private var meanings: Set<String> = []

    init(wanted: Int) { self.wanted = wanted }

    var missing: Int { wanted - words.count }

    /// Takes a word, unless it is there already: with the same writing, or with the same reading and gloss.
    mutating func take(_ word: GeneratedWord) -> Bool {
        let meaning = "\(Kana.hiragana(word.reading)) \(word.english.lowercased())"
        guard missing > 0, !writings.contains(word.japanese), !meanings.contains(meaning) else {
            problems.append(.duplicate)
            return false
        }
        writings.insert(word.japanese)
        meanings.insert(meaning)
        words.append(word)
        return true
    }

    /// Notes a word that was not taken.
    mutating func refuse(_ problem: WordProblem) { problems.append(problem) }
}
