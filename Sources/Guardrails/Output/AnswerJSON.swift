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
    static func mostBytes(_ expected: ExpectedAnswer) -> Int { 16 * min(max(expected.maximumCharacters, 0), 1 << 40) + 64 }

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
        judge.look(at: parsed)
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

        private var names: Set<String> = []
        /// Whether every string is judged by itself: only when something was found in all of them together.
        private var isSuspicious = false

        init(rules: AnswerRules?, leaks: LeakDetector?) {
            self.rules = rules
            self.leaks = leaks
        }

        /// Looks at all strings as one text, each a sentence of its own.
        mutating func look(at value: JSONFragment) {
            var all = ""
            collect(value, into: &all)
            for name in names {
                all += name
                all += "\n\n"
            }
            guard let folded = FoldedText(all) else { return add(Finding(.engineFailed, rule: "engine-failed.fold")) }
            if let leak = leaks?.hear(folded.bytes) { add(Finding(.promptLeaked, rule: "prompt-leaked.\(leak)")) }
            var reader = reader()
            let first = reader.receive(all), last = reader.finish()
            isSuspicious = (first.findings + last.findings).contains { $0.rule != "incoherent.empty" }
        }

        private mutating func collect(_ value: JSONFragment, into all: inout String) {
            switch value {
            case .string(let text):
                all += text
                all += "\n\n"
            case .array(let elements): for element in elements { collect(element, into: &all) }
            case .object(let members):
                for member in members {
                    names.insert(member.name)
                    collect(member.value, into: &all)
                }
            default: break
            }
        }

        mutating func clean(_ value: JSONFragment) -> JSONFragment {
            // Names are the schema's and stay; a name that is not clean is none of a schema's.
            for name in names where clean(name) != name { add(Finding(.incoherent, rule: "incoherent.name")) }
            return cleaned(value)
        }

        private mutating func cleaned(_ value: JSONFragment) -> JSONFragment {
            switch value {
            case .string(let text): .string(clean(text))
            case .array(let elements): .array(elements.map { cleaned($0) })
            case .object(let members): .object(members.map { JSONFragment.Member($0.name, cleaned($0.value)) })
            default: value
            }
        }

        private mutating func clean(_ text: String) -> String {
            guard !text.isEmpty else { return text }
            let clean = isSuspicious ? judged(text) : AnswerCleaner.clean(text)
            if clean != text { isChanged = true }
            return clean
        }

        private mutating func judged(_ text: String) -> String {
            var reader = reader()
            let first = reader.receive(text), last = reader.finish()
            // A string of spaces is empty, and may be.
            for finding in first.findings + last.findings where finding.rule != "incoherent.empty" { add(finding) }
            return first.text + last.text
        }

        private func reader() -> AnswerReader { AnswerReader(rules, ExpectedAnswer(maximumCharacters: Int.max), isPart: true) }

        private mutating func add(_ finding: Finding) {
            if findings.count < 32, !findings.contains(finding) { findings.append(finding) }
        }
    }
}
