import JSON

/// Judges an answer in JSON by its strings; what is shown is valid JSON of the same shape.
struct AnswerJSON {
    private let rules: AnswerRules?
    private let expected: ExpectedAnswer

    init(_ rules: AnswerRules?, _ expected: ExpectedAnswer) {
        self.rules = rules
        self.expected = expected
    }

    static let tooLong = OutputVerdict(text: "", findings: [Finding(.tooLong, rule: "too-long.json")])

    /// More bytes than these are too many whatever they are.
    static func mostBytes(_ expected: ExpectedAnswer) -> Int { 16 * max(expected.maximumCharacters, 0) + 64 }

    func judge(_ bytes: [UInt8]) -> OutputVerdict {
        let text = Self.unfenced(String(decoding: bytes, as: UTF8.self))
        guard text.count <= expected.maximumCharacters else { return Self.tooLong }
        let parsed: JSONFragment
        do throws(JSONReader.Failure) {
            parsed = try JSON.parse(Array(text.utf8))
        } catch {
            return OutputVerdict(text: "", findings: [Finding(.incoherent, rule: "incoherent.json")])
        }
        var judge = Judge(rules: rules, leaks: expected.protected.map { LeakDetector($0) })
        let clean = judge.clean(parsed)
        let refused = judge.findings.contains { $0.family.response != .clean }
        return OutputVerdict(text: refused ? "" : judge.isChanged ? JSON.string(clean) : text, findings: judge.findings)
    }

    /// Without white space around it and without the fence that models like to put there.
    private static func unfenced(_ text: String) -> String {
        func trimmed(_ text: Substring) -> Substring {
            var text = text
            while text.first?.isWhitespace == true { text.removeFirst() }
            while text.last?.isWhitespace == true { text.removeLast() }
            return text
        }
        var body = trimmed(text[...])
        if body.hasPrefix("```"), body.hasSuffix("```"), let line = body.firstIndex(where: \.isNewline), body.count > 6 {
            body = trimmed(body[line...].dropLast(3))
        }
        return String(body)
    }

    /// Goes through the values. Parsing has bounded how deep they lie.
    private struct Judge {
        let rules: AnswerRules?
        var leaks: LeakDetector?
        var findings: [Finding] = []
        var isChanged = false

        mutating func clean(_ value: JSONFragment) -> JSONFragment {
            switch value {
            case .string(let text): return .string(clean(text))
            case .array(let elements): return .array(elements.map { clean($0) })
            case .object(let members):
                // Names are the schema's and stay; a name that is not clean is none of a schema's.
                return .object(
                    members.map { member in
                        if clean(member.name) != member.name { add(Finding(.incoherent, rule: "incoherent.name")) }
                        return JSONFragment.Member(member.name, clean(member.value))
                    })
            default: return value
            }
        }

        private mutating func clean(_ text: String) -> String {
            guard !text.isEmpty else { return text }
            if let folded = FoldedText(text), let leak = leaks?.hear(folded.bytes + [0x20]) { add(Finding(.promptLeaked, rule: "prompt-leaked.\(leak)")) }
            var expected = ExpectedAnswer()
            expected.maximumCharacters = Int.max
            var reader = AnswerReader(rules, expected)
            let first = reader.receive(text), last = reader.finish()
            // A string of spaces is empty, and may be.
            for finding in first.findings + last.findings where finding.rule != "incoherent.empty" { add(finding) }
            let clean = first.text + last.text
            if clean != text { isChanged = true }
            return clean
        }

        private mutating func add(_ finding: Finding) {
            if findings.count < 32, !findings.contains(finding) { findings.append(finding) }
        }
    }
}
