/// The header of pages behind the door: the brand, the four applications, and the learner's menu.
public struct HouseHeader: Sendable {
    /// Who is signed in.
    public var holder: AccountHolder
    /// The application that shows the page.
    public var product: Product
    /// The language.
    public var language: Language
    /// The address of the page, for the switch of the language.
    public var place: String
    /// Where the account page lies, and where the form goes that signs out.
    public var paths = AccountPaths.own
    /// The applications in the switcher.
    public var apps: [AppLink] = []
    /// Fields that the form sends unseen, such as `csrf_token`.
    public var hidden: [(name: String, value: String)] = []

    /// A header without other applications.
    public init(for holder: AccountHolder, product: Product, language: Language, place: String) {
        self.holder = holder
        self.product = product
        self.language = language
        self.place = place
    }

    /// The element.
    public var markup: Markup {
        """
        <header class="bar">
        \(.brand(product.name, href: home))
        <div class="row">\(apps.isEmpty ? nil : switcher)\(learner)</div>
        </header>
        """
    }

    private var home: String { apps.first { $0.product == product }?.href ?? "/" }

    private var switcher: Markup {
        """
        <details class="menu"><summary class="button plain">\(HeaderWords.apps[language])</summary>
        <nav aria-label="\(HeaderWords.apps[language])"><ul>\(apps.map(app))</ul></nav></details>
        """
    }

    private func app(_ link: AppLink) -> Markup {
        let isHere = link.product == product
        return """
            <li><a href="\(link.href)"\(isHere ? " aria-current=\"true\"" as Markup : nil)><strong>\(link.product.name)</strong>\
            <span class="quiet">\(link.product.tagline(language))</span></a></li>
            """
    }

    private var learner: Markup {
        """
        <details class="menu"><summary class="button plain"><bdi>\(holder.shortName(language))</bdi></summary>
        <nav aria-label="\(HeaderWords.menu[language])"><ul>
        <li><a href="\(paths.profile)"\(place == paths.profile ? " aria-current=\"page\"" as Markup : nil)>\(AccountWords.title[language])</a></li>
        <li>\(.languageLink(to: language.other, href: "\(place)?lang=\(language.other.rawValue)"))</li>
        <li>\(signOut)</li>
        </ul></nav></details>
        """
    }

    private var signOut: Markup {
        .form(paths.signOut, hidden: hidden, language: language, .button(AccountWords.signOut, language, look: "plain", busy: AccountWords.signingOut))
    }
}

/// What the header says.
enum HeaderWords {
    static let apps = Phrase("Apps", "アプリ")
    static let menu = Phrase("Your menu", "メニュー")
}

extension Markup {
    /// The switch to another language, in that language.
    static func languageLink(to language: Language, href: String) -> Markup {
        "<a class=\"language\" lang=\"\(language.rawValue)\" hreflang=\"\(language.rawValue)\" href=\"\(href)\">\(language.name)</a>"
    }
}
