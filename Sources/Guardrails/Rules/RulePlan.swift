import TextScan

/// Lists of rules with numbers for names, and the patterns to look for.
struct RulePlan {
    var entries: [RuleBook.Entry] = []
    var clauses: ClauseTable
    var words = Patterns()
    var glued = Patterns()
    var text = Patterns()

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
        for concept in files.flatMap(\.concepts) { add(concept, numbers[concept.name, default: 0]) }
        for (place, file) in files.enumerated() {
            for rule in file.rules {
                do throws(RuleFileError) { try add(rule, numbers) } catch { throw .list(place, error) }
            }
        }
    }

    private mutating func add(_ concept: RuleFile.Concept, _ number: Int) {
        for term in concept.terms {
            // Beyond ASCII the engine sees bytes, none of which is part of a word to it; Chinese and Japanese have no spaces anyway.
            words.add(term.utf8.allSatisfy { $0 < 0x80 } ? #"\b(?:\#(term))\b"# : term, .concept(number))
            if let glue = Self.glued(term) { glued.add(glue, .concept(number)) }
        }
    }

    /// A term as it is found in words without spaces: plain ones that are long enough to mean something there.
    static func glued(_ term: String) -> String? {
        var term = term[...]
        if term.hasSuffix(#"\w*"#) { term = term.dropLast(3) }
        let plain = term.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 || $0 >= 0x80 }
        let letters = term.filter { $0 != " " }
        return plain && letters.utf8.count >= 5 ? letters : nil
    }

    private mutating func add(_ rule: RuleFile.Rule, _ numbers: [String: Int]) throws(RuleFileError) {
        let number = entries.count
        entries.append(RuleBook.Entry(family: rule.family, name: "\(rule.family.rawValue).\(rule.name)", weight: rule.weight))
        func concept(_ name: String) throws(RuleFileError) -> Int {
            guard let number = numbers[name] else { throw RuleFileError(line: rule.line, problem: .unknownConcept(name)) }
            return number
        }
        var unless: [Int] = []
        for name in rule.unless { unless.append(try concept(name)) }
        for condition in rule.conditions {
            switch condition {
            case .words(let expression): words.add(expression, .rule(number), options: .once)
            case .text(let expression): text.add(expression, .rule(number), options: [.once, .multiline])
            case .near(let names, let width, let across), .sequence(let names, let width, let across):
                var concepts: [Int] = []
                for name in names { concepts.append(try concept(name)) }
                var isSequence = false
                if case .sequence = condition { isSequence = true }
                clauses.add(
                    ClauseTable.Clause(rule: number, concepts: concepts, width: width, isSequence: isSequence, acrossSentences: across, unless: unless))
            }
        }
    }
}
