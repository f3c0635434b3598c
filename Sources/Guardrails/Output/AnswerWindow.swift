/// The same judgement for an answer that arrives in pieces: what is given out was judged together with what came before it and after it.
///
/// The answer is cut into units of some sentences; each is shown once it and the next one have been judged as one text. What is held is bounded, except of
/// JSON, which is shown whole or not at all and held up to its greatest length.
public struct AnswerWindow {
    private let guardrails: Guardrails
    private let expected: ExpectedAnswer
    private var state: State

    private enum State {
        case text(AnswerReader)
        case json([UInt8])
        case ended(OutputVerdict)
    }

    /// A window on a new answer.
    public init(_ guardrails: Guardrails, as expected: ExpectedAnswer) {
        self.guardrails = guardrails
        self.expected = expected
        state = expected.isJSON ? .json([]) : .text(AnswerReader(guardrails.answerRules, expected))
    }

    /// Takes a piece; gives what may be shown now. A verdict that refuses ends the answer: nothing may be shown after it.
    public mutating func receive(_ piece: String) -> OutputVerdict {
        switch state {
        case .text(var reader):
            state = .json([])
            let verdict = reader.receive(piece)
            state = verdict.refusal == nil && !verdict.isCut ? .text(reader) : .ended(verdict)
            return verdict
        case .json(var held):
            state = .json([])
            held.append(contentsOf: piece.utf8)
            if held.count > AnswerJSON.mostBytes(expected) { return end(AnswerJSON.tooLong) }
            state = .json(held)
            return OutputVerdict(text: "", findings: [])
        case .ended(let verdict): return OutputVerdict(text: "", findings: verdict.findings, isCut: verdict.isCut)
        }
    }

    /// Gives the rest, when the answer is complete.
    public mutating func finish() -> OutputVerdict {
        switch state {
        case .text(var reader):
            state = .json([])
            return end(reader.finish())
        case .json(let held): return end(AnswerJSON(guardrails.answerRules, expected).judge(held))
        case .ended(let verdict): return OutputVerdict(text: "", findings: verdict.findings, isCut: verdict.isCut)
        }
    }

    private mutating func end(_ verdict: OutputVerdict) -> OutputVerdict {
        state = .ended(verdict)
        return verdict
    }
}

extension Guardrails {
    /// An answer that is there as a whole is one piece.
    func verdict(on answer: String, as expected: ExpectedAnswer) -> OutputVerdict {
        var window = AnswerWindow(self, as: expected)
        let first = window.receive(answer)
        if first.refusal != nil { return OutputVerdict(text: "", findings: first.findings) }
        if first.isCut { return first }
        let last = window.finish()
        let findings = first.findings + last.findings.filter { !first.findings.contains($0) }
        return OutputVerdict(text: last.refusal == nil ? first.text + last.text : "", findings: findings, isCut: last.isCut)
    }
}
