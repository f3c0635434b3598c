import Contracts
import Glibc
import JSON
import Japanese
import JapaneseReading
import Morphology
import Testing

@testable import vocab_backend
@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `What the backend gives` {
    @Test func `is sound for every word of the lexicon, and is shown whole`() throws {
        let folder = getenv("JAPANESE_DATA").map { String(cString: $0) } ?? ".local/japanese"
        let verifier = WordVerifier(
            dictionary: try JapaneseDictionary(path: folder + "/dictionary.bin"),
            reader: JapaneseReader(try MorphologicalAnalyzer(dictionary: "/var/lib/mecab/dic/ipadic-utf8", userDictionary: folder + "/readings.dic")))
        let words = Lexicon.topics.flatMap(\.words).map(verifier.word)
        #expect(words.count > 1_000)
        for word in words {
            let arrived = try GeneratedWord.decode(json: JSON.encode(word))
            #expect(arrived == word && arrived.isSound, "\(JSON.string(word))")
            #expect(arrived.pitchAccent == nil || PitchContour(reading: arrived.reading, accent: arrived.pitchAccent) != nil, "\(word.japanese)")
            let note = AnkiNote(arrived, sound: nil)
            #expect(note.fields[1].contains("[") == word.japanese.unicodeScalars.contains(where: Kana.isKanji), "\(word.japanese)")
            #expect(!note.fields[5].contains("。["), "\(note.fields[5])")
        }
    }
}
