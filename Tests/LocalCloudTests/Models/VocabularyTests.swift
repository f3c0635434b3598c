import Testing

@testable import local_cloud

@Suite struct VocabularyTests {
    @Test func `the vocabulary is the portal's and a hundred words more`() {
        #expect(Vocabulary.groups.count == 42 && Vocabulary.words.count > 700)
        #expect(Vocabulary.groups.allSatisfy { $0.words.count >= 10 })
    }

    @Test(arguments: Vocabulary.words) func `every word has kana`(word: Word) {
        #expect(word.kana.unicodeScalars.allSatisfy { Kana.isKana($0) || "〜～・、".unicodeScalars.contains($0) }, "\(word)")
        #expect(!word.gloss.isEmpty)
    }

    @Test(arguments: Vocabulary.groups.prefix(10).flatMap(\.words)) func `kana and romaji of our own words agree`(word: Word) {
        #expect(Kana.romaji(word.kana) == word.romaji)
        #expect(Kana.hiragana(romaji: word.romaji) == word.kana)
    }

    @Test(arguments: ["Weather", "sea animals", "kitchen", "動物", "quantum chromodynamics", ""], [1, 3, 10, 40])
    func `exactly so many different words come, all of them known`(topic: String, count: Int) {
        var random = SeededRandom(seed: 5)
        let words = TopicWords.words(topic: topic, count: count, without: [], random: &random)
        #expect(words.count == count)
        #expect(Set(words.map(\.japanese)).count == count)
        #expect(words.allSatisfy { Vocabulary.word($0.japanese) != nil })
    }

    @Test(arguments: [("Weather", "Weather and seasons"), ("cooking", "Cooking"), ("Planets", "Space"), ("family members", "Family"), ("料理", "Cooking")])
    func `a topic's words are of its group`(topic: String, group: String) throws {
        var random = SeededRandom(seed: 1)
        let words = TopicWords.words(topic: topic, count: 5, without: [], random: &random)
        let known = try #require(Vocabulary.groups.first { $0.name == group })
        #expect(words.allSatisfy { known.words.contains($0) })
    }

    @Test func `words that are not wanted do not come`() {
        var random = SeededRandom(seed: 1)
        let first = Set(TopicWords.words(topic: "Space", count: 5, without: [], random: &random).map(\.japanese))
        let second = Set(TopicWords.words(topic: "Space", count: 5, without: first, random: &random).map(\.japanese))
        #expect(second.count == 5 && first.isDisjoint(with: second))
    }

    @Test(arguments: [("きゅうきゅうしゃ", 5), ("がっこう", 4), ("コーヒー", 4), ("しんぶん", 4), ("", 0), ("水", 0)])
    func `morae are counted as they are spoken`(kana: String, count: Int) {
        #expect(Kana.morae(kana) == count)
    }

    @Test(arguments: [("がっこう", "gakkou"), ("まっちゃ", "matcha"), ("コーヒー", "koohii"), ("しんゆう", "shin'yuu"), ("ぢ", "ji"), ("パーティー", "paatii")])
    func `kana become romaji`(kana: String, romaji: String) {
        #expect(Kana.romaji(kana) == romaji)
    }

    @Test(arguments: [
        ("gakkou", "がっこう"), ("matcha", "まっちゃ"), ("shin'yuu", "しんゆう"), ("konnichiha", "こんにちは"), ("annai", "あんない"), ("ki o tsukete", "きをつけて"),
        ("konnichi wa", "こんにちは"), ("hon o", "ほんを"), ("e", "え"), ("o-cha", "おちゃ"), ("", ""),
    ])
    func `romaji become kana`(romaji: String, kana: String) {
        #expect(Kana.hiragana(romaji: romaji) == kana)
    }

    @Test(arguments: ["hello", "xyz", "日本"]) func `what is no romaji has no kana`(text: String) {
        #expect(Kana.hiragana(romaji: text) == nil)
    }
}
