public import Morphology

/// Tells how Japanese texts are read. One for a program.
public final class JapaneseReader: Sendable {
    private let analyzer: MorphologicalAnalyzer

    /// A reader with its dictionaries.
    public init(_ analyzer: MorphologicalAnalyzer) { self.analyzer = analyzer }

    /// Reads a text of at most 16 KB.
    public func read(_ text: String) throws(MorphologyError) -> Reading {
        Reading(words: try analyzer.morphemes(of: text).map { ReadWord($0) })
    }

    /// How a single word is read, in hiragana: as the dictionary prefers it, else as its parts are read.
    public func reading(ofWord word: String, _ dictionary: JapaneseDictionary) throws(MorphologyError) -> String {
        let read = try read(word), all = dictionary.entries(written: word)
        // Most words are rare ones, and of those the reader of texts knows the parts at best.
        let entries = all.contains(where: \.isCommon) ? all.filter(\.isCommon) : all
        // Of several readings the one that the parts have, too.
        let known = entries.first(where: \.isPreferred) ?? entries.first { Kana.hiragana($0.reading) == Kana.hiragana(read.kana) } ?? entries.first
        return Kana.hiragana(known?.reading ?? read.kana)
    }
}
