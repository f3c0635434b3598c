public import Platform

/// EDICT with frequencies, levels and pitch accents, as `Prepare/` writes it: a file that is read in place. A look-up costs some microseconds.
///
/// Whoever shows what stands in it shows `DictionaryCredit` too.
public final class JapaneseDictionary: Sendable {
    private let file: DictionaryFile

    /// Opens the file.
    public init(path: String) throws(DictionaryError) { file = try DictionaryFile(path: path) }

    /// How many entries there are.
    public var count: Int { file.entries.count }

    /// The entries of a written form, the likeliest first; at most `limit`.
    public func entries(written: some StringProtocol, limit: Int = 16) -> [DictionaryEntry] {
        let key = Array(written.utf8)
        let first = file.firstEntry(notBefore: key)
        return file.run(from: first, of: file.entries.count, limit) { file.writtenBytes(of: $0) == key ? $0 : nil }
    }

    /// The entries of a reading in kana, the likeliest first; of none there are more than 52 (こう). Hiragana and katakana are asked for as they are written.
    public func entries(reading: some StringProtocol, limit: Int = 64) -> [DictionaryEntry] {
        let key = Array(reading.utf8)
        let first = file.firstReading(notBefore: key)
        return file.run(from: first, of: file.readings.count, limit) { place in
            let entry = file.entry(ofReading: place)
            return file.readingBytes(of: entry) == key ? entry : nil
        }
    }

    /// The entries of a word as it stands in a text: by its written form, and of kana also by the reading, in either syllabary.
    public func entries(of word: some StringProtocol, limit: Int = 64) -> [DictionaryEntry] {
        var found = entries(written: word, limit: limit)
        guard Kana.isKana(word) else { return found }
        for reading in Set([Kana.hiragana(word), Kana.katakana(word)]) { found += entries(reading: reading, limit: limit).filter { !found.contains($0) } }
        return Array(found.prefix(limit))
    }

    /// The entries that have a word in a gloss, those that mean it alone first.
    public func entries(english: some StringProtocol, limit: Int = 16) -> [DictionaryEntry] {
        guard let word = EnglishWords.of(english).first else { return [] }
        return file.postings(of: Array(word.utf8)).prefix(limit).map { file.entry(at: Int($0 & 0x3FFF_FFFF)) }
    }

    /// An entry by its place in the order of written forms, for those who go through all of them.
    public func entry(at place: Int) -> DictionaryEntry { file.entry(at: place) }
}

/// Why a dictionary cannot be opened.
public enum DictionaryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file cannot be read.
    case unreadable(MappedFileError)
    /// It is none, is damaged or of another version.
    case invalid(path: String)

    /// What to do.
    public var description: String {
        switch self {
        case .unreadable(let error): "the dictionary \(error): run `make up`, or set JAPANESE_DATA"
        case .invalid(let path): "\(path) is no dictionary of this version: prepare it again"
        }
    }
}
