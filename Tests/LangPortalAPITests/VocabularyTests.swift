import Contracts
import JSON
import Testing

@testable import lang_portal_api

@Suite struct VocabularyTests {
    private let groups: [VocabularyGroup]

    init() throws { groups = try [VocabularyGroup].decode(json: Array(StarterVocabulary.json.utf8)) }

    private var words: [VocabularyWord] { groups.flatMap(\.words) }

    @Test func `there is enough to study`() {
        #expect(groups.count >= 15)
        #expect(groups.allSatisfy { (15...26).contains($0.words.count) })
        #expect(words.count >= 240)
    }

    @Test func `every word that a group names is one of the lexicon`() {
        let names = StarterVocabulary.names.map { $0.words.split(separator: " ").map(String.init) }
        #expect(groups.map { $0.words.map(\.japanese) } == names)
    }

    @Test func `no word and no group is there twice`() {
        #expect(Set(words.map(\.japanese)).count == words.count)
        #expect(Set(groups.map(\.groupName)).count == groups.count)
    }

    @Test func `romaji is written in small letters, with apostrophes and single spaces`() {
        for word in words {
            let isWellFormed = word.romaji.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x27 }
            }
            #expect(isWellFormed, "\(word.japanese): \(word.romaji)")
        }
    }

    @Test func `japanese is written in kana and kanji`() {
        for word in words {
            let isJapanese = word.japanese.unicodeScalars.allSatisfy {
                (0x3040...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value) || $0 == "々"
            }
            #expect(isJapanese, "\(word.japanese)")
        }
    }

    @Test func `types and formalities come from closed lists`() {
        let types: Set = [
            "noun", "verb", "i-adjective", "na-adjective", "adverb", "pronoun", "interjection", "expression", "counter", "numeral", "conjunction", "particle",
        ]
        #expect(words.allSatisfy { types.contains($0.parts.type) })
        #expect(words.allSatisfy { ["neutral", "polite", "casual", "honorific", "humble"].contains($0.parts.formality) })
    }

    @Test func `i-adjectives end in i, and verbs in u`() {
        for word in words where word.parts.type == "i-adjective" { #expect(word.romaji.hasSuffix("i") && word.japanese.hasSuffix("い")) }
        for word in words where word.parts.type == "verb" { #expect(word.romaji.hasSuffix("u") && word.english.hasPrefix("to ")) }
    }
}
