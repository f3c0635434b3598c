public import DesignSystem
public import Platform

/// Where browsers find the other applications: for links from one to the other.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `LANG_PORTAL_ORIGIN` | the portal, `https://lang-portal.app-dw.net`; the account page is there | required |
/// | `HAIKU_ORIGIN`, `VOCAB_ORIGIN`, `WRITING_PRACTICE_ORIGIN` | the others | not linked to |
public struct AppSettings: Sendable {
    private let portal: String
    private let others: [(product: Product, origin: String)]

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        portal = environment.url("LANG_PORTAL_ORIGIN")
        let known: [(Product, String)] = [(.haiku, "HAIKU_ORIGIN"), (.vocab, "VOCAB_ORIGIN"), (.writingPractice, "WRITING_PRACTICE_ORIGIN")]
        others = known.compactMap { product, variable in environment.isSet(variable) ? (product, environment.url(variable)) : nil }
    }

    /// The applications in the order of the switcher, the portal first.
    public func links(own product: Product, at origin: String) -> [AppLink] {
        let order: [Product] = [.langPortal, .haiku, .vocab, .writingPractice]
        let known = [(.langPortal, portal)] + others.filter { $0.product != product } + (product == .langPortal ? [] : [(product, origin)])
        return order.compactMap { wanted in known.first { $0.0 == wanted }.map { AppLink($0.0, href: $0.1) } }
    }
}
