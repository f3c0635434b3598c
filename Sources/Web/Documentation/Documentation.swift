/// Where OpenAPI and its page are served.
public struct DocumentationConfiguration: Sendable {
    /// The document.
    public var openAPIPath = "/openapi.json"
    /// The page.
    public var pagePath = "/docs"
    /// The directory with `swagger-ui.css` and `swagger-ui-bundle.js`, read at start-up; nil serves no page.
    public var assetDirectory: String?

    /// The defaults.
    public init(assetDirectory: String? = nil) { self.assetDirectory = assetDirectory }
}

enum Documentation {
    static func declare(on group: RouteGroup, _ configuration: ApplicationConfiguration) {}
}
