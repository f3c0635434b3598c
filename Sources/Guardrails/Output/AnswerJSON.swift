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
        judge.look(at: parsed, expecting: expected.language)
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
        /// All strings in their order.
        private var spoken: [String] = []
        /// The strings of each object as one text.
        private var passages: [String] = []
        private var filter = VisibleFilter()
        /// Whether every string is judged by itself: only when something was found in all of them together.
        private var isSuspicious = false

        init(rules: AnswerRules?, leaks: LeakDetector?) {
            self.rules = rules
            self.leaks = leaks
        }

        /// Looks at all strings as one text, those of each object as one passage; what two objects say is not one sentence.
        mutating func look(at value: JSONFragment, expecting language: AnswerLanguage) {
            var strings: [String] = []
            collect(value, into: &strings)
            end(&strings)
            let names = names.sorted(), all = (passages + names).joined(separator: "\n\n")
            guard let folded = FoldedText((spoken + names).joined(separator: "\n\n")) else { return add(Finding(.engineFailed, rule: "engine-failed.fold")) }
            if let leak = leaks?.hear(folded.bytes) { add(Finding(.promptLeaked, rule: "prompt-leaked.\(leak)")) }
            if language != .any {
                var script = ScriptShare()
                for text in spoken { script.hear(Array(text.utf8)) }
                if script.isOther(than: language) { add(Finding(.incoherent, rule: "incoherent.language")) }
            }
            isSuspicious = !judged(all).findings.isEmpty
            guard isSuspicious else { return }
            // What no string says alone.
            for passage in passages {
                for finding in judged(passage).findings where finding.family.response != .clean { add(finding) }
            }
        }

        private mutating func collect(_ value: JSONFragment, into strings: inout [String]) {
            switch value {
            case .string(let text):
                guard !text.isEmpty else { return }
                strings.append(text)
                spoken.append(text)
            case .array(let elements): for element in elements { collect(element, into: &strings) }
            case .object(let members):
                var own: [String] = []
                for member in members {
                    names.insert(member.name)
                    collect(member.value, into: &own)
                }
                end(&own)
            default: break
            }
        }

        private mutating func end(_ strings: inout [String]) {
            if !strings.isEmpty { passages.append(strings.joined(separator: " ")) }
            strings = []
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
            var clean = text
            if text.utf8.contains(0xF3) { clean = visible(text) }
            if isSuspicious {
                let verdict = judged(clean)
                for finding in verdict.findings { add(finding) }
                clean = verdict.text
            } else {
                clean = AnswerCleaner.clean(clean)
            }
            if clean != text { isChanged = true }
            return clean
        }

        /// All strings share the few selectors that a text may have.
        private mutating func visible(_ text: String) -> String {
            var bytes: [UInt8] = []
            for scalar in text.unicodeScalars { filter.take(scalar.value, into: &bytes) }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// A text by itself. One of spaces is empty, and may be.
        private func judged(_ text: String) -> OutputVerdict {
            var reader = AnswerReader(rules, ExpectedAnswer(maximumCharacters: Int.max), isPart: true)
            let first = reader.receive(text), last = reader.finish()
            return OutputVerdict(text: first.text + last.text, findings: (first.findings + last.findings).filter { $0.rule != "incoherent.empty" })
        }

        private mutating func add(_ finding: Finding) {
            if findings.count < 32, !findings.contains(finding) { findings.append(finding) }
        }
    }
}
