import TestKit
import Testing
import TextScan

@testable import Guardrails

@Suite struct RuleListTests {
    @Test func `every rule finds its own examples and leaves its counterexamples alone`() throws {
        let files = try RuleBook.read(RuleBook.lists)
        let book = try RuleBook(files) { (patterns) throws(TextScanError) in try CompiledPatterns.cache.set(patterns) }
        for (number, rule) in files.flatMap(\.rules).enumerated() {
            let name = book.entries[number].name
            for example in rule.examples { #expect(try hits(example, book).contains(number), "\(name) misses: \(example)") }
            for example in rule.counterexamples { #expect(try !hits(example, book).contains(number), "\(name) finds: \(example)") }
        }
    }

    @Test func `every concept is used`() throws {
        let files = try RuleBook.read(RuleBook.lists)
        var used: Set<String> = []
        for rule in files.flatMap(\.rules) { used.formUnion(rule.unless) }
        for conditions in files.flatMap(\.rules).map(\.conditions) + files.flatMap(\.concepts).map(\.compositions) {
            for condition in conditions {
                switch condition {
                case .near(let concepts, _, _), .sequence(let concepts, _, _): used.formUnion(concepts)
                case .words, .text: break
                }
            }
        }
        for concept in files.flatMap(\.concepts) where Mentions.kind(of: concept.name) == nil { #expect(used.contains(concept.name)) }
    }

    private func hits(_ text: String, _ book: RuleBook) throws -> [Int] {
        let folded = try #require(FoldedText(text))
        var hits = RuleHits()
        try book.scan(words: Words.of(folded.bytes.span), into: &hits)
        try book.scan(text: folded.bytes, into: &hits)
        return hits.rules
    }
}
