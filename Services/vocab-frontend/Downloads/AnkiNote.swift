import Contracts
import Crypto
import DesignSystem
import Encoding
import Japanese

/// A word as a note of Anki.
struct AnkiNote: Equatable {
    /// The word's own: the same word of another day replaces the note and keeps what was learned.
    let guid: String
    let id: Int
    /// HTML each, in the order of `AnkiNoteType.fields`.
    let fields: [String]
    /// Of what the notes are sorted by: Anki finds duplicates by it.
    let checksum: Int

    /// - Parameter sound: the name of the file with the word's sound.
    init(_ word: GeneratedWord, sound: String?) {
        let identity = SHA256.hash("\(word.japanese)\u{1F}\(word.reading)")
        guid = "vocab-" + Hex.encode(identity.prefix(8))
        id = Self.stableID(identity)
        let texts = [
            word.japanese, word.furigana.anki, word.english, word.romaji, word.example?.japanese ?? "", word.example?.furigana.anki ?? "",
            word.example?.english ?? "",
        ]
        fields = texts.map { Markup(escaping: $0).text } + [sound.map { "[sound:\($0)]" } ?? ""]
        checksum = SHA1.hash(Array(word.japanese.utf8)).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Ids are milliseconds since 1970 to Anki; these lie in 2018 to 2021, before there was any of ours.
    static func stableID(_ hash: [UInt8]) -> Int { 1_530_000_000_000 + Int(hash.suffix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) } % 100_000_000_000) }
}

extension [RubyPart] {
    /// As Anki's furigana filter reads it.
    fileprivate var anki: String { Furigana(segments: map { .init($0.text, reading: $0.reading == $0.text ? nil : $0.reading) }).anki }
}
