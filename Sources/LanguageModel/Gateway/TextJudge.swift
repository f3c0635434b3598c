public import Guardrails

/// Who judges texts before a model reads them, and answers before a user does: the guardrails, or a script of a test.
public protocol TextJudge: Sendable {
    /// Judges what a user wrote.
    func judge(_ prompt: GuardedPrompt) -> InputVerdict
    /// Judges an answer.
    func judge(answer: String, as expected: ExpectedAnswer) -> OutputVerdict
    /// Judges an answer that comes in pieces.
    func window(as expected: ExpectedAnswer) -> any AnswerJudge
}

/// Judges an answer that comes in pieces: gives what may be shown, together with what came before it and after it.
public protocol AnswerJudge {
    /// Takes a piece; gives what may be shown now.
    mutating func receive(_ piece: String) -> OutputVerdict
    /// Gives the rest.
    mutating func finish() -> OutputVerdict
}

extension AnswerWindow: AnswerJudge {}

extension Guardrails: TextJudge {
    /// A window on a new answer.
    public func window(as expected: ExpectedAnswer) -> any AnswerJudge { AnswerWindow(self, as: expected) }
}
