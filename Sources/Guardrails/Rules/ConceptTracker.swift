/// Hears concepts in the order of their ends and tells which rules they make together. Each takes time that is bounded by the lists, whatever came before.
struct ConceptTracker {
    private let table: ClauseTable
    /// Where each concept ended last; far before the text when it has not been heard.
    private var last: [Int]
    /// Where each step of a sequence ended last, with all steps before it in reach.
    private var steps: [Int]
    private var sentence = 0
    private static let never = -1_000_000

    init(_ table: ClauseTable) {
        self.table = table
        last = Array(repeating: Self.never, count: table.byConcept.count)
        steps = Array(repeating: Self.never, count: table.stepCount)
    }

    /// A sentence ends: what is within one sentence begins anew.
    mutating func endSentence(at end: Int) { sentence = end }

    /// A concept was found that ends at `end`.
    mutating func hear(_ concept: Int, at end: Int, found: (Int) -> Void) {
        last[concept] = end
        for index in table.byConcept[concept] {
            let clause = table.clauses[index]
            if clause.isSequence ? follows(clause, concept, end) : stands(clause, end) {
                guard !isExcused(clause, end) else { continue }
                switch clause.result {
                case .rule(let rule): found(rule)
                case .concept(let concept): if last[concept] != end { hear(concept, at: end, found: found) }
                }
            }
        }
    }

    /// Whether all concepts of a clause stand near one another, at different places.
    private func stands(_ clause: ClauseTable.Clause, _ end: Int) -> Bool {
        let first = max(end - clause.width, clause.acrossSentences ? 0 : sentence)
        for (place, concept) in clause.concepts.enumerated() {
            guard last[concept] >= first else { return false }
            for other in clause.concepts[..<place] where last[other] == last[concept] { return false }
        }
        return true
    }

    /// Takes every step of a sequence that this concept is, the last first; whether it was the last.
    private mutating func follows(_ clause: ClauseTable.Clause, _ concept: Int, _ end: Int) -> Bool {
        var isComplete = false
        for place in clause.concepts.indices.reversed() where clause.concepts[place] == concept {
            if place > 0 {
                let before = steps[clause.firstStep + place - 1]
                let first = max(end - clause.width, clause.acrossSentences ? 0 : sentence)
                guard before >= first, before < end else { continue }
            }
            steps[clause.firstStep + place] = end
            if place == clause.concepts.count - 1 { isComplete = true }
        }
        return isComplete
    }

    private func isExcused(_ clause: ClauseTable.Clause, _ end: Int) -> Bool {
        clause.unless.contains { last[$0] >= max(sentence, end - clause.width - 60) }
    }
}
