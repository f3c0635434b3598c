import Testing

@testable import Guardrails

@Suite struct RuleFileTests {
    private static let good = """
        guardrail-rules 1
        version 7
        let VERB ignor\\w*
        concept ignore
          <VERB> | 無視 | a<b
          skip
        family ignore-previous
        # why
        rule one 10
          near 80 ignore ignore
          sequence 20 across ignore
          words \\bx\\b
          text <%
          unless ignore
          + ignore\\nit
          - it

        """

    @Test func `a list is read with its macros expanded`() throws {
        let file = try RuleFileParser.parse(Self.good)
        #expect(file.version == "7")
        #expect(file.concepts == [RuleFile.Concept(name: "ignore", line: 4, terms: ["(?:ignor\\w*)", "無視", "a<b", "skip"])])
        let conditions: [RuleFile.Condition] = [
            .near(concepts: ["ignore", "ignore"], width: 80, acrossSentences: false), .sequence(concepts: ["ignore"], width: 20, acrossSentences: true),
            .words("\\bx\\b"), .text("<%"),
        ]
        #expect(
            file.rules == [
                RuleFile.Rule(
                    family: .ignorePrevious, name: "one", line: 9, weight: 10, conditions: conditions, unless: ["ignore"], examples: ["ignore\nit"],
                    counterexamples: ["it"])
            ])
    }

    @Test(arguments: [
        ("rules", RuleFileError(line: 1, problem: .header)),
        ("guardrail-rules 1\n", RuleFileError(line: 1, problem: .header)),
        ("guardrail-rules 1\nversion 1\nhello world", RuleFileError(line: 3, problem: .unknownLine("hello world"))),
        ("guardrail-rules 1\n  near 3 a", RuleFileError(line: 2, problem: .outOfPlace("near 3 a"))),
        ("guardrail-rules 1\nrule a 3", RuleFileError(line: 2, problem: .outOfPlace("rule"))),
        ("guardrail-rules 1\nfamily cooking", RuleFileError(line: 2, problem: .unknownFamily("cooking"))),
        ("guardrail-rules 1\nconcept a\n  <B>", RuleFileError(line: 3, problem: .unknownMacro("B"))),
        ("guardrail-rules 1\nconcept a\n  x\nconcept a\n  y", RuleFileError(line: 4, problem: .duplicate("concept a"))),
        ("guardrail-rules 1\nfamily empty\nrule a 11", RuleFileError(line: 3, problem: .number("11"))),
        ("guardrail-rules 1\nfamily empty\nrule a 3\n  near many a", RuleFileError(line: 4, problem: .number("many a"))),
        ("guardrail-rules 1\nconcept a\n\nversion 1", RuleFileError(line: 2, problem: .empty("concept a"))),
        ("guardrail-rules 1\nfamily empty\nrule a 3\n  words x\n", RuleFileError(line: 3, problem: .empty("rule a"))),
    ]) func `a bad list is refused with its line`(text: String, error: RuleFileError) {
        #expect(throws: error) { try RuleFileParser.parse(text) }
    }

    @Test func `a rule of an unknown concept and a pattern that is none are refused`() throws {
        let unknown = try RuleFileParser.parse("guardrail-rules 1\nversion 1\nfamily empty\nrule a 3\n  near 3 ghost\n  + x")
        #expect(throws: RuleBookError.list(0, RuleFileError(line: 4, problem: .unknownConcept("ghost")))) { try RuleBook([unknown]) }
        let broken = try RuleFileParser.parse("guardrail-rules 1\nversion 1\nfamily empty\nrule a 3\n  words (x\n  + x")
        #expect(throws: RuleBookError.self) { try RuleBook([broken]) }
    }

    @Test(arguments: [
        ("forget", true), ("do forget it", true), ("指示forget", true), ("forgetful", false), ("unforget", false), ("forget5", false), ("let it go", true),
        ("outlet it go", false), ("skip", true), ("skipper", false),
    ]) func `a word is found where it stands alone, however long it is`(text: String, isHit: Bool) throws {
        let list = "guardrail-rules 1\nversion 1\nconcept a\n  forget | let it go | skip\nfamily empty\nrule x 10\n  sequence 1 a\n  + x\n"
        var hits = RuleHits()
        try RuleBook([try RuleFileParser.parse(list)]).scan(words: Array(text.utf8), into: &hits)
        #expect(hits.isEmpty != isHit)
    }
}
