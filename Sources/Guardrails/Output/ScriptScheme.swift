/// `javascript:` with white space between its letters or before its colon, word by word.
struct ScriptScheme {
    private static let names = ["javascript", "vbscript", "livescript"].map { Array($0.utf8)[...] }

    /// The letters that are still to come, when some have.
    private var rest: ArraySlice<UInt8>?

    /// Where the link begins whose colon is in this word.
    mutating func start(_ word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, rest != nil || "jvlJVL".utf8.contains(first) else { return nil }
        for name in (rest.map { [$0] } ?? []) + Self.names {
            let letters = word.prefix(name.count), behind = word.dropFirst(letters.count)
            guard letters.elementsEqual(name.prefix(letters.count), by: { $0.lowercased == $1 }) else { continue }
            if behind.isEmpty {
                rest = name.dropFirst(letters.count)
                return nil
            }
            if letters.count == name.count, behind.first == UInt8(ascii: ":"), behind.count > 1 { return word.startIndex }
        }
        rest = nil
        return nil
    }
}
