public import JSON

extension Rule where Subject == String {
    /// At most so many characters, at least one that is not white space, and no U+0000, which databases refuse.
    public static func storableText(_ bounds: PartialRangeThrough<Int>) -> Rule {
        length(1...bounds.upperBound).and(notBlank).and(
            custom("text may not hold U+0000") { !$0.utf8.contains(0) })
    }
}
