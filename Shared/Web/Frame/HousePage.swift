public import HTTPCore

/// A document of the house: head, skip link and body. Nothing is loaded but the house's own style sheet, scripts and icon.
public struct HousePage: Sendable {
    /// The window's title.
    public var title: Markup
    /// The language of the document.
    public var language: Language
    /// The body's content; a `<main id="main" tabindex="-1">` is expected in it.
    public var content: Markup
    /// The modules the page starts.
    public var scripts: [HouseScript]
    /// Further elements of the head: a service's own style sheet and module (`HouseAsset.link`, `ScriptModules.start(_:)`).
    public var head: Markup = ""
    /// Whether the page plays sounds of our own.
    public var playsSounds = false
    /// Origins beside our own that the page's forms may end at.
    public var formActionOrigins: [String] = []

    /// A page.
    public init(title: Markup, language: Language, scripts: [HouseScript] = [], content: Markup) {
        self.title = title
        self.language = language
        self.scripts = scripts
        self.content = content
    }

    /// The answer: kept nowhere, and never compressed, for it mixes a secret (the CSRF token) with what is typed (BREACH, CVE-2013-3587).
    public func response(status: Status = .ok) -> Response {
        let fields: Fields = [
            .contentType: "text/html; charset=utf-8", "Content-Language": language.rawValue, .cacheControl: "no-store, no-transform",
            .vary: "Accept-Language, Cookie", .contentSecurityPolicy: PagePolicy(formActionOrigins: formActionOrigins, playsSounds: playsSounds).text,
        ]
        return Response(status: status, fields: fields, body: .bytes(Array(document.text.utf8)))
    }

    /// `same-origin`: without a referrer, browsers call the origin of our own forms `null`. Source: WHATWG Fetch, "append a request `Origin` header".
    private var document: Markup {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)">
        <meta name="theme-color" content="#171614" media="(prefers-color-scheme: dark)">
        <meta name="referrer" content="same-origin">
        <title>\(title)</title>
        <link rel="stylesheet" href="\(HouseAssets.style.path)">
        <link rel="icon" type="image/svg+xml" href="\(HouseAssets.seal.path)">
        \(scripts.map(\.markup))\(head)
        </head>
        <body>
        <a class="skip button secondary" href="#main">\(FrameWords.skip[language])</a>
        \(content)
        <p class="visually-hidden" id="live" role="status"></p>
        </body>
        </html>

        """
    }
}
