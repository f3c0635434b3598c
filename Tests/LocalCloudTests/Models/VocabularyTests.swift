import JSON
import Japanese
import Testing

@testable import local_cloud

@Suite struct VocabularyTests {
    @Test(arguments: ["Weather", "sea animals", "kitchen", "動物", "quantum chromodynamics", ""], [1, 3, 10, 40])
    func `exactly so many different words come, all of them known`(topic: String, count: Int) {
        var random = SeededRandom(seed: 5)
        let words = TopicWords.words(topic: topic, count: count, without: [], random: &random)
        #expect(words.count == count)
        #expect(Set(words.map(\.japanese)).count == count)
        #expect(words.allSatisfy { Vocabulary.word($0.japanese) != nil })
    }

    @Test(arguments: [
        ("Weather", "weather"), ("cooking", "cooking"), ("recipes", "cooking"), ("family members", "family"), ("料理", "cooking"),
        ("Fruit and vegetables", "fruit-and-vegetables"),
    ]) func `a topic's words are of the lexicon's topic`(asked: String, id: String) throws {
        var random = SeededRandom(seed: 1)
        let words = TopicWords.words(topic: asked, count: 5, without: [], random: &random)
        let topic = try #require(Lexicon.topics.first { $0.id == id })
        #expect(words.allSatisfy { topic.words.contains($0) })
    }

    @Test func `what a topic has too few of comes from what is nearby`() throws {
        var random = SeededRandom(seed: 1)
        let topic = try #require(Lexicon.topics.first { $0.id == "drinks" }), count = topic.words.count + 30
        let words = TopicWords.words(topic: "drinks", count: count, without: [], random: &random)
        let near = Set(Lexicon.topics(near: topic).prefix(6).map(\.id)), owners = Lexicon.topics.filter { near.contains($0.id) || $0.id == topic.id }
        #expect(words.count == count && words.prefix(10).allSatisfy { topic.words.contains($0) })
        let isNear = words.suffix(20).allSatisfy { word in owners.contains { $0.words.contains(word) } }
        #expect(isNear)
    }

    @Test func `words that are not wanted do not come`() {
        var random = SeededRandom(seed: 1)
        let first = Set(TopicWords.words(topic: "Science", count: 5, without: [], random: &random).map(\.japanese))
        let second = Set(TopicWords.words(topic: "Science", count: 5, without: first, random: &random).map(\.japanese))
        #expect(second.count == 5 && first.isDisjoint(with: second))
    }

    @Test(arguments: [("cat", "猫"), ("To Eat", "食べる"), ("an apple", "りんご"), ("the sea", "海")])
    func `a word is found by its meaning`(english: String, japanese: String) { #expect(Vocabulary.word(english: english)?.japanese == japanese) }

    @Test func `an example comes with a word where one is asked for`() throws {
        let names = ["japanese", "example_japanese", "example_english"]
        let word: JSONFragment = ["type": "object", "properties": .object(names.map { .init($0, ["type": "string"]) })]
        let schema: JSONFragment = ["type": "object", "properties": ["words": ["type": "array", "items": word]]]
        let input = try #require(
            ModelFixture.input(
                try ModelFixture.reply(ModelFixture.body("Vocabulary words, please.\ntopic: Animals\nword_count: 3", more: [ModelFixture.tool(schema)]))))
        let words = try #require(input["words"]?.arrayValue)
        #expect(words.count == 3)
        for word in words {
            let known = try #require(Vocabulary.word(word["japanese"]?.stringValue ?? ""))
            #expect(word["example_japanese"]?.stringValue == known.example.japanese && word["example_english"]?.stringValue == known.example.english)
        }
    }
}
