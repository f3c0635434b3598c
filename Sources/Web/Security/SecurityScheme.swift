/// A way to authenticate (OpenAPI 3.1 §4.8.27).
public struct SecurityScheme: Sendable, Hashable {
    /// Where the credential is.
    public enum Kind: Sendable, Hashable {
        /// `Authorization: Bearer` (RFC 6750), with a hint about the token's format.
        case bearer(format: String)
        /// `Authorization: Basic` (RFC 7617); the realm is what browsers ask for.
        case basic(realm: String)
        /// A key in a header of this name.
        case header(String)
        /// A key in a query parameter of this name; addresses are logged by many, so prefer a header.
        case query(String)
        /// A key in a cookie of this name.
        case cookie(String)
        /// A bearer token, to be had by any of these flows (RFC 6749).
        case oauth2([OAuth2Flow])
        /// A bearer token, to be had from the provider described at this address (OpenID Connect Discovery 1.0 §4).
        case openIDConnect(discoveryURL: String)
    }

    /// The name in OpenAPI.
    public let name: String
    /// Where the credential is.
    public let kind: Kind
    /// What it is and how to get one, in CommonMark.
    public let description: String?

    /// A scheme; a name beyond `A-Z a-z 0-9 . _ -`, or a realm with a quotation mark, is our own mistake and traps.
    public init(_ name: String, _ kind: Kind, description: String? = nil) {
        precondition(!name.isEmpty && name.utf8.allSatisfy(Self.isNameByte), "\(name) is no name for a security scheme")
        if case .basic(let realm) = kind { precondition(!realm.utf8.contains { $0 < 32 || $0 == 34 || $0 == 92 || $0 > 126 }, "\(realm) is no realm") }
        self.name = name
        self.kind = kind
        self.description = description
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    /// Whether callers send `Authorization: Bearer`.
    var isBearer: Bool {
        switch kind {
        case .bearer, .oauth2, .openIDConnect: true
        case .basic, .header, .query, .cookie: false
        }
    }
}

/// One way to get a token (RFC 6749 §4, OpenAPI 3.1 §4.8.29).
public struct OAuth2Flow: Sendable, Hashable {
    /// Who asks whom.
    public enum Grant: Sendable, Hashable {
        /// By way of a browser, with PKCE (RFC 6749 §4.1, RFC 7636).
        case authorizationCode(authorizationURL: String, tokenURL: String)
        /// With name and password, which RFC 9700 §2.4 advises against.
        case password(tokenURL: String)
        /// A program for itself (RFC 6749 §4.4).
        case clientCredentials(tokenURL: String)
    }

    /// What a token may allow.
    public struct Scope: Sendable, Hashable {
        /// The name, for instance `words:write`.
        public let name: String
        /// What it allows.
        public let description: String

        /// A scope; a name that is no scope token (RFC 6749 §3.3) is our own mistake and traps.
        public init(_ name: String, _ description: String) {
            precondition(isScopeToken(name), "\(name) is no scope")
            self.name = name
            self.description = description
        }
    }

    /// Who asks whom.
    public let grant: Grant
    /// Where a token is renewed, when not at the token's address.
    public let refreshURL: String?
    /// What tokens may allow.
    public let scopes: [Scope]

    /// A flow.
    public init(_ grant: Grant, refreshURL: String? = nil, scopes: [Scope] = []) {
        self.grant = grant
        self.refreshURL = refreshURL
        self.scopes = scopes
    }
}

/// `scope-token` of RFC 6749 §3.3, which may stand between quotation marks.
func isScopeToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
}
