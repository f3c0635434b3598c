/// What concepts mean together, arranged by concept, in flat lists that are read without counting references.
struct ClauseTable: Sendable {
    /// What concepts together are.
    enum Result: Sendable {
        case rule(Int)
        /// Another concept, whose number is greater than theirs: nothing goes round in circles.
        case concept(Int)
    }

    struct Clause: Sendable {
        let result: Result
        /// Its concepts' places in `members`, and those of the concepts that excuse it.
        let concepts: Range<Int>
        let unless: Range<Int>
        let width: Int
        let isSequence: Bool
        let acrossSentences: Bool
        /// Its first place in the tracker's list of steps.
        let firstStep: Int
    }

    /// The shape of a clause before it has its places.
    struct Shape {
        var result: Result
        var concepts: [Int]
        var unless: [Int]
        var width: Int
        var isSequence: Bool
        var acrossSentences: Bool
    }

    private(set) var clauses: [Clause] = []
    /// Concepts, clause by clause.
    private(set) var members: [Int] = []
    /// The clauses that concepts are part of, concept by concept once the table is sealed.
    private(set) var uses: [Int] = []
    private(set) var usesOfConcept: [Range<Int>]
    /// The first steps of the sequences that begin with a concept, concept by concept.
    private(set) var starts: [Int] = []
    private(set) var startsOfConcept: [Range<Int>] = []
    /// Whether a concept stands twice in a clause.
    private(set) var isDoubled: [Bool] = []
    /// How many steps all sequences have together.
    private(set) var stepCount = 0
    /// What trackers of this table write in.
    let memories = TrackerMemories()

    init(conceptCount: Int) { usesOfConcept = Array(repeating: 0..<0, count: conceptCount) }

    mutating func add(_ shape: Shape) {
        let first = members.count
        members += shape.concepts
        let middle = members.count
        members += shape.unless
        clauses.append(
            Clause(
                result: shape.result, concepts: first..<middle, unless: middle..<members.count, width: shape.width, isSequence: shape.isSequence,
                acrossSentences: shape.acrossSentences, firstStep: stepCount))
        if shape.isSequence { stepCount += shape.concepts.count }
    }

    /// Arranges the clauses by concept; nothing is added after it.
    mutating func seal() {
        for concept in usesOfConcept.indices {
            let first = uses.count
            uses += clauses.indices.filter { members[clauses[$0].concepts].contains(concept) }
            usesOfConcept[concept] = first..<uses.count
            let start = starts.count
            for use in first..<uses.count {
                let clause = clauses[uses[use]]
                if clause.isSequence, members[clause.concepts.lowerBound] == concept { starts.append(clause.firstStep) }
            }
            startsOfConcept.append(start..<starts.count)
            isDoubled.append(uses[first...].contains { use in members[clauses[use].concepts].count { $0 == concept } > 1 })
        }
    }
}
