import Japanese
import Testing

@testable import local_cloud

@Suite struct HaikuTests {
    static let rows = HaikuComposer.themes.flatMap { theme in
        (0..<3).flatMap { place in theme.lines[place].map { Row(theme: theme.name, place: place, line: $0) } }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var theme: String, place: Int, line: HaikuLine
        var testDescription: String { "\(theme) \(place + 1): \(line.japanese)" }
    }

    /// Any line of a place goes with any of the others, so that this is every haiku there can be.
    @Test(arguments: rows) func `every line has its morae and its syllables`(row: Row) {
        let wanted = [5, 7, 5][row.place]
        #expect(Kana.morae(row.line.kana).count == wanted)
        #expect(EnglishSyllables.counts(row.line.english).contains(wanted), "\(row.line.english)")
        #expect(row.line.kana.unicodeScalars.allSatisfy { Kana.isKana($0) })
        #expect(row.line.japanese.unicodeScalars.allSatisfy { Kana.isJapanese($0) })
    }

    @Test func `a theme has three choices at least for each line`() {
        #expect(HaikuComposer.themes.count == 10)
        for theme in HaikuComposer.themes { #expect(theme.lines.allSatisfy { $0.count >= 3 }) }
    }

    @Test(arguments: [
        ("a haiku about snowy winter nights", "winter"), ("cherry blossoms", "spring"), ("frogs in a pond", "pond"), ("俳句を書いて。海について。", "sea"),
        ("it is raining", "rain"), ("mount Fuji", "mountain"),
    ]) func `words call for their theme`(text: String, theme: String) {
        #expect(HaikuComposer.theme(in: text)?.name == theme)
    }

    @Test func `a turn without a theme changes one line, one with another theme changes all`() {
        var turns = ["a haiku about the sea"]
        let first = HaikuComposer.haiku(for: turns, seed: 7)
        turns.append("hmm, another try please")
        let second = HaikuComposer.haiku(for: turns, seed: 7)
        #expect(first.theme == "sea" && second.theme == "sea")
        #expect(zip(first.lines, second.lines).count { $0 != $1 } == 1)
        turns.append("rather about snow")
        #expect(HaikuComposer.haiku(for: turns, seed: 7).theme == "winter")
    }

    @Test(arguments: [
        ("You write haiku.", "one about the sea", PromptDigest.Languages.english), ("You answer with one haiku in Japanese.", "about the sea", .japanese),
        ("You write haiku.", "俳句を書いて。海について。", .japanese), ("Haiku, in Japanese and English.", "about the sea", PromptDigest.Languages([.japanese, .english])),
        ("俳句を英語で書いてください。", "海について", .english),
    ]) func `is written in the language that is asked for`(system: String, ask: String, languages: PromptDigest.Languages) throws {
        let digest = PromptDigest(try ModelFixture.request(ModelFixture.body(ask, system: system)))
        let haiku = Haiku(theme: "sea", lines: (0..<3).map { HaikuLine(japanese: "海\($0)", kana: "うみ", english: "sea \($0)") })
        let written = [languages.contains(.japanese) ? "海0\n海1\n海2" : nil, languages.contains(.english) ? "sea 0\nsea 1\nsea 2" : nil]
        #expect(digest.languages == languages)
        #expect(haiku.text(in: digest.languages) == written.compactMap { $0 }.joined(separator: "\n\n"))
    }

    @Test func `the same turns and seed make the same haiku, other seeds others`() {
        let haiku = { HaikuComposer.haiku(for: ["the sea"], seed: $0) }
        #expect(haiku(3) == haiku(3))
        #expect(Set((0..<20).map { haiku(UInt64($0)).lines.map(\.english).joined() }).count > 5)
    }
}
