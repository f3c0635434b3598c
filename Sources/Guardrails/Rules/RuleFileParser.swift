/// Reads a list of rules, line by line:
///
///     guardrail-rules 1               the format's version; first line
///     version 2026-11-27              the list's version
///     spaced                          its words are not looked for without the spaces between them
///     let NOW now|right now           <NOW> in an expression stands for (?:now|right now)
///     concept ignore                  its terms follow, indented, separated by " | "
///       ignor\w* | disregard
///       = sequence 20 stop heeding    what these concepts together are
///     family ignore-previous          of the rules that follow
///     rule verb-object 10             its name and weight; what it is follows, indented
///       near 80 ignore earlier        or `near 80 across …`, `sequence 40 …`, `words EXPRESSION`, `text EXPRESSION`
///       unless question
///       + a text that it finds
///       - a text that it does not find
///     # a comment
struct RuleFileParser {
    private var file = RuleFile(version: "", concepts: [], rules: [])
    private var macros: [String: String] = [:]
    private var family: Finding.Family?
    private var names: Set<String> = []
    private var open = Open.nothing
    private var line = 0

    /// What indented lines belong to.
    private enum Open {
        case nothing, concept, rule
    }

    private init() {}

    /// A list's text as rules; the first mistake is thrown with its line.
    static func parse(_ text: String) throws(RuleFileError) -> RuleFile {
        var parser = RuleFileParser()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { try parser.read(line) }
        try parser.close()
        guard !parser.file.version.isEmpty else { throw RuleFileError(line: 1, problem: .header) }
        return parser.file
    }

    private mutating func read(_ text: Substring) throws(RuleFileError) {
        line += 1
        if line == 1 {
            guard text == "guardrail-rules 1" else { throw error(.header) }
            return
        }
        let content = text.trimmed
        if content.isEmpty || content.first == "#" { return }
        if text.first == " " { try readIndented(content) } else { try readKeyword(content) }
    }

    private mutating func readKeyword(_ text: Substring) throws(RuleFileError) {
        try close()
        let (keyword, rest) = text.splitAtSpace
        if text == "spaced" {
            file.isGlued = false
            return
        }
        guard !rest.isEmpty else { throw error(.unknownLine(String(text))) }
        switch keyword {
        case "version": file.version = String(rest)
        case "let":
            let (name, value) = rest.splitAtSpace
            try register("let \(name)")
            macros[String(name)] = "(?:\(try expand(value)))"
        case "concept":
            try register("concept \(rest)")
            file.concepts.append(RuleFile.Concept(name: String(rest), line: line, terms: []))
            open = .concept
        case "family":
            guard let family = Finding.Family(rawValue: String(rest)) else { throw error(.unknownFamily(String(rest))) }
            self.family = family
        case "rule": try openRule(rest)
        default: throw error(.unknownLine(String(text)))
        }
    }

    private mutating func openRule(_ text: Substring) throws(RuleFileError) {
        guard let family else { throw error(.outOfPlace("rule")) }
        let (name, weight) = text.splitAtSpace
        guard let weight = Int(weight), (1...RuleBook.threshold).contains(weight) else { throw error(.number(String(weight))) }
        try register("rule \(family.rawValue).\(name)")
        file.rules.append(
            RuleFile.Rule(family: family, name: String(name), line: line, weight: weight, conditions: [], unless: [], examples: [], counterexamples: []))
        open = .rule
    }

    private mutating func readIndented(_ text: Substring) throws(RuleFileError) {
        switch open {
        case .nothing: throw error(.outOfPlace(String(text)))
        case .concept where text.hasPrefix("= "):
            let (keyword, rest) = text.dropFirst(2).splitAtSpace
            guard keyword == "near" || keyword == "sequence" else { throw error(.unknownLine(String(text))) }
            file.concepts[file.concepts.count - 1].compositions.append(try condition(keyword, rest))
        case .concept:
            for term in text.terms { file.concepts[file.concepts.count - 1].terms.append(try expand(term)) }
        case .rule: try readRuleLine(text)
        }
    }

