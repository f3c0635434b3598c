import Contracts
import HTTPCore
import JSON
import TestKit
import Testing

@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `A group that a page sends back` {
    @Test func `is good when it could have come from the generator`() { #expect(Sample.group.isSound) }

    private static let changes: [(String, @Sendable (inout GeneratedWord) -> Void)] = [
        ("no Japanese", { ($0.japanese, $0.furigana) = ("cat", [Sample.part("cat")]) }),
        ("signs of no language", { ($0.japanese, $0.furigana) = ("猫\u{202E}", [Sample.part("猫\u{202E}")]) }), ("a reading with kanji", { $0.reading = "食べもの" }),
        ("romaji in kana", { $0.romaji = "たべもの" }), ("an unknown kind", { $0.parts.type = "spell" }), ("an unknown formality", { $0.parts.formality = "rude" }),
        ("furigana of another word", { $0.furigana = [Sample.part("猫", "ねこ")] }), ("a reading that is none", { $0.furigana[0].reading = "x" }),
        ("an accent beyond the word", { $0.pitchAccent = 5 }), ("a level that is none", { $0.level = 6 }),
        ("an example in English", { $0.example?.japanese = "To eat." }), ("an example with other furigana", { $0.example?.furigana.removeLast() }),
    ]

    @Test(arguments: changes.indices) func `is refused with`(index: Int) async throws {
        var word = Sample.food
        Self.changes[index].1(&word)
        #expect(!word.isSound, "\(Self.changes[index].0)")
        let house = try await House(), group = GeneratedGroup(groupName: "Food", words: [word])
        #expect(try await house.learner().submit("/groups", group).trouble == "group-broken")
        #expect(house.services.requests.isEmpty)
    }

    @Test func `is refused with a word twice, with more than ten, and when it is no group`() async throws {
        let twice = GeneratedGroup(groupName: "Food", words: [Sample.food, Sample.food])
        #expect(!twice.isSound)
        let learner = try await House().learner()
        let eleven = GeneratedGroup(groupName: "Food", words: Array(repeating: Sample.food, count: 11))
        for text in [JSON.string(twice), JSON.string(eleven), "", "[]", "{\"group_name\":\"x\",\"words\":[]}"] {
            #expect(try await learner.submit("/words/shown", ["group": text]).trouble == "group-broken")
            #expect(try await learner.submit("/downloads/words.csv", ["group": text]).status == .unprocessableContent)
        }
    }

    @Test(arguments: ["/groups", "/words/shown"]) func `that is none is told where it is seen, though there are no words`(path: String) async throws {
        let page = try await House().learner().submit(path, ["group": "[]"]).text
        // What is kept with the words is hidden without them.
        #expect(page.contains("<div id=\"trouble\"><div class=\"notice bad\"") && page.split(separator: "data-trouble=").count == 2)
    }

    @Test func `is bounded before it is read`() async throws {
        let answer = try await House().learner().submit("/groups", ["group": String(repeating: "x", count: 400_000)])
        #expect(answer.status == 413)
    }
}
