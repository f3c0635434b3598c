import JSON
import Japanese
import JapaneseReading

/// All that there is to say about a text, whatever it is: kana, romaji that somebody typed, a word or a sentence.
struct JapaneseAnswer: JSONObject {
    /// In the other syllabary.
    var hiragana: String, katakana: String
    /// Its kana in Latin letters, sign by sign.
    var doubled: String, macrons: String
    /// The kana of Latin letters; nil where they are none of the sort.
    var typed: String?
    /// As the reader reads it.
    var kana: String, romaji: String, romajiMacrons: String, furigana: String

    static let json = Object(
        "JapaneseAnswer",
        {
            JapaneseAnswer(
                hiragana: $0, katakana: $1, doubled: $2, macrons: $3, typed: $4, kana: $5, romaji: $6, romajiMacrons: $7, furigana: $8)
        },
        Field("hiragana", \.hiragana), Field("katakana", \.katakana), Field("doubled", \.doubled), Field("macrons", \.macrons), Field("typed", \.typed),
        Field("kana", \.kana), Field("romaji", \.romaji), Field("romaji_macrons", \.romajiMacrons), Field("furigana", \.furigana))
}

extension JapaneseAnswer {
    init(to text: String, _ reader: JapaneseReader) throws {
        let reading = try reader.read(text)
        self.init(
            hiragana: Kana.hiragana(text), katakana: Kana.katakana(text), doubled: Romaji.spell(text), macrons: Romaji.spell(text, .macrons),
            typed: Romaji.hiragana(text), kana: reading.kana, romaji: reading.romaji(), romajiMacrons: reading.romaji(.macrons),
            furigana: reading.furigana.anki)
    }
}
