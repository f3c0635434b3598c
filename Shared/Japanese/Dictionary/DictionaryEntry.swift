/// A written form with one of its readings, and what it means.
public struct DictionaryEntry: Sendable, Equatable {
    /// As it is written.
    public let written: String
    /// In kana, as the dictionary has it: loan words in katakana.
    public let reading: String
    /// What it means; the usual meaning first.
    public let senses: [Sense]
    /// What kinds of word it is, of all senses.
    public let partsOfSpeech: PartsOfSpeech
    /// Where it is said, of all senses and of its writing.
    public let registers: Registers
    /// How often it is written, on Zipf's scale times 100: 600 for a word in a thousand, 300 for one in a million; nil where nobody counted it.
    public let frequency: Int?
    /// The mora after which the pitch falls, 0 where it does not fall; nil where it is not known.
    public let accent: Int?
    /// 1 for the thousand most frequent words, to 5 beyond ten thousand; nil where nobody counted it.
    public let level: Int?
    /// Whether the dictionary marks it as common.
    public let isCommon: Bool

    /// One meaning.
    public struct Sense: Sendable, Equatable {
        /// In English.
        public let glosses: [String]
        /// What kinds of word it is.
        public let partsOfSpeech: PartsOfSpeech
        /// Where it is said.
        public let registers: Registers
    }
}

/// Kinds of words; the bits are those of `dictionary.bin`.
public struct PartsOfSpeech: OptionSet, Sendable, Hashable {
    /// As the file has it.
    public let rawValue: UInt32
    /// Any bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    private static func bit(_ place: Int) -> PartsOfSpeech { PartsOfSpeech(rawValue: 1 << UInt32(place)) }

    /// Nouns and what is like one.
    public static let noun = bit(0), pronoun = bit(1), counter = bit(22), numeral = bit(23), prefix = bit(24), suffix = bit(25)
    /// Verbs by their inflection; a suru-noun becomes one with する.
    public static let ichidan = bit(2), godan = bit(3), suruNoun = bit(5), suruVerb = bit(6), kuruVerb = bit(7), zuruVerb = bit(8), classicalVerb = bit(9)
    /// All verbs.
    public static let verb: PartsOfSpeech = [ichidan, godan, suruVerb, kuruVerb, zuruVerb, classicalVerb]
    /// Adjectives by theirs.
    public static let iAdjective = bit(10), naAdjective = bit(11), noAdjective = bit(12), prenominal = bit(13)
    /// The rest.
    public static let adverb = bit(16), toAdverb = bit(17), expression = bit(18), interjection = bit(19), particle = bit(20), conjunction = bit(21)
    /// What verbs are used with.
    public static let transitive = bit(27), intransitive = bit(28)
}

/// Where words are said, and by whom; the bits are those of `dictionary.bin`.
public struct Registers: OptionSet, Sendable, Hashable {
    /// As the file has it.
    public let rawValue: UInt32
    /// Any bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    private static func bit(_ place: Int) -> Registers { Registers(rawValue: 1 << UInt32(place)) }

    /// Levels of politeness.
    public static let polite = bit(0), honorific = bit(1), humble = bit(2), colloquial = bit(3), familiar = bit(4), slang = bit(15), children = bit(18)
    /// What is hardly used any more.
    public static let archaic = bit(5), obsolete = bit(6), obscure = bit(7), rare = bit(8)
    /// What hurts.
    public static let vulgar = bit(11), derogatory = bit(12), rude = bit(13), sensitive = bit(14)
    /// All that hurts.
    public static let offensive: Registers = [vulgar, derogatory, rude]
    /// Usually written in kana.
    public static let usuallyKana = bit(25)
}
