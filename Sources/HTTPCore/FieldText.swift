// Values of fields, read by exact scalars and never by `Character`: to Swift U+037E is a semicolon, and a comma that follows U+0602 is part of another
// character, so that a client could make separators of its own or hide ours.
extension StringProtocol where SubSequence == Substring {
    /// The pieces between the occurrences of a separator.
    public func pieces(separatedBy separator: Unicode.Scalar, maximumSplits: Int = .max, omittingEmpty: Bool = true) -> [Substring] {
        self[...].unicodeScalars.split(separator: separator, maxSplits: maximumSplits, omittingEmptySubsequences: omittingEmpty).map { Substring($0) }
    }

    /// What stands before and after the first occurrence of a separator; nil when there is none.
    public func divided(at separator: Unicode.Scalar) -> (before: Substring, after: Substring)? {
        guard let place = unicodeScalars.firstIndex(of: separator) else { return nil }
        return (self[..<place], self[unicodeScalars.index(after: place)...])
    }

    /// The text without spaces and tabs at its ends (OWS, RFC 9110 §5.6.3).
    public func trimmedSpace() -> Substring {
        var scalars = self[...].unicodeScalars.drop { $0 == " " || $0 == "\t" }
        while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
        return Substring(scalars)
    }

    /// True for the same scalars; `==` also takes other spellings of a character for it.
    public func isExactly(_ other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }
}
