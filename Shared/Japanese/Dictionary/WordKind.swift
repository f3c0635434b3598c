/// Parts of speech as learners see them: the closed list of the contract's `type`.
public enum WordKind: String, Sendable, CaseIterable {
    case noun, verb
    case iAdjective = "i-adjective"
    case naAdjective = "na-adjective"
    case adverb, expression, numeral, pronoun, particle, counter, conjunction, interjection

    /// The kind of a meaning; nouns where the dictionary says nothing of these.
    public init(_ parts: PartsOfSpeech) {
        let kinds: [(PartsOfSpeech, WordKind)] = [
            (.verb, .verb), (.iAdjective, .iAdjective), (.pronoun, .pronoun), (.numeral, .numeral), (.naAdjective, .naAdjective),
            (.expression, .expression), (.particle, .particle), (.conjunction, .conjunction), (.interjection, .interjection),
            ([.adverb, .toAdverb], .adverb), (.counter, .counter),
        ]
        // What is also a noun is one, but for words that learners know as something else.
        let first = kinds.first { !parts.isDisjoint(with: $0.0) }?.1
        let isNounFirst = parts.contains(.noun) && [.adverb, .counter, .expression].contains(first)
        self = isNounFirst ? .noun : first ?? .noun
    }
}

/// Levels of politeness: the closed list of the contract's `formality`.
public enum Formality: String, Sendable, CaseIterable {
    case neutral, polite, humble, honorific, casual

    /// The level of a meaning.
    public init(_ registers: Registers) {
        if registers.contains(.honorific) {
            self = .honorific
        } else if registers.contains(.humble) {
            self = .humble
        } else if registers.contains(.polite) {
            self = .polite
        } else if !registers.isDisjoint(with: [.colloquial, .familiar, .slang, .children]) {
            self = .casual
        } else {
            self = .neutral
        }
    }
}

extension DictionaryEntry {
    /// The kind of its first meaning.
    public var kind: WordKind { WordKind(senses.first?.partsOfSpeech ?? []) }
    /// The level of its first meaning.
    public var formality: Formality { Formality(senses.first?.registers ?? []) }
    /// Whether its usual meaning hurts.
    public var isOffensive: Bool { !(senses.first?.registers ?? []).isDisjoint(with: .offensive) }
    /// Whether it is hardly used any more.
    public var isDated: Bool { !(senses.first?.registers ?? []).isDisjoint(with: [.archaic, .obsolete, .obscure]) }
}