    private mutating func readRuleLine(_ text: Substring) throws(RuleFileError) {
        let (keyword, rest) = text.splitAtSpace
        guard !rest.isEmpty else { throw error(.unknownLine(String(text))) }
        let last = file.rules.count - 1
        switch keyword {
        case "near", "sequence": file.rules[last].conditions.append(try condition(keyword, rest))
        case "words": file.rules[last].conditions.append(.words(try expand(rest)))
        case "text": file.rules[last].conditions.append(.text(try expand(rest)))
        case "unless": file.rules[last].unless += rest.split(separator: " ").map(String.init)
        case "+": file.rules[last].examples.append(rest.unescaped)
        case "-": file.rules[last].counterexamples.append(rest.unescaped)
        default: throw error(.unknownLine(String(text)))
        }
    }

    private func condition(_ keyword: Substring, _ text: Substring) throws(RuleFileError) -> RuleFile.Condition {
        var words = text.split(separator: " ").map(String.init)
        guard let first = words.first, let width = Int(first), (1...1_000).contains(width) else { throw error(.number(String(text))) }
        words.removeFirst()
        let across = words.first == "across"
        if across { words.removeFirst() }
        guard (1...6).contains(words.count) else { throw error(.number(String(text))) }
        return keyword == "near"
            ? .near(concepts: words, width: width, acrossSentences: across) : .sequence(concepts: words, width: width, acrossSentences: across)
    }

    /// Macros replaced by what they stand for.
    private func expand(_ text: Substring) throws(RuleFileError) -> String {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "<") {
            result += rest[..<start]
            let after = rest[rest.index(after: start)...]
            let name = after.prefix { $0.isASCII && ($0.isUppercase || $0 == "_") }
            if !name.isEmpty, after[name.endIndex...].first == ">" {
                guard let value = macros[String(name)] else { throw error(.unknownMacro(String(name))) }
                result += value
                rest = after[name.endIndex...].dropFirst()
            } else {
                result += "<"
                rest = after
            }
        }
        return result + rest
    }

    /// What is open must be whole.
    private mutating func close() throws(RuleFileError) {
        switch open {
        case .concept:
            if let last = file.concepts.last, last.terms.isEmpty, last.compositions.isEmpty {
                throw RuleFileError(line: last.line, problem: .empty("concept \(last.name)"))
            }
        case .rule:
            if let last = file.rules.last, last.conditions.isEmpty || last.examples.isEmpty {
                throw RuleFileError(line: last.line, problem: .empty("rule \(last.name)"))
            }
        case .nothing: break
        }
        open = .nothing
    }

    private mutating func register(_ name: String) throws(RuleFileError) {
        guard names.insert(name).inserted else { throw error(.duplicate(name)) }
    }

    private func error(_ problem: RuleFileError.Problem) -> RuleFileError { RuleFileError(line: line, problem: problem) }
}

extension Substring {
    /// Without white space around it.
    fileprivate var trimmed: Substring {
        var text = self
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" || text.last == "\r" { text.removeLast() }
        return text
    }

    /// The first word, and what follows it.
    fileprivate var splitAtSpace: (Substring, Substring) {
        guard let space = firstIndex(of: " ") else { return (self, "") }
        return (self[..<space], self[space...].trimmed)
    }

    /// What stands between the separators " | ".
    fileprivate var terms: [Substring] {
        var terms: [Substring] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(" | ") {
                terms.append(self[start..<index].trimmed)
                start = self.index(index, offsetBy: 3)
                index = start
            } else {
                index = self.index(after: index)
            }
        }
        return (terms + [self[start...].trimmed]).filter { !$0.isEmpty }
    }

    /// Line ends, which a line cannot hold, are written `\n`.
    fileprivate var unescaped: String {
        var result = ""
        var rest = self
        while let character = rest.popFirst() {
            if character == "\\", rest.first == "n" {
                rest.removeFirst()
                result += "\n"
            } else {
                result.append(character)
            }
        }
        return result
    }
}
