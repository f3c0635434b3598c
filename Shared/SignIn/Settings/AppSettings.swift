public import DesignSystem
public import Platform

/// Where browsers find the other applications: for links from one to the other.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `LANG_PORTAL_ORIGIN` | the portal, `https://lang-portal.app-dw.net`; the account page is there | required, but by the portal itself |
/// | `HAIKU_ORIGIN`, `VOCAB_ORIGIN`, `WRITING_PRACTICE_ORIGIN` | the others | not linked to |
public struct AppSettings: Sendable {
    private let own: Product
    private let others: [Product: String]

    /// Reads the settings of an application; problems are gathered in `environment`. Where it is itself, it knows.
    public init(of own: Product, from environment: inout EnvironmentReader) {
        let variables: [(Product, String)] = [
            (.langPortal, "LANG_PORTAL_ORIGIN"), (.haiku, "HAIKU_ORIGIN"), (.vocab, "VOCAB_ORIGIN"), (.writingPractice, "WRITING_PRACTICE_ORIGIN"),
        ]
        var others: [Product: String] = [:]
        for (product, variable) in variables where product != own && (product == .langPortal || environment.isSet(variable)) {
            others[product] = environment.url(variable)
        }
        self.own = own
        self.others = others
    }

    /// The applications in the order of the switcher, the portal first.
    ///
    /// - Parameter origin: the own one's.
    public func links(at origin: String) -> [AppLink] {
        let order: [Product] = [.langPortal, .haiku, .vocab, .writingPractice]
        return order.compactMap { product in (product == own ? origin : others[product]).map { AppLink(product, href: $0) } }
    }
}
