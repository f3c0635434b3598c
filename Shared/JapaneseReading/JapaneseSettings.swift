public import Japanese
public import Morphology
public import Platform

/// Where a program finds what set-up has prepared.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `JAPANESE_DATA` | the folder with `dictionary.bin` and `readings.dic` that `Prepare/prepare.py` has written | required |
/// | `MECAB_DICTIONARY` | the folder of IPADIC in UTF-8 | `/var/lib/mecab/dic/ipadic-utf8` |
public struct JapaneseSettings: Sendable {
    private let folder: String
    private let system: String

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        folder = environment.string("JAPANESE_DATA")
        system = environment.string("MECAB_DICTIONARY", default: "/var/lib/mecab/dic/ipadic-utf8")
    }

    /// Opens the dictionary.
    public func dictionary() throws(DictionaryError) -> JapaneseDictionary { try JapaneseDictionary(path: folder + "/dictionary.bin") }

    /// Opens the reader, with the words that IPADIC reads wrong.
    public func reader() throws(MorphologyError) -> JapaneseReader {
        JapaneseReader(try MorphologicalAnalyzer(dictionary: system, userDictionary: folder + "/readings.dic"))
    }
}
