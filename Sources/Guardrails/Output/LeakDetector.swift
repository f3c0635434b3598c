/// Hears an answer's letters in their order and tells when they are our instructions: the canary, a long run of them, many short ones, or their words with others
/// between them.
struct LeakDetector {
    /// What was heard.
    enum Leak: Sendable, Equatable {
        case canary, verbatim, overlap, words
    }

    /// So many runs one after another are a sentence of ours.
    private static let longestRun = 36
    /// Of so many runs the half may be ours.
    private static let overlapWindow = 320

    private let trace: PromptTrace
    private let verbatimRun: Int
    private var hash = RunHash()
    private var trail: WordTrail
    /// The last letters, which leave the hash.
    private var before: [UInt8] = []
    private var row = 0
    private var recent = [Bool](repeating: false, count: overlapWindow)
    private var place = 0
    private var hits = 0
    /// The last letters, for a canary that goes on.
    private var tail: [UInt8] = []
    private let tailBytes: Int

    init(_ prompt: ProtectedPrompt) {
        trace = prompt.trace
        trail = WordTrail(trace.words)
        // A short text is ours when nearly all of it is there.
        let all = trace.letterCount - PromptTrace.runBytes
        verbatimRun = all < Self.longestRun ? max(all * 4 / 5, 4) : Self.longestRun
        tailBytes = trace.canaries.map(\.count).max() ?? 0
    }

    /// Hears what comes next, folded.
    mutating func hear(_ folded: [UInt8]) -> Leak? {
        let letters = PromptTrace.letters(folded[...])
        if hasCanary(letters) { return .canary }
        let text = before + letters.filter { !$0.isDigit }, start = before.count
        before = Array(text.suffix(PromptTrace.runBytes))
        for place in start..<text.count {
            guard let run = hash.push(place, of: text) else { continue }
            if let leak = note(trace.contains(run)) { return leak }
        }
        return trail.hear(folded) ? .words : nil
    }

    /// Counts one run.
    private mutating func note(_ isOurs: Bool) -> Leak? {
        row = isOurs ? row + 1 : 0
        if row >= verbatimRun { return .verbatim }
        hits += (isOurs ? 1 : 0) - (recent[place] ? 1 : 0)
        recent[place] = isOurs
        place = place + 1 == Self.overlapWindow ? 0 : place + 1
        return hits * 2 >= Self.overlapWindow ? .overlap : nil
    }

    private mutating func hasCanary(_ letters: [UInt8]) -> Bool {
        guard tailBytes > 0 else { return false }
        let text = tail + letters
        tail = Array(text.suffix(tailBytes - 1))
        return trace.canaries.contains { Self.contains(text, $0) }
    }

    static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, text.count >= part.count else { return false }
        for place in 0...text.count - part.count where text[place] == first {
            if text[place..<place + part.count].elementsEqual(part) { return true }
        }
        return false
    }
}
