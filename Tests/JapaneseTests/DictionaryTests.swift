import Glibc
import Japanese
import Platform
import TestKit
import Testing

/// What set-up has prepared; `JAPANESE_DATA` names its folder.
enum JapaneseData {
    static let folder = getenv("JAPANESE_DATA").map { String(cString: $0) } ?? ".local/japanese"
    static let opened = Result { try JapaneseDictionary(path: folder + "/dictionary.bin") }
    static var dictionary: JapaneseDictionary { get throws { try opened.get() } }
}

@Suite struct `The dictionary` {
    let dictionary: JapaneseDictionary

    init() throws { dictionary = try JapaneseData.dictionary }

    @Test func `knows a word by its written form`() throws {
        let cat = try #require(dictionary.entries(written: "猫").first)
        #expect(cat.reading == "ねこ" && cat.kind == .noun && cat.isCommon && cat.accent == 1 && cat.level != nil && cat.formality == .neutral)
        #expect(
            cat.senses.first?.glosses.first?.hasPrefix("cat") == true && cat.attests(gloss: "cat") && cat.attests(gloss: "cats") && !cat.attests(gloss: "dog"))
        #expect(!cat.attests(gloss: "cat; dog") && !cat.attests(gloss: "") && !cat.attests(gloss: "cable; cattle"))
        #expect(cat.attests(gloss: "a 'cat'") && !cat.attests(gloss: "cater"))
    }

    @Test(arguments: [("勝つ", "wine"), ("男", "many"), ("バス", "busy"), ("海", "seal"), ("帽子", "hate")])
    func `bears out no word that only begins alike`(written: String, gloss: String) throws {
        for entry in dictionary.entries(of: written) { #expect(!entry.attests(gloss: gloss), "\(entry.reading): \(entry.senses)") }
    }

    @Test(
        arguments: [
            ("the 'sun'", ["sun"]), ("'sake'", ["sake"]), ("cat's cradle", ["cat", "cradle"]), ("don't", ["dont"]), ("cats' eyes", ["cats", "eyes"]),
            ("O'Sullivan", ["osullivan"]), ("it's", ["it"]),
        ] as [(String, [String])]) func `is searched by the words of a gloss`(gloss: String, words: [String])
    {
        #expect(EnglishWords.of(gloss) == words)
    }

    @Test func `knows a word by its reading, in either syllabary`() {
        // The one with the most.
        #expect(dictionary.entries(of: "こう").count > 50)
        #expect(dictionary.entries(reading: "ねこ").contains { $0.written == "猫" } && dictionary.entries(of: "コーヒー").contains { $0.attests(gloss: "coffee") })
        #expect(dictionary.entries(of: "かわいい").contains { $0.attests(gloss: "cute") } && dictionary.entries(reading: "ネコ").allSatisfy { $0.reading == "ネコ" })
    }

    @Test func `knows words by what they mean, the likeliest first`() {
        #expect(dictionary.entries(english: "cat").first?.written == "猫" && dictionary.entries(english: "to eat").first?.reading == "たべる")
        #expect(dictionary.entries(english: "qzxv").isEmpty && dictionary.entries(english: "").isEmpty)
    }

    @Test(
        arguments: [
            ("食べる", .verb, .neutral), ("青い", .iAdjective, .neutral), ("静か", .naAdjective, .neutral), ("召し上がる", .verb, .honorific), ("申す", .verb, .humble),
            ("私", .pronoun, .neutral), ("毎日", .noun, .neutral), ("三", .numeral, .neutral), ("ゆっくり", .adverb, .neutral),
        ] as [(String, WordKind, Formality)]) func `tells what kind of word it is`(written: String, kind: WordKind, formality: Formality) throws
    {
        let entry = try #require(dictionary.entries(of: written).first)
        #expect(entry.kind == kind && entry.formality == formality)
    }

    @Test func `tells words apart by their accent`() {
        #expect(dictionary.entries(written: "箸").first?.accent == 1 && dictionary.entries(written: "橋").first?.accent == 2)
    }

    @Test(arguments: ["README.md", "THIRD_PARTY.md", "Shared/Japanese/Prepare/README.md"]) func `is credited where people read of it`(path: String) {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let words = AccuracyFiles.text(of: "\(root)/\(path)").split { $0.isWhitespace || $0 == ">" }.joined(separator: " ")
        #expect(words.contains(DictionaryCredit.statement) && words.contains(DictionaryCredit.licence) && words.contains(DictionaryCredit.levels))
    }

    @Test func `of nothing has nothing`() {
        for text in ["", "qzxv", "\0", "猫猫猫猫", String(repeating: "あ", count: 10_000)] {
            #expect(dictionary.entries(written: text).isEmpty && dictionary.entries(reading: text).isEmpty)
        }
        #expect(dictionary.count > 260_000 && dictionary.entries(written: "の", limit: 1).count <= 1)
    }

    @Test func `can be read whole`() {
        // Every entry's texts and senses are within the file.
        for place in stride(from: 0, to: dictionary.count, by: 97) {
            let entry = dictionary.entry(at: place)
            #expect(!entry.written.isEmpty && !entry.reading.isEmpty)
        }
    }

    @Test func `that is damaged is refused, or gives nothing wrong`() throws {
        let whole = try MappedFile(path: JapaneseData.folder + "/dictionary.bin").withBytes { Array($0) }
        let folder = TemporaryFolder()
        func open(_ bytes: [UInt8]) throws -> JapaneseDictionary {
            folder.write(bytes, to: "dictionary.bin")
            return try JapaneseDictionary(path: folder.path + "/dictionary.bin")
        }
        #expect(throws: DictionaryError.self) { try open([]) }
        #expect(throws: DictionaryError.self) { try open(Array(whole.prefix(100))) }
        #expect(throws: DictionaryError.self) { try open(Array(whole.dropLast(8))) }
        for place in [0, 8, 12, 16, 24, 32, 40] {
            var other = whole
            other[place] ^= 0xFF
            other[place + 3] ^= 0x7F
            #expect(throws: DictionaryError.self) { try open(other) }
        }
        // Offsets that point anywhere.
        var wild = whole
        for place in stride(from: 160, to: 4_000_000, by: 13) { wild[place] = 0xF7 }
        let dictionary = try open(wild)
        for place in 0..<100 { _ = dictionary.entry(at: place) }
        _ = dictionary.entries(written: "猫")
        _ = dictionary.entries(english: "cat")
    }

    @Test func `is not where nothing is`() {
        #expect(throws: DictionaryError.self) { try JapaneseDictionary(path: "/nowhere") }
        #expect(throws: DictionaryError.self) { try JapaneseDictionary(path: "/tmp") }
    }
}
