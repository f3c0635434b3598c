/// Whom the data of a page are from, at its end, as licences ask for; in English, as they are written.
public struct CreditFooter: Sendable {
    private let statement: String
    private let licence: String
    private let more: String
    private let language: Language

    /// A footer.
    ///
    /// - Parameters:
    ///   - statement: what the licence wants to be said.
    ///   - licence: its address.
    ///   - more: what is said of other data.
    public init(_ statement: String, licence: String, more: String, _ language: Language) {
        self.statement = statement
        self.licence = licence
        self.more = more
        self.language = language
    }

    /// The element.
    public var markup: Markup {
        """
        <footer class="credit quiet" lang="en"><p>\(statement) <a href="\(licence)" rel="noopener" lang="\(language.rawValue)">\(Self.link[language])</a> \(more)</p></footer>
        """
    }

    private static let link = Phrase("Read the licence", "ライセンスを読む")
}
