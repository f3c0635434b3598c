import Contracts
import Testing

@testable import vocab_backend

@Suite struct `The words that were taken` {
    private func word(_ japanese: String, _ reading: String, _ english: String) -> GeneratedWord {
        GeneratedWord(
            japanese: japanese, romaji: "x", english: english, parts: WordParts(type: "noun", formality: "neutral"), reading: reading, furigana: [],
            pitchAccent: nil, level: nil, isVerified: true, example: nil)
    }

    @Test func `are none twice, by writing or by reading and meaning, and no more than wanted`() {
        var collection = WordCollection(wanted: 2)
        #expect(collection.take(word("猫", "ねこ", "cat")) && !collection.take(word("猫", "ねこ", "kitty")) && !collection.take(word("ネコ", "ネコ", "Cat")))
        #expect(collection.take(word("犬", "いぬ", "dog")) && !collection.take(word("鳥", "とり", "bird")))
        #expect(collection.missing == 0 && collection.problems == [.duplicate, .duplicate, .duplicate])
    }

    @Test func `leave a writing free that was refused for its meaning`() {
        var collection = WordCollection(wanted: 3)
        #expect(collection.take(word("時", "とき", "time")) && !collection.take(word("刻", "とき", "time")) && collection.take(word("刻", "こく", "moment")))
    }
}
