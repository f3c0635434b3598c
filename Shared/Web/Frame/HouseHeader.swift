/// The header of pages behind the door: the brand, the four applications, and the learner's menu.
struct HouseHeader {
    let page: AccountPage

    private var language: Language { page.language }

    var markup: Markup {
        """
        <header class="bar">
        \(.brand(page.product.name, href: home))
        <div class="row">\(page.apps.isEmpty ? nil : apps)\(learner)</div>
        </header>
        """
    }

    private var home: String { page.apps.first { $0.product == page.product }?.href ?? "/" }

    private var apps: Markup {
        """
        <details class="menu"><summary class="button plain">\(HeaderWords.apps[language])</summary>
        <nav aria-label="\(HeaderWords.apps[language])"><ul>\(page.apps.map(app))</ul></nav></details>
        """
    }

    private func app(_ link: AppLink) -> Markup {
        let isHere = link.product == page.product
        return """
            <li><a href="\(link.href)"\(isHere ? " aria-current=\"true\"" as Markup : nil)><strong>\(link.product.name)</strong>\
            <span class="quiet">\(link.product.tagline(language))</span></a></li>
            """
    }

    private var learner: Markup {
        """
        <details class="menu"><summary class="button plain"><bdi>\(page.holder.shortName(language))</bdi></summary>
        <nav aria-label="\(HeaderWords.menu[language])"><ul>
        <li><a href="\(page.paths.profile)" aria-current="page">\(AccountWords.title[language])</a></li>
        <li>\(.languageLink(to: language.other, href: "\(page.paths.profile)?lang=\(language.other.rawValue)"))</li>
        <li>\(page.form(page.paths.signOut, page.button(AccountWords.signOut, "plain", busy: AccountWords.signingOut)))</li>
        </ul></nav></details>
        """
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
