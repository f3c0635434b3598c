import Platform

/// Hears concepts in the order of their ends and tells which rules they make together. Each takes time that is bounded by the lists, whatever came before.
///
/// Its places are borrowed, as every concept that is heard looks at dozens of them, and are those of one text after the other: a text begins behind all that
/// was written before, so that nothing is to be wiped.
struct ConceptTracker: ~Copyable {
    private let table: ClauseTable
    private let memory: TrackerMemory
    /// Where this text begins.
    private let start: Int
    private var sentence: Int
    /// The concept that was heard last.
    private var previous = -1
    private var lastEnd: Int
    /// The last place that was written.
    private var furthest: Int

    init(_ table: ClauseTable) {
        self.table = table
        memory = table.memories.take() ?? TrackerMemory(concepts: table.usesOfConcept.count, steps: table.stepCount)
        start = memory.start
        sentence = start
        lastEnd = start - 1
        furthest = start
    }

    deinit {
        memory.start = furthest + 1
        table.memories.giveBack(memory)
    }

    private var last: UnsafeMutableBufferPointer<Int> { memory.last }
    private var steps: UnsafeMutableBufferPointer<Int> { memory.steps }
    private var olderSteps: UnsafeMutableBufferPointer<Int> { memory.olderSteps }

    /// A sentence ends: what is within one sentence begins anew.
    mutating func endSentence(at end: Int) {
        sentence = start + end
        previous = -1
    }

    /// A concept was found that ends at `end`, in bytes from the text's beginning.
    mutating func hear(_ concept: Int, at end: Int, found: (Int) -> Void) {
        furthest = max(furthest, start + end)
        heard(concept, start + end, found)
    }

    private mutating func heard(_ concept: Int, _ end: Int, _ found: (Int) -> Void) {
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
            case .concept(let concept): heard(concept, end, found)
            }
        }
    }

    /// Where what belongs together with something at `end` may have ended at the earliest.
    private func reach(_ clause: ClauseTable.Clause, _ end: Int) -> Int {
        max(end - clause.width, clause.acrossSentences ? start : sentence)
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

/// Where concepts and steps ended last, for one tracker at a time.
final class TrackerMemory: @unchecked Sendable {
    /// Where each concept ended last.
    fileprivate let last: UnsafeMutableBufferPointer<Int>
    /// Where each step of a sequence ended last, with all steps before it in reach.
    fileprivate let steps: UnsafeMutableBufferPointer<Int>
    /// Where it ended before that, for steps that are the same word.
    fileprivate let olderSteps: UnsafeMutableBufferPointer<Int>
    /// Behind all that was written.
    fileprivate var start = 0

    fileprivate init(concepts: Int, steps: Int) {
        (last, self.steps, olderSteps) = (.allocate(capacity: concepts), .allocate(capacity: steps), .allocate(capacity: steps))
        for places in [last, self.steps, olderSteps] { places.initialize(repeating: -1) }
    }

    deinit {
        for places in [last, steps, olderSteps] { places.deallocate() }
    }
}

/// As many as trackers have worked at once, at most one for each thread.
final class TrackerMemories: Sendable {
    private let idle = Lock<[TrackerMemory]>([])

    fileprivate func take() -> TrackerMemory? { idle.withLock { $0.popLast() } }
    fileprivate func giveBack(_ memory: TrackerMemory) { idle.withLock { $0.append(memory) } }
}
