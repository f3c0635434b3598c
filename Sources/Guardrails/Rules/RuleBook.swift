import TextScan

/// Lists of rules, compiled: what to look for in the words of a text, in its words without spaces, and in its folded text.
final class RuleBook: Sendable {
    /// The weight at which a family is found.
    static let threshold = 10

    /// What a rule says when it is hit.
    struct Entry: Sendable {
        let family: Finding.Family
        let name: String
        let weight: Int
    }

    let entries: [Entry]
    /// The lists' versions, in their order.
    let versions: [String]
    let clauses: ClauseTable
    private let words: Scanner
    private let glued: Scanner
    private let text: Scanner?
    private let mentions: Scanner?
    /// The words that rules are made of, for what is misspelled or turned.
    let vocabulary: Vocabulary

    /// A set of patterns and what each one means.
    private struct Scanner: Sendable {
        let set: PatternSet
        let meanings: [Meaning]
    }

    /// What a pattern is part of.
    enum Meaning: Sendable, Equatable {
        case concept(Int)
        /// A concept, where the match is not within a longer word.
        case word(Int, length: Int)
        case rule(Int)
        case sentenceEnd
        case mention(Mentions.Kind)
    }

    /// Compiles lists that may use one another's concepts. Takes a while: once, off the loops.
    convenience init(_ files: [RuleFile]) throws(RuleBookError) {
        try self.init(files) { patterns throws(TextScanError) in try PatternSet(patterns) }
    }

    /// The same with another way to compile, which may remember.
    init(_ files: [RuleFile], compile: ([ScanPattern]) throws(TextScanError) -> PatternSet) throws(RuleBookError) {
        let plan = try RulePlan(files)
        versions = files.map(\.version)
        entries = plan.entries
        clauses = plan.clauses
        vocabulary = Vocabulary(plan.vocabulary)
        mentions = plan.mentions.patterns.isEmpty ? nil : try Self.scanner(plan.mentions, compile)
        words = try Self.scanner(plan.words, compile)
        glued = try Self.scanner(plan.glued, compile)
        text = plan.text.patterns.isEmpty ? nil : try Self.scanner(plan.text, compile)
    }

    private static func scanner(_ plan: RulePlan.Patterns, _ compile: ([ScanPattern]) throws(TextScanError) -> PatternSet) throws(RuleBookError) -> Scanner {
        do throws(TextScanError) {
            return Scanner(set: try compile(plan.patterns), meanings: plan.meanings)
        } catch .pattern(let index?, let message) {
            throw .pattern(plan.patterns[index].expression, message)
        } catch {
            throw .scan(error)
        }
    }

    /// Adds the rules that the words of a text hit.
    func scan(words: [UInt8], into hits: inout RuleHits) throws(TextScanError) { try scan(words, with: self.words, into: &hits) }

    /// Adds the rules that words without spaces between them hit: only those that are of several concepts.
    func scan(glued: [UInt8], into hits: inout RuleHits) throws(TextScanError) { try scan(glued, with: self.glued, into: &hits) }

    /// Adds the rules that a folded text hits, with its punctuation.
    func scan(text: [UInt8], into hits: inout RuleHits) throws(TextScanError) {
        if let scanner = self.text { try scan(text, with: scanner, into: &hits) }
    }

    /// The text with the words masked that it asks about rather than uses; nil when there are none.
    func withoutMentions(_ folded: [UInt8]) throws(TextScanError) -> [UInt8]? {
        guard let mentions else { return nil }
        var places: [Mentions.Place] = []
        try mentions.set.scan(folded.span) { match in
            if case .mention(let kind) = mentions.meanings[match.pattern] { places.append(Mentions.Place(kind: kind, range: match.range)) }
            return places.count < 200
        }
        return places.isEmpty ? nil : Mentions.masked(folded, places)
    }

    /// Whether no letter or digit of ASCII stands before or behind.
    private static func isWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        (range.lowerBound == 0 || !Alphabet.isAlphanumeric(bytes[range.lowerBound - 1]))
            && (range.upperBound == bytes.count || !Alphabet.isAlphanumeric(bytes[range.upperBound]))
    }

    private func scan(_ bytes: [UInt8], with scanner: Scanner, into hits: inout RuleHits) throws(TextScanError) {
        var tracker = ConceptTracker(clauses)
        var found = hits
        try scanner.set.scan(bytes.span) { match in
            switch scanner.meanings[match.pattern] {
            case .concept(let concept): tracker.hear(concept, at: match.range.upperBound) { found.insert($0) }
            case .word(let concept, let length):
                let end = match.range.upperBound
                if Self.isWord(bytes, end - length..<end) { tracker.hear(concept, at: end) { found.insert($0) } }
            case .rule(let rule): found.insert(rule)
            case .mention: break
            case .sentenceEnd: tracker.endSentence(at: match.range.upperBound)
            }
            return true
        }
        hits = found
    }
}

/// Why lists of rules cannot be used.
enum RuleBookError: Error, Equatable {
    /// A list is not one: its place among the lists, and the mistake.
    case list(Int, RuleFileError)
    /// The engine does not take a pattern, and says why.
    case pattern(String, String)
    /// The engine failed.
    case scan(TextScanError)
}

/// The rules that a text has hit, each counted once.
struct RuleHits: Sendable, Equatable {
    private(set) var rules: [Int] = []

    mutating func insert(_ rule: Int) {
        if !rules.contains(rule) { rules.append(rule) }
    }

    var isEmpty: Bool { rules.isEmpty }
}

extension RuleBook {
    /// What the rules of attacks weigh together.
    func weight(_ hits: RuleHits) -> Int {
        hits.rules.reduce(0) { $0 + (entries[$1].family.response == .attack ? entries[$1].weight : 0) }
    }

    /// The families that weigh enough, each by its weightiest rule, the weightiest family first.
    func findings(_ hits: RuleHits) -> [Finding] {
        var sums: [Finding.Family: (sum: Int, rule: Entry)] = [:]
        for rule in hits.rules {
            let entry = entries[rule]
            guard let known = sums[entry.family] else {
                sums[entry.family] = (entry.weight, entry)
                continue
            }
            sums[entry.family] = (known.sum + entry.weight, known.rule.weight >= entry.weight ? known.rule : entry)
        }
        let found = sums.filter { $0.value.sum >= Self.threshold }
        return found.sorted { ($1.value.sum, $0.key.rawValue) < ($0.value.sum, $1.key.rawValue) }.map { Finding($0.key, rule: $0.value.rule.name) }
    }
}
