/// The single words that rules are made of, known by what is left of them when they are misspelled, turned round or shifted. A filter of bits answers first,
/// for nearly all words are none of them.
struct Vocabulary: Sendable {
    /// How a word of a text is one of the vocabulary.
    enum Disguise {
        case backwards, shifted
    }

    private static let shortest = 5
    private static let longest = 16
    private static let factor: UInt64 = 0x100_0000_01B3
    private var filter: [UInt64] = Array(repeating: 0, count: 4_096)
    private var exact: Set<UInt64> = []
    /// What words are like when one letter is gone, or when the letters within are shuffled.
    private var shapes: [UInt64: Int] = [:]
    private let words: [[UInt8]]
    private let powers: [UInt64]

    init(_ terms: Set<String>) {
        words = terms.sorted().map { Array($0.utf8) }.filter { (Self.shortest...Self.longest).contains($0.count) }
        var power: UInt64 = 1
        powers = (0...Self.longest + 1).map { _ in
            defer { power &*= Self.factor }
            return power
        }
        for (number, word) in words.enumerated() {
            let hash = Self.hash(word.span, 0..<word.count)
            exact.insert(hash)
            mark(hash)
            mark(Self.scrambled(word.span, 0..<word.count), number)
            guard word.count > Self.shortest else { continue }
            mark(Self.scrambled(word.span, 0..<word.count, keepsLast: false), number)
            for place in 1..<word.count { mark(without(place, word.span, 0..<word.count), number) }
        }
    }

    private mutating func mark(_ hash: UInt64) { filter[Int(hash >> 6) & 4_095] |= 1 << (hash & 63) }

    private mutating func mark(_ shape: UInt64, _ number: Int) {
        mark(shape)
        shapes[shape] = shapes[shape] ?? number
    }

    private func mayKnow(_ hash: UInt64) -> Bool { filter[Int(hash >> 6) & 4_095] & (1 << (hash & 63)) != 0 }

    /// Horner's scheme, so that a letter can be taken out again.
    private static func hash(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0
        for index in word { hash = hash &* factor &+ mixed(text[index]) }
        return hash
    }

    private static func mixed(_ byte: UInt8) -> UInt64 { (UInt64(byte) &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

    /// The same for all words with the same first letter, the same last one when it counts, and the same letters besides.
    private static func scrambled(_ text: borrowing Span<UInt8>, _ word: Range<Int>, keepsLast: Bool = true) -> UInt64 {
        var sum: UInt64 = 0
        for index in word {
            let mixed = mixed(text[index])
            sum &+= (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
        }
        return sum &* 31 &+ mixed(text[word.lowerBound]) &* 7 &+ (keepsLast ? mixed(text[word.upperBound - 1]) &* 3 : 0x33) &+ 0x5C
    }

    private func without(_ place: Int, _ text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt64 {
        var before: UInt64 = 0
        for index in word.lowerBound..<(word.lowerBound + place) { before = before &* Self.factor &+ Self.mixed(text[index]) }
        var hash = before
        for index in (word.lowerBound + place + 1)..<word.upperBound { hash = hash &* Self.factor &+ Self.mixed(text[index]) }
        return hash &+ 0x5D
    }

    /// Whether a word is one of these.
    func knows(_ word: [UInt8]) -> Bool {
        let hash = Self.hash(word.span, 0..<word.count)
        return mayKnow(hash) && exact.contains(hash)
    }

    /// Whether two words of a text are one of these, written apart.
    func isSplit(_ text: borrowing Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard (Self.shortest + 1...Self.longest).contains(first.count + second.count) else { return false }
        let hash = Self.hash(text, first) &* powers[second.count] &+ Self.hash(text, second)
        return mayKnow(hash) && exact.contains(hash)
    }

    /// What a word of a text was meant to be, when it is misspelled: shuffled within, a letter short, or a letter too long.
    func meant(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> [UInt8]? {
        guard (Self.shortest...Self.longest).contains(word.count) else { return nil }
        let hash = Self.hash(text, word)
        if mayKnow(hash), exact.contains(hash) { return nil }
        let shuffled = Self.scrambled(text, word)
        if mayKnow(shuffled), let number = shapes[shuffled], words[number].count == word.count { return words[number] }
        let freely = Self.scrambled(text, word, keepsLast: false)
        if mayKnow(freely), let number = shapes[freely], words[number].count == word.count { return words[number] }
        let short = hash &+ 0x5D
        if mayKnow(short), let number = shapes[short], words[number].count == word.count + 1 { return words[number] }
        return longer(text, word, hash)
    }

    /// A letter too many: doubled ones, and those between.
    private func longer(_ text: borrowing Span<UInt8>, _ word: Range<Int>, _ hash: UInt64) -> [UInt8]? {
        guard word.count > Self.shortest + 1 else { return nil }
        var before: UInt64 = 0
        for place in 0..<word.count {
            let letter = Self.mixed(text[word.lowerBound + place])
            let next = before &* Self.factor &+ letter
            let power = powers[word.count - 1 - place]
            let candidate = hash &- next &* power &+ before &* power
            if place > 0, mayKnow(candidate), exact.contains(candidate) {
                var result: [UInt8] = []
                for index in word where index != word.lowerBound + place { result.append(text[index]) }
                return result
            }
            before = next
        }
        return nil
    }

    /// Whether a word of a text is one of these backwards, or shifted by thirteen letters.
    func disguise(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> Disguise? {
        guard (Self.shortest...Self.longest).contains(word.count) else { return nil }
        var backwards: UInt64 = 0
        var shifted: UInt64 = 0
        var index = word.upperBound
        while index > word.lowerBound {
            index -= 1
            backwards = backwards &* Self.factor &+ Self.mixed(text[index])
        }
        if mayKnow(backwards), exact.contains(backwards) { return .backwards }
        for index in word { shifted = shifted &* Self.factor &+ Self.mixed(0x61 + (text[index] &- 0x61 &+ 13) % 26) }
        return mayKnow(shifted) && exact.contains(shifted) ? .shifted : nil
    }
}
