import TestKit
import Testing
import TextScan

@testable import Guardrails

@Suite struct AnswerListTests {
    @Test func `every rule for answers finds its own examples and leaves its counterexamples alone`() throws {
        let files = try RuleBook.read(RuleBook.answerLists)
        let book = try RuleBook(files) { (patterns) throws(TextScanError) in try CompiledPatterns.cache.set(patterns) }
        for (number, rule) in files.flatMap(\.rules).enumerated() {
            for example in rule.examples { #expect(try hits(example, book).contains(number), "\(book.entries[number].name) misses: \(example)") }
            for example in rule.counterexamples { #expect(try !hits(example, book).contains(number), "\(book.entries[number].name) finds: \(example)") }
        }
    }

    private func hits(_ text: String, _ book: RuleBook) throws -> [Int] {
        let folded = try #require(FoldedText(text))
        var hits = RuleHits()
        try book.scan(words: Words.of(folded.bytes.span), into: &hits)
        try book.scan(text: folded.bytes, into: &hits)
        return hits.rules
    }
}
