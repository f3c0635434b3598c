import TextScan

/// Lists of rules with numbers for names, and the patterns to look for.
struct RulePlan {
    var entries: [RuleBook.Entry] = []
    var clauses: ClauseTable
    var words = Patterns()
    var glued = Patterns()
    var text = Patterns()
    /// What surrounds words that are asked about, and what holds them.
    var mentions = Patterns()
    /// The single words that stand in concepts.
    var vocabulary: Set<String> = []

    struct Patterns {
        var patterns: [ScanPattern] = []
        var meanings: [RuleBook.Meaning] = []

        mutating func add(_ expression: String, _ meaning: RuleBook.Meaning, options: ScanPattern.Options = []) {
            patterns.append(ScanPattern(expression, options: options))
            meanings.append(meaning)
        }
    }

    init(_ files: [RuleFile]) throws(RuleBookError) {
        var numbers: [String: Int] = [:]
        for (place, file) in files.enumerated() {
            for concept in file.concepts {
                guard numbers.updateValue(numbers.count, forKey: concept.name) == nil else {
                    throw .list(place, RuleFileError(line: concept.line, problem: .duplicate("concept \(concept.name)")))
                }
            }
        }
        clauses = ClauseTable(conceptCount: numbers.count)
        words.add(#"[.] "#, .sentenceEnd)
        glued.add(#"[.] "#, .sentenceEnd)
        for (place, file) in files.enumerated() {
            do throws(RuleFileError) {
                for concept in file.concepts { try add(concept, isGlued: file.isGlued, numbers) }
            } catch {
                throw .list(place, error)
            }
        }
        for (place, file) in files.enumerated() {
            do throws(RuleFileError) {
                for rule in file.rules { try add(rule, numbers) }
            } catch {
                throw .list(place, error)
            }
        }
        clauses.seal()
    }

    private mutating func add(_ concept: RuleFile.Concept, isGlued: Bool, _ numbers: [String: Int]) throws(RuleFileError) {
        let number = numbers[concept.name, default: 0]
        if let kind = Mentions.kind(of: concept.name) {
            for term in concept.terms { mentions.add(term, .mention(kind), options: kind == .phrase ? [.start] : []) }
            return
        }
        for composition in concept.compositions {
            let clause = try clause(composition, .concept(number), unless: [], numbers, line: concept.line)
            guard clause.concepts.allSatisfy({ $0 < number }) else { throw RuleFileError(line: concept.line, problem: .outOfPlace(concept.name)) }
            clauses.add(clause)
        }
        for term in concept.terms {
            // Beyond ASCII the engine sees bytes, none of which is part of a word to it; Chinese and Japanese have no spaces anyway.
            words.add(term.utf8.allSatisfy { $0 < 0x80 } && !Self.isPlain(term) ? #"\b(?:\#(term))\b"# : term, meaning(of: term, number))
            guard isGlued else { continue }
            vocabulary.formUnion(Self.spellings(term))
            if let glue = Self.glued(term) { glued.add(glue, .concept(number)) }
        }
    }

    /// Plain words, which the engine takes in a fraction of the time without the bounds of words around them: whoever reads the match looks at these.
    private static func isPlain(_ term: String) -> Bool {
        term.utf8.count >= 5 && term.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 }
    }

    private func meaning(of term: String, _ concept: Int) -> RuleBook.Meaning {
        Self.isPlain(term) ? .word(concept, length: term.utf8.count) : .concept(concept)
    }

    /// The words that a term is, when it is a single one.
    static func spellings(_ term: String) -> [String] {
        let stem = term.hasSuffix("s?") ? String(term.dropLast(2)) : term
        guard stem.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
        return stem == term ? [term] : [stem, stem + "s"]
    }

    /// A term as it is found in words without spaces: plain ones that are long enough to mean something there.
    static func glued(_ term: String) -> String? {
        var term = term[...]
        if term.hasSuffix("s?"), term.count < 7 { term = term.dropLast() }
        for ending in [#"\w*"#, "s?", "(?:y|ies)"] where term.hasSuffix(ending) { term = term.dropLast(ending.count) }
        let plain = term.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 || $0 >= 0x80 }
        let letters = term.filter { $0 != " " }
        return plain && letters.utf8.count >= 5 ? letters : nil
    }

    private mutating func add(_ rule: RuleFile.Rule, _ numbers: [String: Int]) throws(RuleFileError) {
        let number = entries.count
        entries.append(RuleBook.Entry(family: rule.family, name: "\(rule.family.rawValue).\(rule.name)", weight: rule.weight))
        var unless: [Int] = []
        for name in rule.unless { unless.append(try find(name, numbers, line: rule.line)) }
        for condition in rule.conditions {
            switch condition {
            case .words(let expression): words.add(expression, .rule(number), options: .once)
            case .text(let expression): text.add(expression, .rule(number), options: [.once, .multiline])
            case .near, .sequence: clauses.add(try clause(condition, .rule(number), unless: unless, numbers, line: rule.line))
            }
        }
    }

    private func clause(
        _ condition: RuleFile.Condition, _ result: ClauseTable.Result, unless: [Int], _ numbers: [String: Int], line: Int
    ) throws(RuleFileError) -> ClauseTable.Shape {
        switch condition {
        case .near(let names, let width, let across):
            let concepts = try find(names, numbers, line: line)
            return .init(result: result, concepts: concepts, unless: unless, width: width, isSequence: false, acrossSentences: across)
        case .sequence(let names, let width, let across):
            let concepts = try find(names, numbers, line: line)
            return .init(result: result, concepts: concepts, unless: unless, width: width, isSequence: true, acrossSentences: across)
        case .words, .text: throw RuleFileError(line: line, problem: .outOfPlace("expression"))
        }
    }

    private func find(_ names: [String], _ numbers: [String: Int], line: Int) throws(RuleFileError) -> [Int] {
        var concepts: [Int] = []
        for name in names { concepts.append(try find(name, numbers, line: line)) }
        return concepts
    }

    private func find(_ name: String, _ numbers: [String: Int], line: Int) throws(RuleFileError) -> Int {
        guard let number = numbers[name] else { throw RuleFileError(line: line, problem: .unknownConcept(name)) }
        return number
    }
}
