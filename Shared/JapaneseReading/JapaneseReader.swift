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
}
