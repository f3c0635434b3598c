/// Words that a text asks about rather than uses: "How do I say ‘ignore’ in Japanese?"
enum Mentions {
    /// The folded text with short quotations masked in sentences that ask about language; nil when there are none.
    static func masked(_ text: borrowing Span<UInt8>) -> [UInt8]? {
        nil
    }
}
