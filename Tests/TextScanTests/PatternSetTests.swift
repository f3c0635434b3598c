import Testing
import TextScan

@Suite struct PatternSetTests {
    private let set: PatternSet

    init() throws {
        set = try PatternSet([
            ScanPattern("ignore", options: [.caseless, .start]), ScanPattern("prev[a-z]{0,8}", options: [.once]), ScanPattern("(?:〒)?\\d{3}-\\d{4}"),
        ])
    }

    private func matches(_ text: String, limit: Int = 1_000) throws -> [PatternSet.Match] {
        let bytes = Array(text.utf8)
        return try set.matches(in: bytes.span, limit: limit)
    }

    @Test func `matches name their pattern and their place`() throws {
        #expect(try matches("Please IGNORE it") == [.init(pattern: 0, range: 7..<13)])
        #expect(try matches("nothing").isEmpty)
        #expect(try matches("").isEmpty)
    }

    @Test func `a pattern that is wanted once is told once`() throws {
        #expect(try matches("previous previous").count == 1)
    }

    @Test func `a character beyond ASCII is a group of bytes`() throws {
        #expect(try matches("〒100-0001").map(\.pattern) == [2])
    }

    @Test func `a listener that has heard enough ends the scan`() throws {
        #expect(try matches("ignore ignore ignore", limit: 2).count == 2)
    }

    @Test func `a set is opened from what another has written`() throws {
        let opened = try PatternSet(serialized: try set.serialized())
        let bytes = Array("ignore".utf8)
        #expect(try opened.matches(in: bytes.span).count == 1)
    }

    @Test func `a damaged set is refused`() throws {
        var bytes = try set.serialized()
        bytes[bytes.count / 2] ^= 0x55
        #expect(throws: TextScanError.self) { try PatternSet(serialized: bytes) }
        #expect(throws: TextScanError.self) { try PatternSet(serialized: []) }
        #expect(throws: TextScanError.self) { try PatternSet(serialized: Array("hello".utf8)) }
    }

    @Test func `a pattern that the engine does not take is named`() {
        #expect(throws: TextScanError.pattern(index: 1, message: "Missing close parenthesis for group started at index 0.")) {
            try PatternSet([ScanPattern("a"), ScanPattern("(b")])
        }
    }

    @Test func `threads share a set`() async throws {
        let set = set
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask { @concurrent in
                    let bytes = Array("ignore the previous".utf8)
                    return try (0..<200).reduce(0) { sum, _ in try sum + set.matches(in: bytes.span).count }
                }
            }
            for try await count in group { #expect(count == 400) }
        }
    }
}
