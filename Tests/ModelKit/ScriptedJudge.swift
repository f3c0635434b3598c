package import Guardrails
package import LanguageModel

/// Judges by plain words, so that tests of the gateway depend on no list.
package struct ScriptedJudge: TextJudge {
    package let events: Events

    package init(events: Events) { self.events = events }

    package func judge(_ prompt: GuardedPrompt) -> InputVerdict {
        events.add("guard")
        let all = (prompt.earlier + [prompt.text]).joined(separator: " ")
        var findings: [Finding] = []
        if prompt.text.isEmpty { findings.append(Finding(.empty, rule: "empty")) }
        if all.contains("ATTACK") { findings.append(Finding(.ignorePrevious, rule: "test.attack")) }
        if prompt.text.contains("RUDE") { findings.append(Finding(.profanity, rule: "test.rude")) }
        if prompt.text.contains("@") { findings.append(Finding(.personalData, rule: "test.mail")) }
        let isRefused = findings.contains { $0.family.response != .clean }
        return InputVerdict(text: isRefused ? "" : prompt.text.replacing("@", with: "[mail]"), findings: findings)
    }

    package func judge(answer: String, as expected: ExpectedAnswer) -> OutputVerdict {
        events.add("judge")
        if expected.protected.map({ answer.contains($0.canary) }) ?? false {
            return OutputVerdict(text: "", findings: [Finding(.promptLeaked, rule: "canary")])
        }
        if answer.contains("GORE") { return OutputVerdict(text: "", findings: [Finding(.violence, rule: "test.gore")]) }
        if expected.language == .japanese, answer.allSatisfy(\.isASCII) {
            return OutputVerdict(text: "", findings: [Finding(.incoherent, rule: "incoherent.language")])
        }
        if answer.contains("MUDDLE") { return OutputVerdict(text: "", findings: [Finding(.incoherent, rule: "test.muddle")]) }
        return OutputVerdict(text: answer.replacing("<b>", with: ""), findings: [], isCut: answer.contains("CUT"))
    }

    package func window(as expected: ExpectedAnswer) -> any AnswerJudge { Window(judge: self, expected: expected) }

    /// Holds the last piece back until the next one has come.
    package struct Window: AnswerJudge {
        let judge: ScriptedJudge
        let expected: ExpectedAnswer
        var held = ""

        package mutating func receive(_ piece: String) -> OutputVerdict {
            let verdict = judge.judge(answer: held + piece, as: expected)
            guard verdict.refusal == nil else { return verdict }
            defer { held = piece }
            return OutputVerdict(text: held, findings: [])
        }

        package mutating func finish() -> OutputVerdict {
            defer { held = "" }
            return judge.judge(answer: held, as: expected)
        }
    }
}
