/// What people want to talk about, and words for it.
public struct Topic: Sendable, Equatable {
    /// Small letters and hyphens, such as `fruit-and-vegetables`.
    public let id: String
    /// In Japanese.
    public let japaneseName: String
    /// In English.
    public let englishName: String
    /// What else it is called, in both languages.
    public let names: [String]
    /// At least 25, the more usual ones mostly first.
    public let words: [LexiconWord]
}

/// A word of a topic, written and read by people.
public struct LexiconWord: Sendable, Equatable {
    /// As it is usually written.
    public let japanese: String
    /// In kana.
    public let reading: String
    /// In Latin letters, words apart and particles as they sound.
    public let romaji: String
    /// In English, meanings with `; ` between them.
    public let english: String
    /// What kind of word it is.
    public let kind: WordKind
    /// Its level of politeness.
    public let formality: Formality
    /// How it is used.
    public let example: Example

    /// A sentence.
    public struct Example: Sendable, Equatable {
        /// As it is written.
        public let japanese: String
        /// In kana, particles as they are spelled.
        public let reading: String
        /// What it means.
        public let english: String

        /// A sentence.
        public init(japanese: String, reading: String, english: String) {
            self.japanese = japanese
            self.reading = reading
            self.english = english
        }
    }
}
