import TextScan

extension RuleBook {
    /// The text with the words masked that it asks about rather than uses: short quotations in a sentence about language. Nil when there are none.
    func withoutMentions(_ views: Views) throws(TextScanError) -> [UInt8]? {
        Mentions.masked(views.folded.bytes.span)
    }
}
