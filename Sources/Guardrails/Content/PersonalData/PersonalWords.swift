/// The words that tell what stands after or before them, from the list `content-personal.words`.
struct PersonalWords: Sendable {
    /// What a word is about; the raw values are the list's.
    enum Kind: String, CaseIterable {
        case phone, secret, account, person, book, street, suffix, rue, token
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
    private var others: [Kind: [[UInt8]]] = [:]
    private(set) var tokens: [[Entry]]

    /// Sorts a list's words for looking them up.
    init(_ list: [UInt8]) {
        places = Array(repeating: [], count: 256)
        tokens = Array(repeating: [], count: 128)
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

    /// Whether a whole word is one of a kind.
    func contains(_ word: ArraySlice<UInt8>, _ kind: Kind) -> Bool {
        others[kind]?.contains { $0.count == word.count && $0.elementsEqual(word) { $0 == $1.lowercased } } == true
    }

    /// Whether a word ends with one of a kind, as German names of streets do.
    func endsWith(_ word: ArraySlice<UInt8>, _ kind: Kind) -> Bool {
        others[kind]?.contains { $0.count <= word.count && $0.elementsEqual(word.suffix($0.count)) { $0 == $1.lowercased } } == true
    }

    private mutating func add(_ term: [UInt8], _ kind: Kind) {
        switch kind {
        case .suffix, .rue, .strasse: others[kind, default: []].append(term.map(\.lowercased))
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
