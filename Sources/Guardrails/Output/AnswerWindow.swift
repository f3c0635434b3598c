/// The same judgement for an answer that arrives in pieces: what is given out was judged together with what came before it and after it.
public struct AnswerWindow {
    private let guardrails: Guardrails
    private let expected: ExpectedAnswer
    private var held = ""

    /// A window on a new answer.
    public init(_ guardrails: Guardrails, as expected: ExpectedAnswer) {
        self.guardrails = guardrails
        self.expected = expected
    }

    /// Takes a piece; gives what may be shown now. A verdict that refuses ends the answer: nothing may be shown after it.
    public mutating func receive(_ piece: String) -> OutputVerdict {
        held += piece
        return OutputVerdict(text: "", findings: [])
    }

    /// Gives the rest, when the answer is complete.
    public mutating func finish() -> OutputVerdict {
        guardrails.judge(answer: held, as: expected)
    }
}
