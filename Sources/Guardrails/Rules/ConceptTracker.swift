/// Hears concepts in the order of their ends and tells which rules they make together. Each takes time that is bounded by the lists, whatever came before.
///
/// Its places are memory of its own: every concept that is heard looks at dozens of them.
struct ConceptTracker: ~Copyable {
    private let table: ClauseTable
    /// Where each concept ended last; far before the text when it has not been heard.
    private let last: UnsafeMutableBufferPointer<Int>
    /// Where each step of a sequence ended last, with all steps before it in reach.
    private let steps: UnsafeMutableBufferPointer<Int>
    /// Where it ended before that, for steps that are the same word.
    private let olderSteps: UnsafeMutableBufferPointer<Int>
    private var sentence = 0
    /// The concept that was heard last.
    private var previous = -1
    private var lastEnd = -1
    private static let never = -1_000_000

    init(_ table: ClauseTable) {
        self.table = table
        last = .allocate(capacity: table.usesOfConcept.count)
        last.initialize(repeating: Self.never)
        steps = .allocate(capacity: table.stepCount)
        steps.initialize(repeating: Self.never)
        olderSteps = .allocate(capacity: table.stepCount)
        olderSteps.initialize(repeating: Self.never)
    }

    deinit {
        last.deallocate()
        steps.deallocate()
        olderSteps.deallocate()
    }

    /// A sentence ends: what is within one sentence begins anew.
    mutating func endSentence(at end: Int) {
        sentence = end
        previous = -1
    }

    /// A concept was found that ends at `end`.
    mutating func hear(_ concept: Int, at end: Int, found: (Int) -> Void) {
        if last[concept] == end { return }
        last[concept] = end
        // Said again with nothing between, it makes nothing that it did not make before, but may begin something later.
        if concept == previous, !table.isDoubled[concept] {
            for start in table.startsOfConcept[concept] { take(step: table.starts[start], at: end) }
            return
        }
        // Two concepts of one word do not make a rule together; the next word may, with either.
        previous = end == lastEnd ? -1 : concept
        lastEnd = end
        for use in table.usesOfConcept[concept] {
            let clause = table.clauses[table.uses[use]]
            guard clause.isSequence ? follows(clause, concept, end) : stands(clause, end), !isExcused(clause, end) else { continue }
            switch clause.result {
            case .rule(let rule): found(rule)
            case .concept(let concept): hear(concept, at: end, found: found)
            }
        }
    }

    /// Where what belongs together with something at `end` may have ended at the earliest.
    private func reach(_ clause: ClauseTable.Clause, _ end: Int) -> Int {
        clause.acrossSentences ? end - clause.width : max(end - clause.width, sentence)
    }

    /// Whether all concepts of a clause stand near one another, at different places.
    private func stands(_ clause: ClauseTable.Clause, _ end: Int) -> Bool {
        let first = reach(clause, end)
        for place in clause.concepts {
            let position = last[table.members[place]]
            guard position >= first else { return false }
            for other in clause.concepts.lowerBound..<place where last[table.members[other]] == position { return false }
        }
        return true
    }

    /// Takes every step of a sequence that this concept is, the last first; whether it was the last.
    private mutating func follows(_ clause: ClauseTable.Clause, _ concept: Int, _ end: Int) -> Bool {
        var isComplete = false
        var place = clause.concepts.count - 1
        while place >= 0 {
            if table.members[clause.concepts.lowerBound + place] == concept, place == 0 || precedes(clause, place, end) {
                take(step: clause.firstStep + place, at: end)
                if place == clause.concepts.count - 1 { isComplete = true }
            }
            place -= 1
        }
        return isComplete
    }

    private mutating func take(step: Int, at end: Int) {
        guard steps[step] != end else { return }
        olderSteps[step] = steps[step]
        steps[step] = end
    }

    private func precedes(_ clause: ClauseTable.Clause, _ place: Int, _ end: Int) -> Bool {
        let step = clause.firstStep + place - 1
        return (steps[step] < end ? steps[step] : olderSteps[step]) >= reach(clause, end)
    }

    private func isExcused(_ clause: ClauseTable.Clause, _ end: Int) -> Bool {
        for place in clause.unless where last[table.members[place]] >= max(sentence, end - clause.width - 60) { return true }
        return false
    }
}
