/// A word of a Japanese text, as MeCab's dictionary IPADIC knows it.
public struct Morpheme: Sendable, Equatable {
    /// As it stands in the text.
    public let surface: String
    /// 名詞, 動詞, 形容詞, 助詞, 助動詞, 副詞, 記号 …
    public let partOfSpeech: String
    /// Finer kinds, such as 接続助詞; empty without one.
    public let kind: String
    /// The form that a dictionary lists; the surface where none is known.
    public let base: String
    /// How it is read, in katakana as it is spelled; nil for words that no dictionary knows.
    public let reading: String?
    /// How it sounds, in katakana: は as ワ where it is a particle, long vowels as ー; nil likewise.
    public let pronunciation: String?

    /// A word.
    public init(surface: String, partOfSpeech: String, kind: String, base: String, reading: String?, pronunciation: String?) {
        self.surface = surface
        self.partOfSpeech = partOfSpeech
        self.kind = kind
        self.base = base
        self.reading = reading
        self.pronunciation = pronunciation
    }
}

extension Morpheme {
    /// From a line of IPADIC: part of speech, three finer kinds, two of inflection, base, reading, pronunciation; `*` where there is none. Words that are not
    /// in the dictionary have seven fields.
    init(surface: String, feature: String) {
        let fields = feature.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
        func field(_ place: Int) -> String? { fields.count > place && fields[place] != "*" && !fields[place].isEmpty ? String(fields[place]) : nil }
        self.init(surface: surface, partOfSpeech: field(0) ?? "", kind: field(1) ?? "", base: field(6) ?? surface, reading: field(7), pronunciation: field(8))
    }
}
