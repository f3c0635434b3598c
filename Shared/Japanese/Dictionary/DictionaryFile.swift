import Platform

/// The bytes of `dictionary.bin`; see `Prepare/README.md`. What points outside the file is empty, so that a damaged one does no harm.
struct DictionaryFile: Sendable {
    struct Section: Sendable {
        let offset: Int, count: Int, size: Int
    }

    private static let magic: [UInt8] = [UInt8]("JADICT\r\n".utf8)
    /// Bytes of a record of each section, in their order.
    private static let sizes = [32, 4, 16, 16, 4, 1]

    private let file: MappedFile
    private let sections: [Section]

    init(path: String) throws(DictionaryError) {
        do throws(MappedFileError) { file = try MappedFile(path: path) } catch { throw .unreadable(error) }
        guard file.count >= 24 + 16 * Self.sizes.count, file.withBytes({ $0.prefix(8).elementsEqual(Self.magic) }) else { throw .invalid(path: path) }
        let file = file
        func number(_ place: Int) -> UInt64 { file.withBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) } }
        guard number(8) == 1 | 6 << 32, number(16) == UInt64(file.count) else { throw .invalid(path: path) }
        var sections: [Section] = []
        for (place, size) in Self.sizes.enumerated() {
            let offset = number(24 + 16 * place), count = number(32 + 16 * place)
            guard offset <= UInt64(file.count), count <= (UInt64(file.count) - offset) / UInt64(size) else { throw .invalid(path: path) }
            sections.append(Section(offset: Int(offset), count: Int(count), size: size))
        }
        self.sections = sections
    }

    var entries: Section { sections[0] }
    var readings: Section { sections[1] }
    private var senses: Section { sections[2] }
    private var words: Section { sections[3] }
    private var postings: Section { sections[4] }
    private var strings: Section { sections[5] }

    // MARK: numbers and texts

    private func place(_ section: Section, _ record: Int, _ field: Int) -> Int? {
        record >= 0 && record < section.count ? section.offset + record * section.size + field : nil
    }

    private func four(_ section: Section, _ record: Int, _ field: Int) -> Int {
        guard let place = place(section, record, field) else { return 0 }
        return file.withBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self))) }
    }

    private func two(_ section: Section, _ record: Int, _ field: Int) -> Int {
        guard let place = place(section, record, field) else { return 0 }
        return file.withBytes { Int(UInt16(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt16.self))) }
    }

    private func one(_ section: Section, _ record: Int, _ field: Int) -> Int {
        guard let place = place(section, record, field) else { return 0 }
        return file.withBytes { Int($0[place]) }
    }

    private func bytes(_ offset: Int, _ count: Int) -> [UInt8] {
        guard count >= 0, offset >= 0, offset + count <= strings.count else { return [] }
        let start = strings.offset + offset
        return file.withBytes { Array($0[start..<start + count]) }
    }

    private func text(_ offset: Int, _ count: Int) -> String { String(decoding: bytes(offset, count), as: UTF8.self) }

    // MARK: look-up

    func writtenBytes(of entry: Int) -> [UInt8] { bytes(four(entries, entry, 0), two(entries, entry, 8)) }
    func readingBytes(of entry: Int) -> [UInt8] { bytes(four(entries, entry, 4), two(entries, entry, 10)) }
    func entry(ofReading place: Int) -> Int { four(readings, place, 0) }

    func firstEntry(notBefore key: [UInt8]) -> Int { first(of: entries.count) { !writtenBytes(of: $0).lexicographicallyPrecedes(key) } }
    func firstReading(notBefore key: [UInt8]) -> Int { first(of: readings.count) { !readingBytes(of: entry(ofReading: $0)).lexicographicallyPrecedes(key) } }

    /// The first place from which on a condition holds.
    private func first(of count: Int, _ holds: (Int) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The entries of neighbouring places while there are any.
    func run(from first: Int, of count: Int, _ limit: Int, _ entry: (Int) -> Int?) -> [DictionaryEntry] {
        var found: [DictionaryEntry] = [], place = first
        while place < count, found.count < limit, let number = entry(place) {
            found.append(self.entry(at: number))
            place += 1
        }
        return found
    }

    /// The postings of an English word.
    func postings(of key: [UInt8]) -> LazyMapSequence<Range<Int>, Int> {
        func word(_ place: Int) -> [UInt8] { bytes(four(words, place, 0), two(words, place, 4)) }
        let found = first(of: words.count) { !word($0).lexicographicallyPrecedes(key) }
        let isThere = found < words.count && word(found) == key
        let start = isThere ? four(words, found, 8) : 0, count = isThere ? min(four(words, found, 12), postings.count) : 0
        return (start..<start + count).lazy.map { four(postings, $0, 0) }
    }

    func entry(at place: Int) -> DictionaryEntry {
        let frequency = two(entries, place, 26), accent = one(entries, place, 28), level = one(entries, place, 29), flags = one(entries, place, 30)
        let first = four(entries, place, 12), count = two(entries, place, 24)
        return DictionaryEntry(
            written: text(four(entries, place, 0), two(entries, place, 8)), reading: text(four(entries, place, 4), two(entries, place, 10)),
            senses: (first..<first + count).map { sense(at: $0) }, partsOfSpeech: PartsOfSpeech(rawValue: UInt32(four(entries, place, 16))),
            registers: Registers(rawValue: UInt32(four(entries, place, 20))), frequency: frequency == 0 ? nil : frequency,
            accent: accent == 255 ? nil : accent, level: level == 0 ? nil : level, isCommon: flags & 1 != 0)
    }

    private func sense(at place: Int) -> DictionaryEntry.Sense {
        let glosses = text(four(senses, place, 0), two(senses, place, 4)).split(separator: "\n").map(String.init)
        return DictionaryEntry.Sense(
            glosses: glosses, partsOfSpeech: PartsOfSpeech(rawValue: UInt32(four(senses, place, 8))),
            registers: Registers(rawValue: UInt32(four(senses, place, 12))))
    }
}
