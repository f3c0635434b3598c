import Testing

@testable import Guardrails

@Suite struct ConceptTrackerTests {
    /// Rules of the concepts a, b and c.
    private static func hits(_ text: String, _ rule: String) throws -> Bool {
        let list = """
            guardrail-rules 1
            version 1
            concept a
              aa
            concept b
              bb
            concept c
              cc | dd
            concept d
              dd
            concept both
              = sequence 10 a b
            family empty
            rule x 10
              \(rule)
              + x
            rule rest 1
              near 1 a b c d both
              + x

            """
        let book = try RuleBook([try RuleFileParser.parse(list)])
        var hits = RuleHits()
        try book.scan(words: Array(text.utf8), into: &hits)
        return hits.rules.contains(0)
    }

    @Test(arguments: [
        ("near 20 a b", "aa bb", true), ("near 20 a b", "bb aa", true), ("near 20 a b", "aa 9 9 9 9 9 9 9 9 9 9 bb", false), ("near 20 a b", "aa. bb", false),
        ("near 20 across a b", "aa. bb", true), ("near 20 a a", "aa aa", false), ("near 20 a b c", "cc bb aa", true), ("near 20 a b c", "cc aa", false),
        ("sequence 10 a b", "aa bb", true), ("sequence 10 a b", "bb aa", false), ("sequence 10 a b", "bb aa 9 bb", true),
        ("sequence 10 a b c", "aa 9 9 9 bb 9 9 9 cc", true), ("sequence 10 a b c", "aa 9 9 9 9 9 9 bb cc", false),
        ("sequence 10 a b", "aa aa aa aa aa aa bb", true),
        ("sequence 10 a a", "aa 9 aa", true), ("sequence 10 a b a", "aa bb aa", true), ("sequence 10 a b", "aa 9. bb", false),
        ("near 20 both c", "aa bb cc", true), ("near 20 both c", "bb aa cc", false),
        ("near 20 c d", "dd", false), ("near 20 c d", "dd dd", true), ("near 20 c d", "dd cc", true), ("sequence 20 c d", "dd dd", true),
    ]) func `concepts make rules by their places`(rule: String, text: String, isHit: Bool) throws {
        #expect(try Self.hits(text, rule) == isHit)
    }

    @Test func `what excuses a rule stands before it in the sentence`() throws {
        #expect(try !Self.hits("cc aa bb", "near 20 a b\n  unless c"))
        #expect(try Self.hits("cc. aa bb", "near 20 a b\n  unless c"))
        #expect(try Self.hits("aa bb", "near 20 a b\n  unless c"))
    }

    @Test func `a concept is made of earlier ones only`() throws {
        let list = "guardrail-rules 1\nversion 1\nconcept a\n  = near 3 b\nconcept b\n  bb\nfamily empty\nrule x 1\n  near 3 a\n  + x\n"
        let file = try RuleFileParser.parse(list)
        #expect(throws: RuleBookError.list(0, RuleFileError(line: 3, problem: .outOfPlace("a")))) { try RuleBook([file]) }
    }
}
