import Japanese
public import Morphology

/// Tells how Japanese texts are read. One for a program.
public final class JapaneseReader: Sendable {
    private let analyzer: MorphologicalAnalyzer

    /// A reader with its dictionaries.
    public init(_ analyzer: MorphologicalAnalyzer) { self.analyzer = analyzer }

    /// Reads a text of at most 16 KB with its numbers in kanji.
    public func read(_ text: String) throws(MorphologyError) -> Reading {
        let text = NumberedText(text)
        return Reading(words: text.words(Homograph.settled(try analyzer.morphemes(of: text.spelled))))
    }

    /// So many ways to cut a text are held against its reading.
    private static let ways = 100

    /// Reads a text whose reading somebody has written down: as the likeliest words that are read so, else with one word read as no dictionary reads it. Nil
    /// where they do not fit together.
    public func read(_ text: String, as kana: String) throws(MorphologyError) -> Reading? {
        let numbered = NumberedText(text), wanted = Kana.hiragana(kana)
        func reading(_ words: [Morpheme]) -> Reading { Reading(words: numbered.words(words)) }
        if let words = try analyzer.morphemes(of: numbered.spelled, among: Self.ways, where: { reading($0).kana == wanted }) { return reading(words) }
        return try read(text).corrected(to: wanted)
    }
}
