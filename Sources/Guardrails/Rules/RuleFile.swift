/// A list of rules as its author wrote it: concepts, which are words of many languages that mean the same, and rules, which say what concepts together mean.
///
/// Structure rather than sentences: `near 80 ignore earlier instructions` finds the three in any order and any language.
struct RuleFile: Sendable, Equatable {
    /// The list's version, for logs and for people.
    var version: String
    /// Whether its words are looked for without the spaces between them, too.
    var isGlued = true
    var concepts: [Concept]
    var rules: [Rule]

    /// Words that mean the same.
    struct Concept: Sendable, Equatable {
        var name: String
        var line: Int
        /// Expressions of Hyperscan's dialect over the words of a text; macros expanded.
        var terms: [String]
        /// Concepts that together are this one.
        var compositions: [Condition] = []
    }

    /// What is looked for.
    struct Rule: Sendable, Equatable {
        var family: Finding.Family
        var name: String
        var line: Int
        /// What it adds to its family; at `RuleBook.threshold` the family is found.
        var weight: Int
        /// Any one of them is enough.
        var conditions: [Condition]
        /// Concepts that, standing before in the same sentence, make it harmless.
        var unless: [String]
        /// Texts that it must find, and texts that it must not find: its own tests.
        var examples: [String]
        var counterexamples: [String]
    }

    /// How a rule finds something.
    enum Condition: Sendable, Equatable {
        /// All of the concepts, in any order, the last one's end at most `width` bytes after the first one's; within one sentence unless `acrossSentences`.
        case near(concepts: [String], width: Int, acrossSentences: Bool)
        /// The concepts one after another, with at most `width` bytes from one's end to the next one's.
        case sequence(concepts: [String], width: Int, acrossSentences: Bool)
        /// An expression over the words of a text.
        case words(String)
        /// An expression over the folded text with its punctuation.
        case text(String)
    }
}

/// Why a list of rules is refused.
struct RuleFileError: Error, Equatable {
    /// The line, from 1.
    let line: Int
    let problem: Problem

    enum Problem: Equatable {
        case header
        case unknownLine(String)
        case outOfPlace(String)
        case unknownFamily(String)
        case unknownMacro(String)
        case unknownConcept(String)
        case duplicate(String)
        case number(String)
        case empty(String)
        case pattern(String)
    }
}
