public import HTTPCore
import JSON

/// What the OpenAPI document says of the API as a whole, beside its title, version and text (OpenAPI 3.1 §4.8.1, §4.8.2).
public struct OpenAPIInformation: Sendable {
    /// Where the API is served; none means where the document is.
    public var servers: [APIServer] = []
    /// What the tags mean, in the order in which readers see them.
    public var tags: [APITag] = []
    /// Whom to ask.
    public var contact: APIContact?
    /// Under which licence the API may be used.
    public var license: APILicense?
    /// Where the terms of its use are.
    public var termsOfService: String?
    /// More about it, elsewhere.
    public var externalDocumentation: ExternalDocumentation?
    /// How callers authenticate, each way sufficient, on every route that neither says otherwise nor is `openToAll`; for the documentation alone.
    public var security: [SecurityScheme] = []
    /// Names the operations that declare no name, from method, path template and tags; names given twice get numbers.
    public var operationID: @Sendable (_ method: HTTPCore.Method, _ template: String, _ tags: [String]) -> String = { method, template, _ in
        let words = template.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return ([method.name.lowercased()] + words.map(String.init)).joined(separator: "_")
    }

    /// Nothing beyond the routes.
    public init() {}
}

/// A place where the API is served (OpenAPI 3.1 §4.8.5).
public struct APIServer: Sendable {
    let url: String
    let description: String

    /// A place; the address may be relative to that of the document.
    public init(_ url: String, _ description: String = "") {
        self.url = url
        self.description = description
    }
}

/// What a tag means (OpenAPI 3.1 §4.8.22).
public struct APITag: Sendable {
    let name: String
    let description: String
    let externalDocumentation: ExternalDocumentation?

    /// A tag with a text in CommonMark.
    public init(_ name: String, _ description: String = "", externalDocumentation: ExternalDocumentation? = nil) {
        self.name = name
        self.description = description
        self.externalDocumentation = externalDocumentation
    }
}

/// Whom to ask about the API (OpenAPI 3.1 §4.8.3).
public struct APIContact: Sendable {
    let name: String?, url: String?, email: String?

    /// Somebody, with at least one way to reach them.
    public init(name: String? = nil, url: String? = nil, email: String? = nil) {
        self.name = name
        self.url = url
        self.email = email
    }
}

/// A licence (OpenAPI 3.1 §4.8.4).
public struct APILicense: Sendable {
    let name: String, identifier: String?

    /// A licence by its name and its SPDX identifier.
    public init(_ name: String, identifier: String? = nil) {
        self.name = name
        self.identifier = identifier
    }
}

/// More about something, elsewhere (OpenAPI 3.1 §4.8.11).
public struct ExternalDocumentation: Sendable {
    let url: String
    let description: String

    /// An address and what is there.
    public init(url: String, description: String = "") {
        self.url = url
        self.description = description
    }
}
