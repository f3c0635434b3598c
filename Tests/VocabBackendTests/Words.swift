import Glibc
import Japanese
import JapaneseReading
import Morphology

@testable import vocab_backend

/// What the tests of words need: the dictionary that set-up has prepared.
enum Prepared {
    static let folder = getenv("JAPANESE_DATA").map { String(cString: $0) } ?? ".local/japanese"
    static let opened = Result {
        WordVerifier(
            dictionary: try JapaneseDictionary(path: folder + "/dictionary.bin"),
            reader: JapaneseReader(
                try MorphologicalAnalyzer(dictionary: "/var/lib/mecab/dic/ipadic-utf8", userDictionary: folder + "/readings.dic")))
    }
    static var verifier: WordVerifier { get throws { try opened.get() } }
}

extension WordDraft {
    static func of(
        _ japanese: String, _ romaji: String, _ english: String, type: String = "noun", formality: String = "neutral", example: String = "",
        meaning: String = ""
    ) -> WordDraft {
        WordDraft(
            japanese: japanese, romaji: romaji, english: english, type: type, formality: formality, exampleJapanese: example, exampleEnglish: meaning)
    }

    var json: String {
        """
        {"japanese":"\(japanese)","romaji":"\(romaji)","english":"\(english)","type":"\(type)","formality":"\(formality)",\
        "example_japanese":"\(exampleJapanese)","example_english":"\(exampleEnglish)"}
        """
    }
}
