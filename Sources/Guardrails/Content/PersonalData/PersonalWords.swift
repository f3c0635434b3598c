/// The words that tell what stands after or before them, from the list `content-personal.words`.
struct PersonalWords: Sendable {
    /// What a word is about; the raw values are the list's.
    enum Kind: String, CaseIterable {
        case phone, secret, account, person, book, street, suffix, rue, token, common
        case strasse = "straße"
    }

    /// A word in small letters.
    struct Entry: Sendable {
        let kind: Kind
        let bytes: [UInt8]
        /// For tokens: how many characters must follow.
        var rest = 0
    }

    static let shared = PersonalWords(PackageResources.content_personal_words)

    let version: String
    /// Words that are looked for wherever a word begins, by their first bytes, the longest first.
    private var places: [[Entry]]
    /// Words that are looked for in one place alone, by kind.
    private var suffixes: [[[UInt8]]]
    private var rues: [[[UInt8]]]
    private var commons: [[[UInt8]]]
    private var strassen: [[UInt8]] = []
    private(set) var tokens: [[Entry]]

    /// Sorts a list's words for looking them up.
    init(_ list: [UInt8]) {
        places = Array(repeating: [], count: 256)
        tokens = Array(repeating: [], count: 128)
        suffixes = Array(repeating: [], count: 256)
        rues = suffixes
        commons = suffixes
        let list = WordList(list)
        version = list.version
        for kind in Kind.allCases {
            for term in list.terms[kind.rawValue, default: []] { add(term, kind) }
        }
        for place in places.indices { places[place].sort { $0.bytes.count > $1.bytes.count } }
    }

    /// The longest word that begins here, in any case; a letter after it would make it another word.
    func match(_ bytes: [UInt8], at place: Int) -> Entry? {
        for entry in places[Self.bucket(bytes, place)] where Self.matches(entry.bytes, bytes, at: place) { return entry }
        return nil
    }

    /// Whether a whole word ends the names of American streets.
    func isSuffix(_ word: ArraySlice<UInt8>) -> Bool { Self.contains(suffixes, word) }

    /// Whether a whole word begins the names of French streets.
    func isRue(_ word: ArraySlice<UInt8>) -> Bool { Self.contains(rues, word) }

    /// Whether no street is called by this word when it is written small.
    func isCommon(_ word: ArraySlice<UInt8>) -> Bool { Self.contains(commons, word) }

    /// Whether a word ends as German names of streets do.
    func isStrasse(_ word: ArraySlice<UInt8>) -> Bool {
        guard let last = word.last, Self.lastOfStrassen.contains(last) else { return false }
        return strassen.contains { $0.count <= word.count && $0.elementsEqual(word.suffix($0.count)) { $0 == $1.lowercased } }
    }

    private static let lastOfStrassen: Set<UInt8> = Set("e.rgzmfuEGZMFU".utf8)

    private static func contains(_ table: [[[UInt8]]], _ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        return table[Int(first.lowercased)].contains { $0.count == word.count && $0.elementsEqual(word) { $0 == $1.lowercased } }
    }

    private mutating func add(_ term: [UInt8], _ kind: Kind) {
        switch kind {
        case .suffix: suffixes[Int(term[0].lowercased)].append(term.map(\.lowercased))
        case .rue: rues[Int(term[0].lowercased)].append(term.map(\.lowercased))
        case .common: commons[Int(term[0].lowercased)].append(term.map(\.lowercased))
        case .strasse: strassen.append(term.map(\.lowercased))
        case .token:
            let parts = term.split(separator: UInt8(ascii: " "))
            guard parts.count == 2, let first = parts[0].first, let rest = Int(String(decoding: parts[1], as: UTF8.self)) else { return }
            tokens[Int(first & 0x7F)].append(Entry(kind: kind, bytes: Array(parts[0]), rest: rest))
        default: places[Self.bucket(term, 0)].append(Entry(kind: kind, bytes: term.map(\.lowercased)))
        }
    }

    private static func matches(_ word: [UInt8], _ bytes: [UInt8], at place: Int) -> Bool {
        let end = place + word.count
        guard end <= bytes.count else { return false }
        for offset in word.indices where word[offset] != bytes[place + offset].lowercased { return false }
        return !word[word.count - 1].isLetter || end == bytes.count || !bytes[end].isLetter
    }

    /// By the first two letters, or by the first character beyond ASCII.
    private static func bucket(_ bytes: [UInt8], _ place: Int) -> Int {
        let first = bytes[place].lowercased
        let second = place + 1 < bytes.count ? bytes[place + 1].lowercased : 0
        if first < 0x80 { return Int(first &* 31 &+ second) }
        return Int(first ^ second &* 7 ^ (place + 2 < bytes.count ? bytes[place + 2] &* 31 : 0))
    }
}
