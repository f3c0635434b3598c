/// The Latin words of our instructions and where each stands.
struct PromptWords: Sendable {
    /// A word beyond so many places is one of those that stand everywhere.
    private static let mostPlaces = 16

    let count: Int
    private let places: [UInt64: [Int]]

    init(_ folded: [UInt8]) {
        var places: [UInt64: [Int]] = [:], count = 0
        Self.forEach(in: folded) { word in
            if places[word, default: []].count < Self.mostPlaces { places[word, default: []].append(count) }
            count += 1
        }
        (self.places, self.count) = (places, count)
    }

    func places(of word: UInt64) -> [Int] { places[word] ?? [] }

    /// Hashes of the words of two letters and more; letters by themselves and numbers count what they stand before.
    static func forEach(in folded: [UInt8], _ body: (UInt64) -> Void) {
        // FNV-1a.
        let start: UInt64 = 0xCBF2_9CE4_8422_2325
        var hash = start, letters = 0
        for byte in folded {
            if byte.isLetter {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                letters += 1
            } else if letters > 0 {
                if letters > 1 { body(hash) }
                (hash, letters) = (start, 0)
            }
        }
        if letters > 1 { body(hash) }
    }
}

/// Follows our words through an answer that puts others between them.
struct WordTrail {
    /// So many of our words in their order are ours, with no more than two others between each.
    private static let longestTrail = 12, widestStep = 3

    private let words: PromptWords
    private let enough: Int
    /// For each place in the instructions: how long the trail that ends there is, and at which word of the answer it does.
    private var trails: [(length: Int, end: Int)]
    private var heard = 0

    init(_ words: PromptWords) {
        self.words = words
        // A short text is ours when nearly all of it is there.
        enough = max(min(Self.longestTrail, words.count * 4 / 5), 6)
        trails = Array(repeating: (0, Int.min / 2), count: words.count + 1)
    }

    /// Hears what comes next, folded; whether it leads far enough.
    mutating func hear(_ folded: [UInt8]) -> Bool {
        var isFound = false
        PromptWords.forEach(in: folded) { word in
            heard += 1
            // From the end, so that a word said once is not two of ours.
            for place in words.places(of: word).reversed() {
                let before = trails[place]
                let length = heard - before.end <= Self.widestStep ? before.length + 1 : 1
                trails[place + 1] = (length, heard)
                if length >= enough { isFound = true }
            }
        }
        return isFound
    }
}
