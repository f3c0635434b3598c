import HTTPCore

/// Where OpenAPI and its pages are served.
public struct DocumentationConfiguration: Sendable {
    /// The document.
    public var openAPIPath = "/openapi.json"
    /// The page to try it out; it needs `assetDirectory`.
    public var pagePath = "/docs"
    /// The page to read, which needs nothing else; nil serves none.
    public var referencePath: String? = "/redoc"
    /// The directory with `swagger-ui.css` and `swagger-ui-bundle.js` (Swagger UI 5), read once at start-up; nil serves no page.
    public var assetDirectory: String?

    /// The defaults.
    public init(assetDirectory: String? = nil) { self.assetDirectory = assetDirectory }
}

/// The routes of the documentation, made from the declarations of all others.
struct Documentation {
    let configuration: DocumentationConfiguration
    let title: String

    /// Declares the routes; they are not listed themselves.
    func declare(on group: RouteGroup, document: MountedDocument) {
        let hidden = group.group(options: [.hidden])
        hidden.get(configuration.openAPIPath) { (context: RequestContext) in document.response(to: context) }
        if let path = configuration.referencePath { declareReference(at: path, on: hidden) }
        guard let directory = configuration.assetDirectory else { return }
        guard let style = StaticAsset.read("\(directory)/swagger-ui.css", type: "text/css; charset=utf-8"),
            let script = StaticAsset.read("\(directory)/swagger-ui-bundle.js", type: "text/javascript; charset=utf-8")
        else { return }
        let page = configuration.pagePath, folder = page.split(separator: "/").last ?? ""
        serve(StaticAsset(Array(html(folder).utf8), type: "text/html; charset=utf-8", cacheControl: "no-cache", policy: Self.policy), at: page, on: hidden)
        serve(StaticAsset(Array(start.utf8), type: "text/javascript; charset=utf-8"), at: "\(page)/start.js", on: hidden)
        serve(style, at: "\(page)/swagger-ui.css", on: hidden)
        serve(script, at: "\(page)/swagger-ui-bundle.js", on: hidden)
    }

    func serve(_ asset: StaticAsset, at path: String, on group: RouteGroup) {
        group.get(path) { (context: RequestContext) in asset.response(to: context.request) }
    }

    /// Nothing from elsewhere, no inline scripts; Swagger UI draws its icons from `data:` images.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    /// Addresses are relative, so that the page works wherever the application is mounted.
    private func html(_ folder: Substring) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <link rel="stylesheet" href="\(folder)/swagger-ui.css">
        </head>
        <body>
        <div id="swagger-ui"></div>
        <script src="\(folder)/swagger-ui-bundle.js"></script>
        <script src="\(folder)/start.js"></script>
        </body>
        </html>
        """
    }

    private var start: String {
        """
        SwaggerUIBundle({ url: "\(relativeDocument(from: configuration.pagePath))", dom_id: "#swagger-ui", deepLinking: true, persistAuthorization: false });
        """
    }

    /// The document's address as seen from a page's.
    func relativeDocument(from page: String) -> String {
        page.split(separator: "/").dropLast().map { _ in "../" }.joined() + configuration.openAPIPath.dropFirst()
    }

    func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
    }
}
