public import HTTPCore

/// A page at the door with a word and perhaps a way on, but nothing to fill in: what went wrong, or where one is going.
public struct GatePage: Sendable {
    private let title: Markup
    private let introduction: Markup
    private let product: Product
    private let language: Language
    private let content: Markup
    private let home: String?

    /// A page.
    ///
    /// - Parameters:
    ///   - home: where the brand leads; nil where it leads nowhere.
    ///   - content: what follows the heading.
    public init(_ title: Markup, _ introduction: Markup, product: Product, language: Language, home: String?, content: Markup) {
        self.title = title
        self.introduction = introduction
        self.product = product
        self.language = language
        self.home = home
        self.content = content
    }

    /// On the way to another page, which follows by itself; whoever waits can go on by hand. The address of this page is told to nobody.
    public static func goingOn(to place: String, product: Product, language: Language) -> Response {
        let page = GatePage(
            GateWords.goingOn[language], GateWords.byItself[language], product: product, language: language, home: DoorPaths.own.signIn,
            content: "<a class=\"button wide\" href=\"\(place)\">\(GateWords.next[language])</a>")
        var response = page.response()
        response.fields.append("Refresh", "0; url=\(place)")
        response.fields.set("Referrer-Policy", "no-referrer")
        return response
    }

    /// The answer.
    public func response(status: Status = .ok) -> Response {
        let gate = Gate(brand: .brand(product.name, href: home), content: "\(Gate.heading(title, [introduction]))\(content)")
        return HousePage(title: "\(title) – \(product.name)", language: language, content: gate.markup).response(status: status)
    }
}

/// What a page says that leads on by itself.
enum GateWords {
    static let goingOn = Phrase("One moment …", "少々お待ちください")
    static let byItself = Phrase("The next page opens by itself.", "次のページが自動的に開きます。")
    static let next = Phrase("Continue", "続ける")
}
