/// Pieces of text that a message gives names to or quotes, put together as it says: `a = "ig"; b = "nore"; a + b`. A tiny interpreter: it reads assignments and
/// chains, in one pass, and runs nothing.
struct Fragments {
    private static let maximumPieces = 64
    private static let maximumBytes = 2_000
    private var variables: [[UInt8]: [UInt8]] = [:]
    private var pieces: [[UInt8]] = []
    private var chains: [UInt8] = []
    private var chain: [[UInt8]] = []

    /// What the pieces of a folded text make together; empty when there are no two.
    static func assembled(_ folded: borrowing Span<UInt8>) -> [UInt8] {
        var fragments = Fragments()
        fragments.read(folded)
        guard fragments.pieces.count >= 2 || !fragments.chains.isEmpty else { return [] }
        var result = Array(fragments.pieces.joined(separator: []))
        result.append(contentsOf: [UInt8(ascii: "."), 0x20])
        result += fragments.pieces.joined(separator: [0x20])
        result.append(contentsOf: [UInt8(ascii: "."), 0x20])
        return Array((result + fragments.chains).prefix(3 * maximumBytes))
    }

    private mutating func read(_ text: borrowing Span<UInt8>) {
        var index = 0
        var name: [UInt8] = []
        var isAssignment = false
        var isDefinition = false
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`"), let end = closing(text, index) {
                take(quoted: slice(text, (index + 1)..<end), name: isAssignment || isDefinition ? name : [])
                isAssignment = false
                isDefinition = false
                index = end + 1
            } else if isWord(byte) {
                var end = index
                while end < text.count, isWord(text[end]) { end += 1 }
                let word = slice(text, index..<min(end, index + 24))
                if isAssignment, !Self.articles.contains(word) {
                    // Without quotes: up to what ends a statement.
                    var stop = end
                    while stop < text.count, stop - index < 60, !Self.endsStatement(text[stop]) { stop += 1 }
                    take(quoted: slice(text, index..<stop), name: name)
                    isAssignment = false
                    index = stop
                    continue
                }
                use(Self.name(word))
                // `a is "ig"`: the name stays.
                isDefinition = Self.copulas.contains(word)
                if !isDefinition, !Self.links.contains(word) { name = Self.name(word) }
                index = end
            } else {
                if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":"), !name.isEmpty { isAssignment = isName(name) }
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") { endChain() }
                index += 1
            }
        }
        endChain()
    }

    private static let links: Set<[UInt8]> = Set(["and", "then", "plus", "the", "with", "let", "var", "const", "set", "of"].map { Array($0.utf8) })
    private static let copulas: Set<[UInt8]> = Set(["is", "be", "equals", "means", "as", "holds", "contains", "ist", "es", "est"].map { Array($0.utf8) })
    private static let articles: Set<[UInt8]> = Set(["the", "a", "an"].map { Array($0.utf8) })

    private static func endsStatement(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x3B || byte == 0x0A || byte == 0x2E || byte == 0x2B }

    private func isWord(_ byte: UInt8) -> Bool { Alphabet.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 }

    /// `aは` names `a`.
    private static func name(_ word: [UInt8]) -> [UInt8] {
        let ascii = word.prefix { $0 < 0x80 }
        return ascii.isEmpty ? word : Array(ascii)
    }

    private func isName(_ word: [UInt8]) -> Bool { word.count <= 24 }

    private mutating func take(quoted value: [UInt8], name: [UInt8]) {
        guard pieces.count < Self.maximumPieces, value.count <= 120 else { return }
        pieces.append(value)
        if name.isEmpty { chain.append(value) } else { variables[name] = value }
    }

    /// A name that stands for a piece goes on a chain; another word ends it, but for words that link.
    private mutating func use(_ word: [UInt8]) {
        if let value = variables[word] {
            chain.append(value)
        } else if !Self.links.contains(word) {
            endChain()
        }
    }

    private mutating func endChain() {
        defer { chain.removeAll(keepingCapacity: true) }
        guard chain.count >= 2, chains.count < Self.maximumBytes else { return }
        chains += chain.joined(separator: [])
        chains.append(contentsOf: [UInt8(ascii: "."), 0x20])
        chains += chain.joined(separator: [0x20])
        chains.append(contentsOf: [UInt8(ascii: "."), 0x20])
    }

    /// Where a quotation ends that begins here: at the same mark, at most 120 bytes on. An apostrophe within a word begins none.
    private func closing(_ text: borrowing Span<UInt8>, _ start: Int) -> Int? {
        if text[start] == UInt8(ascii: "'"), start > 0, Alphabet.isAlphanumeric(text[start - 1]) { return nil }
        var end = start + 1
        while end < text.count, end - start <= 120, text[end] != UInt8(ascii: "\n") {
            if text[end] == text[start] { return end }
            end += 1
        }
        return nil
    }

    private func slice(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range { bytes.append(text[index]) }
        return bytes
    }
}
