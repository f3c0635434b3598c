import Contracts
import Japanese
import Testing

@testable import vocab_backend

@Suite struct `A proposed word` {
    private func word(_ draft: WordDraft) throws -> GeneratedWord { try Prepared.verifier.verify(draft).get() }

    private func problem(_ draft: WordDraft) throws -> WordProblem? {
        if case .failure(let problem) = try Prepared.verifier.verify(draft) { problem } else { nil }
    }

    @Test func `is given its reading, furigana, accent, level and example`() throws {
        let word = try word(.of("食べ物", "tabemono", "food", example: "食べ物を買いました。", meaning: "I bought food."))
        #expect(word.reading == "たべもの" && word.romaji == "tabemono" && word.parts == WordParts(type: "noun", formality: "neutral"))
        #expect(word.furigana.map(\.text) == ["食", "べ", "物"] && word.furigana.map(\.reading) == ["た", nil, "もの"])
        #expect(word.isVerified && word.pitchAccent != nil && (1...5).contains(word.level ?? 0))
        #expect(word.example?.romaji == "tabemono o kaimashita." && word.example?.english == "I bought food.")
    }

    @Test(arguments: [
        ("こんにちは", "konnichiwa"), ("コーヒー", "kōhī"), ("東京", "Tōkyō"), ("店員", "ten'in"), ("勉強する", "benkyou suru"), ("静かな", "shizukana"), ("市場", "ichiba"),
        ("市場", "shijou"), ("おはようございます", "ohayō gozaimasu"), ("可愛い", "kawaii"), ("かわいい", "kawaii"), ("二十歳", "hatachi"), ("日本", "nihon"), ("日本", "nippon"),
        ("新聞", "sinbun"), ("新聞", "shimbun"), ("ベータ・テスト", "bēta tesuto"),
    ]) func `may be spelled in any of the usual ways`(japanese: String, romaji: String) throws {
        let word = try word(.of(japanese, romaji, "something"))
        #expect(Romaji.key(word.romaji) == Romaji.key(romaji) && word.japanese == japanese)
    }

    @Test(arguments: [
        (WordDraft.of("cat", "neko", "cat"), WordProblem.notJapanese), (.of("猫", "inu", "cat"), .wrongReading), (.of("猫", "", "cat"), .wrongReading),
        (.of("猫", "ねこ", "cat"), .wrongReading), (.of("鸞鸞", "ranran", "phoenix"), .unreadable), (.of("猫", "neko", "猫"), .noMeaning),
        (.of("猫", "neko", "…"), .noMeaning),
        (.of("高校生活動", "koukousei", "club"), .wrongReading), (.of("猫<b>", "neko", "cat"), .wrongReading), (.of("くそ野郎", "kusoyarou", "rascal"), .offensive),
        // No dictionary has it as such, but what it is made of.
        (.of("売女たち", "baitatachi", "those women"), .offensive),
    ]) func `is refused with a reason`(draft: WordDraft, problem: WordProblem) throws { #expect(try self.problem(draft) == problem) }

    @Test func `whose gloss no dictionary bears out is marked`() throws {
        #expect(
            try !word(.of("猫", "neko", "dog")).isVerified && word(.of("猫", "neko", "cat")).isVerified
                && word(.of("走る", "hashiru", "to run", type: "verb")).isVerified)
    }

    @Test func `is of the kind that the dictionary knows`() throws {
        #expect(try word(.of("走る", "hashiru", "to run", type: "noun")).parts.type == "verb")
        #expect(try word(.of("青い", "aoi", "blue", type: "adjective", formality: "rude")).parts == WordParts(type: "i-adjective", formality: "neutral"))
        #expect(try word(.of("召し上がる", "meshiagaru", "to eat", type: "verb", formality: "neutral")).parts.formality == "honorific")
        #expect(try word(.of("勉強する", "benkyou suru", "to study", type: "noun")).parts.type == "verb")
    }

    @Test func `has an example with the word in it, or the lexicon's, or none`() throws {
        let inflected = try word(.of("食べる", "taberu", "to eat", type: "verb", example: "寿司を食べました。", meaning: "I ate sushi."))
        #expect(inflected.example?.japanese == "寿司を食べました。" && inflected.example?.furigana.first?.reading == "すし")
        let other = try word(.of("犬", "inu", "dog", example: "猫がいます。", meaning: "There is a cat."))
        #expect(other.example?.japanese.contains("犬") == true)
        let rude = try word(.of("犬", "inu", "dog", example: "あの売女は犬が好きだ。", meaning: "That one likes dogs."))
        #expect(rude.example != nil && rude.example?.japanese.contains("売女") == false)
        #expect(try word(.of("鳶職", "tobishoku", "construction worker", example: "I like it", meaning: "x")).example == nil)
    }

    @Test func `of the lexicon is taken from a model, too`() throws {
        for word in Lexicon.topics.flatMap(\.words) {
            let draft = WordDraft.of(
                word.japanese, word.romaji, word.english, type: word.kind.rawValue, example: word.example.japanese, meaning: word.example.english)
            #expect(try self.word(draft).example != nil, "\(word.japanese)")
        }
    }

    @Test func `of the lexicon is good as it is`() throws {
        for word in Lexicon.topics.flatMap(\.words) {
            let made = try Prepared.verifier.word(word)
            #expect(made.example?.romaji.contains(" ") == true)
            #expect(made.isVerified && Romaji.key(made.romaji) != nil && made.example != nil && made.furigana.map(\.text).joined() == word.japanese)
        }
    }
}

@Suite struct `The words so far` {
    @Test func `are so many at most, none of them twice`() throws {
        var collection = WordCollection(wanted: 3)
        func take(_ draft: WordDraft) throws -> Bool { collection.take(try Prepared.verifier.verify(draft).get()) }
        #expect(try take(.of("猫", "neko", "cat")) && !take(.of("猫", "neko", "kitty")) && !take(.of("ねこ", "neko", "Cat")) && take(.of("犬", "inu", "dog")))
        #expect(collection.missing == 1 && collection.problems == [.duplicate, .duplicate])
        #expect(try take(.of("鳥", "tori", "bird")) && !take(.of("魚", "sakana", "fish")) && collection.missing == 0)
    }
}
