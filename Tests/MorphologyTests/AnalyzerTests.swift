import Morphology
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Japanese text` {
    static let opened = Result { try MorphologicalAnalyzer(dictionary: "/var/lib/mecab/dic/ipadic-utf8") }
    static var analyzer: MorphologicalAnalyzer { get throws { try opened.get() } }

    @Test func `is cut into words with their readings`() throws {
        let words = try Self.analyzer.morphemes(of: "昨日は友達と寿司を食べました。")
        #expect(words.map(\.surface) == ["昨日", "は", "友達", "と", "寿司", "を", "食べ", "まし", "た", "。"])
        #expect(words.map(\.reading) == ["キノウ", "ハ", "トモダチ", "ト", "スシ", "ヲ", "タベ", "マシ", "タ", "。"])
        #expect(words[6].base == "食べる" && words[6].partOfSpeech == "動詞" && words[1].partOfSpeech == "助詞" && words[1].kind == "係助詞")
    }

    @Test func `of words that nobody knows has no reading for them`() throws {
        let words = try Self.analyzer.morphemes(of: "Swift 😀 鸞鸞")
        #expect(words.first?.surface == "Swift" && words.first?.reading == nil && words.first?.base == "Swift")
        #expect(words.map(\.surface).joined() == "Swift😀鸞鸞")
    }

    @Test(arguments: ["", " ", "\n", "\0", "a\0猫", "。。。。", "ーーーー"]) func `that is hardly one does no harm`(text: String) throws {
        _ = try Self.analyzer.morphemes(of: text)
    }

    @Test func `is cut in the likeliest of the ways that are wanted`() throws {
        let text = "このぶどうは種がない。", wanted = { (words: [Morpheme]) in words.contains { $0.surface == "種" && $0.reading == "タネ" } }
        let found = try #require(try Self.analyzer.morphemes(of: text, among: 100, where: wanted))
        #expect(found.map(\.surface).joined() == text && wanted(found))
        #expect(try Self.analyzer.morphemes(of: text, among: 100) { _ in false } == nil && Self.analyzer.morphemes(of: "", among: 100) { _ in true } == [])
        #expect(try Self.analyzer.morphemes(of: text, among: 1) { _ in true } == Self.analyzer.morphemes(of: text))
    }

    @Test func `has a bound`() throws {
        #expect(throws: MorphologyError.tooLong) { try Self.analyzer.morphemes(of: String(repeating: "あ", count: 5_462)) }
        #expect(try Self.analyzer.morphemes(of: String(repeating: "猫と", count: 2_000)).count == 4_000)
    }

    @Test func `is cut the same by many at once`() async throws {
        let expected = try Self.analyzer.morphemes(of: "庭には二羽鶏がいる")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 { group.addTask { (0..<100).allSatisfy { _ in (try? Self.analyzer.morphemes(of: "庭には二羽鶏がいる")) == expected } } }
            for await same in group { #expect(same) }
        }
    }

    @Test(arguments: ["", "/no where", "/tmp/a,b", "/tmp/'a'"]) func `needs a dictionary's path that can be said`(path: String) {
        #expect(throws: MorphologyError.invalidPath(path)) { try MorphologicalAnalyzer(dictionary: path) }
    }

    @Test func `needs a dictionary`() {
        let error = #expect(throws: MorphologyError.self) { try MorphologicalAnalyzer(dictionary: "/nowhere") }
        guard case .unreadable? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
}
