/// Pieces of text that a message gives names to or quotes, put together as it says: `a = "ig"; b = "nore"; a + b`. A tiny interpreter: it reads assignments and
/// chains, in one pass, and runs nothing.
struct Fragments {
    private static let maximumPieceBytes = 120
    /// How much of it a name may stand for again and again: all that is put together is a small multiple of the text.
    private static let maximumUsedBytes = 60
    private let text: [UInt8]
    private var variables: [UInt64: Variable] = [:]
    private var pieces: [Range<Int>] = []
    private var chains: [UInt8] = []
    private var chain: [Range<Int>] = []
    private var isChainNamed = false
    /// The last word, which what follows may be the value of.
    private var name: Range<Int>?
    private var expects = Expectation.nothing

    private struct Variable {
        let value: Range<Int>
        var usedBytes = 0
    }

    /// What may come after a name.
    private enum Expectation {
        case nothing
        /// After `=` or `:`: a quotation, or what stands there up to the statement's end.
        case value
        /// After `is`: a quotation.
        case quotation
    }

    /// Reads a folded text.
    init(_ text: [UInt8]) {
        self.text = text
        read()
    }

    /// What the pieces make together, one after another; empty when there are no two.
    var assembled: [UInt8] {
        guard pieces.count >= 2 else { return [] }
        var result: [UInt8] = []
        append(pieces, to: &result)
        return result
    }

    /// What they make where they are called by their names.
    var chained: [UInt8] { chains }

    private mutating func read() {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if Self.isQuote(byte), let end = closing(index) {
                take((index + 1)..<end, isNamed: expects != .nothing)
                index = end + 1
            } else if Self.isWord(byte) {
                index = readWord(index)
            } else {
                if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":"), name != nil { expects = .value }
                if byte == 0x0A || byte == UInt8(ascii: ";") { endChain() }
                index += 1
            }
        }
        endChain()
    }

    private mutating func readWord(_ start: Int) -> Int {
        var end = start
        while end < text.count, Self.isWord(text[end]) { end += 1 }
        let word = start..<end
        if expects == .value, !isAny(word, of: Self.articles) {
            var stop = end
            while stop < text.count, stop - start < 60, !Self.endsStatement(text[stop]) { stop += 1 }
            take(start..<stop, isNamed: true)
            return stop
        }
        // `aは` names `a`.
        var ascii = start
        while ascii < end, text[ascii] < 0x80 { ascii += 1 }
        use(ascii > start ? start..<ascii : word)
        return end
    }

    /// A name that stands for a piece goes on a chain; another word ends it, but for words that link.
    private mutating func use(_ word: Range<Int>) {
        let isLink = isAny(word, of: Self.links)
        let key = key(of: word)
        if let variable = variables[key] {
            if variable.usedBytes < Self.maximumUsedBytes { chain.append(variable.value) }
            variables[key]?.usedBytes += variable.value.count
            isChainNamed = true
        } else if !isLink {
            endChain()
        }
        if isAny(word, of: Self.copulas) {
            expects = .quotation
        } else if !isLink {
            name = word
            expects = .nothing
        }
    }

    private mutating func take(_ value: Range<Int>, isNamed: Bool) {
        defer { expects = .nothing }
        guard value.count <= Self.maximumPieceBytes else { return }
        pieces.append(value)
        if isNamed, let name { variables[key(of: name)] = Variable(value: value) } else { chain.append(value) }
    }

    private mutating func endChain() {
        defer { isChainNamed = false }
        if chain.count >= 2, isChainNamed { append(chain, to: &chains) }
        if !chain.isEmpty { chain.removeAll(keepingCapacity: true) }
    }

    /// Pieces without anything between them, then with spaces.
    private func append(_ pieces: [Range<Int>], to result: inout [UInt8]) {
        for separator in [nil, UInt8(ascii: " ")] {
            for piece in pieces {
                for index in piece { result.append(text[index]) }
                if let separator { result.append(separator) }
            }
            result.append(contentsOf: [UInt8(ascii: "."), UInt8(ascii: " ")])
        }
    }

    private static let links: [StaticString] = ["and", "then", "plus", "the", "with", "let", "var", "const", "set", "of", "now"]
    private static let copulas: [StaticString] = ["is", "be", "equals", "means", "as", "holds", "contains", "ist", "es", "est"]
    private static let articles: [StaticString] = ["the", "a", "an"]

    private func isAny(_ word: Range<Int>, of names: [StaticString]) -> Bool {
        guard word.count <= 8 else { return false }
        for name in names where name.utf8CodeUnitCount == word.count {
            var isSame = true
            for place in 0..<word.count where text[word.lowerBound + place] != name.utf8Start[place] { isSame = false }
            if isSame { return true }
        }
        return false
    }

    private func key(of name: Range<Int>) -> UInt64 { name.reduce(5_381) { ($0 ^ UInt64(text[$1])) &* 0x100_0000_01B3 } }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") }
    private static func isWord(_ byte: UInt8) -> Bool { Alphabet.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 }
    private static func endsStatement(_ byte: UInt8) -> Bool { [0x2C, 0x3B, 0x0A, 0x2E, 0x2B].contains(byte) }

    /// Where a quotation ends that begins here: at the same mark, a bounded way on. An apostrophe within a word begins none.
    private func closing(_ start: Int) -> Int? {
        if text[start] == UInt8(ascii: "'"), start > 0, Alphabet.isAlphanumeric(text[start - 1]) { return nil }
        var end = start + 1
        while end < text.count, end - start <= Self.maximumPieceBytes, text[end] != 0x0A {
            if text[end] == text[start] { return end }
            end += 1
        }
        return nil
    }
}
