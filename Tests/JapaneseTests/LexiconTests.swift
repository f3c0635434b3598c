import JapaneseReading
import Testing

@testable import Japanese

@Suite struct `The lexicon` {
    @Test func `has at least forty topics of at least twenty-five words, no line lost`() {
        #expect(Lexicon.topics.count >= 40 && Lexicon.topics.allSatisfy { $0.words.count >= 25 })
        let lines = Lexicon.text.description.split(separator: "\n").count { !$0.hasPrefix("#") && !$0.hasPrefix("=") }
        #expect(Lexicon.topics.reduce(0) { $0 + $1.words.count } == lines)
    }

    @Test func `in the program is the one that people edit`() {
        let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/Shared/Japanese/Lexicon/topics.txt"
        let lines = AccuracyFiles.text(of: path).split(separator: "\n")
        let isSame = Lexicon.text.description.split(separator: "\n") == lines
        #expect(isSame, "run embed_topics.py")
    }

    @Test(arguments: [
        ("food", "food"), ("Food", "food"), ("  FOOD!  ", "food"), ("食べ物", "food"), ("breakfast", "food"), ("Japanese food I can cook", "food"),
        ("旅行の言葉", "travel"),
        ("trains", "transport"),
    ]) func `knows what a text is about`(text: String, id: String) { #expect(Lexicon.topics(about: text).first?.id == id) }

    @Test(arguments: ["", " ", "qzxv", "the", "😀"]) func `knows that it knows nothing of it`(text: String) { #expect(Lexicon.topics(about: text).isEmpty) }

    @Test func `is read as its people wrote it, as far as the reader goes`() throws {
        // The examples' readings are independent of the reader; where both differ, one of them is wrong.
        var wrong = 0, count = 0
        for word in Lexicon.topics.flatMap(\.words) {
            count += 1
            let reading = try TestReader.reader.read(word.example.japanese).kana
            if Kana.hiragana(reading) != Kana.hiragana(word.example.reading) { wrong += 1 }
        }
        print("examples read otherwise than written down: \(wrong) of \(count)")
        #expect(wrong * 40 < count)
    }

    @Test func `has no example that the reader cannot cut as it is read`() throws {
        for example in Lexicon.topics.flatMap(\.words).map(\.example) {
            let reading = try #require(try TestReader.reader.read(example.japanese, as: example.reading), "\(example.japanese)")
            #expect(reading.kana == Kana.hiragana(example.reading) && reading.romaji().contains(" "), "\(example.japanese)")
        }
    }
}
