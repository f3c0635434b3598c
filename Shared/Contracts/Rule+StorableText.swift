public import JSON

extension Rule where Subject == String {
    /// A line of text: at most so many characters, at least one that is not white space, and no control characters, of which databases refuse
    /// U+0000 and lists show none. White space around it does not count: see `trimmed`.
    public static func storableText(_ bounds: PartialRangeThrough<Int>) -> Rule {
        length(1...bounds.upperBound).and(notBlank).and(
            custom("text may not hold control characters") { text in
                !text.trimmed.unicodeScalars.contains { $0.properties.generalCategory == .control }
            })
    }
}

extension String {
    /// Without white space at either end, the ideographic space among it.
    public var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.properties.isWhitespace || last.properties.isWhitespace else { return self }
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) } ?? start
        return String(scalars[start..<end])
    }
}
