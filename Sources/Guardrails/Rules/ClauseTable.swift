/// What concepts mean together, arranged by concept.
struct ClauseTable: Sendable {
    /// What concepts together are.
    enum Result: Sendable {
        case rule(Int)
        /// Another concept, whose number is greater than theirs: nothing goes round in circles.
        case concept(Int)
    }

    struct Clause: Sendable {
        let result: Result
        let concepts: [Int]
        let width: Int
        let isSequence: Bool
        let acrossSentences: Bool
        let unless: [Int]
        /// Its first place in the tracker's list of steps.
        var firstStep = 0

        init(_ result: Result, concepts: [Int], width: Int, isSequence: Bool, acrossSentences: Bool, unless: [Int]) {
            self.result = result
            self.concepts = concepts
            self.width = width
            self.isSequence = isSequence
            self.acrossSentences = acrossSentences
            self.unless = unless
        }
    }

    private(set) var clauses: [Clause] = []
    /// The clauses that a concept is part of.
    private(set) var byConcept: [[Int]]
    /// How many steps all sequences have together.
    private(set) var stepCount = 0

    init(conceptCount: Int) { byConcept = Array(repeating: [], count: conceptCount) }

    mutating func add(_ clause: Clause) {
        var clause = clause
        clause.firstStep = stepCount
        if clause.isSequence { stepCount += clause.concepts.count }
        for concept in Set(clause.concepts) { byConcept[concept].append(clauses.count) }
        clauses.append(clause)
    }
}
