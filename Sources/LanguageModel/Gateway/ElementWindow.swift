import Guardrails
import JSON

/// Judges a list that is streamed, element by element: each is given out in a line of its own, as the guardrails leave it, once it is whole.
///
/// What came before is judged again with each, so that nothing is told in pieces.
struct ElementWindow: AnswerJudge {
    private let judge: any TextJudge
    private let expected: ExpectedAnswer
    private var splitter = ElementSplitter()
    private var passed: [String] = []
    private var length = 0
    private var isOver = false

    init(_ judge: any TextJudge, as expected: ExpectedAnswer) {
        self.judge = judge
        self.expected = expected
    }

    mutating func receive(_ piece: String) -> OutputVerdict {
        var shown = OutputVerdict(text: "", findings: [])
        for element in splitter.receive(piece) where !isOver { shown = shown.adding(pass(element)) }
        return shown
    }

    mutating func finish() -> OutputVerdict { OutputVerdict(text: "", findings: [], isCut: isOver || splitter.isTooLong) }

    private mutating func pass(_ element: String) -> OutputVerdict {
        length += element.count + 1
        guard length < expected.maximumCharacters else {
            isOver = true
            return OutputVerdict(text: "", findings: [], isCut: true)
        }
        let verdict = judge.judge(answer: element, as: expected)
        // What is no JSON is nobody's element; whoever asked finds it missing.
        if verdict.refusal?.family == .incoherent { return OutputVerdict(text: "", findings: []) }
        passed.append(element)
        guard verdict.refusal == nil, passed.count > 1 else { return verdict.asLine }
        let together = judge.judge(answer: "[\(passed.joined(separator: ","))]", as: expected)
        return together.refusal == nil ? verdict.asLine : OutputVerdict(text: "", findings: together.findings)
    }
}

extension OutputVerdict {
    /// JSON without line breaks of its own, and one behind it.
    fileprivate var asLine: OutputVerdict {
        guard refusal == nil, let parsed = try? JSON.parse(Array(text.utf8)) else { return OutputVerdict(text: "", findings: findings) }
        return OutputVerdict(text: JSON.string(parsed) + "\n", findings: findings)
    }

    fileprivate func adding(_ next: OutputVerdict) -> OutputVerdict {
        let more = next.findings.filter { !findings.contains($0) }
        return OutputVerdict(text: next.refusal == nil ? text + next.text : "", findings: findings + more, isCut: isCut || next.isCut)
    }
}
