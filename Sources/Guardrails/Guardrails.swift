public import TextScan

/// Text in, verdict out: what users write before a model reads it, and what models write before users do.
///
/// Pure computing, linear in the text's length; may be used by any number of threads at once. What fails inside is the finding `engineFailed`, so that nothing passes.
public final class Guardrails: Sendable {
    private let input: InputJudge
    /// What answers are judged by.
    let answerRules: AnswerRules?

    /// Compiles the lists, which takes some seconds: once, off the loops. With a cache only the first process of a kind does; the others open what it left.
    public init(_ rules: InputRules = InputRules(), cache: PatternCache? = nil) throws(GuardrailsError) {
        do throws(RuleBookError) {
            func compile(_ patterns: [ScanPattern]) throws(TextScanError) -> PatternSet {
                guard let cache else { return try PatternSet(patterns) }
                return try cache.set(patterns)
            }
            input = InputJudge(book: try RuleBook(try RuleBook.read(RuleBook.lists), compile: compile), rules: rules)
            answerRules = AnswerRules(book: try RuleBook(try RuleBook.read(RuleBook.answerLists), compile: compile))
        } catch {
            throw GuardrailsError(problem: error)
        }
    }

    /// Judges what a user wrote.
    public func judge(_ prompt: GuardedPrompt) -> InputVerdict {
        if let finding = bound(prompt.text) { return InputVerdict(text: "", findings: [finding]) }
        guard let cleaned = Cleaning(prompt.text) else { return InputVerdict(text: "", findings: [InputJudge.failure]) }
        do throws(TextScanError) {
            var findings = try input.findings(prompt.text, cleaned: cleaned, earlier: prompt.earlier)
            let personal = PersonalData(in: cleaned.text)
            findings += personal.findings
            if cleaned.text.isEmpty { findings.append(Finding(.empty, rule: "empty")) }
            let verdict = InputVerdict(text: personal.redacted(cleaned.text), findings: Array(findings.prefix(16)))
            return verdict.refusal == nil ? verdict : InputVerdict(text: "", findings: verdict.findings)
        } catch {
            return InputVerdict(text: "", findings: [InputJudge.failure])
        }
    }

    /// Before anything that costs.
    private func bound(_ text: String) -> Finding? {
        if text.utf8.count > input.rules.maximumBytes { return Finding(.tooLong, rule: "too-long.bytes") }
        if text.utf8.count > input.rules.maximumCharacters, text.unicodeScalars.count > input.rules.maximumCharacters,
            text.count > input.rules.maximumCharacters
        {
            return Finding(.tooLong, rule: "too-long.characters")
        }
        return nil
    }

    /// Judges an answer.
    public func judge(answer: String, as expected: ExpectedAnswer) -> OutputVerdict {
        verdict(on: answer, as: expected)
    }
}

/// Why the guardrails cannot be set up: a list is not one, or the engine fails.
public struct GuardrailsError: Error, Sendable, CustomStringConvertible {
    let problem: RuleBookError

    /// For the log.
    public var description: String { "guardrails: \(problem)" }
}
