public import Encoding

/// A cookie for the client (RFC 6265bis §4.1), checked when it is made.
///
/// By default scripts cannot read it, it travels by TLS alone and not with requests that other sites start: `Path=/; Secure; HttpOnly; SameSite=Lax`.
public struct SetCookie: Sendable, Equatable {
    /// Which requests started by other sites carry the cookie.
    public enum SameSite: String, Sendable, CaseIterable {
        /// None.
        case strict = "Strict"
        /// Those that open a page.
        case lax = "Lax"
        /// All; for `Secure` cookies alone.
        case none = "None"
    }

    /// The longest name and value together in bytes; browsers ignore longer ones (RFC 6265bis §5.6).
    public static let maximumBytes = 4_096

    /// The name.
    public let name: String
    /// The value as it is sent.
    public let value: String
    /// The line in `Set-Cookie`.
    public let text: String
    /// Domain and path as in the line: with the name they say which cookie it is.
    let place: String

    /// A cookie that is well formed and that browsers accept.
    ///
    /// - Parameters:
    ///   - name: a token (RFC 9110 §5.6.2). `__Secure-` demands `Secure`, `__Host-` also the path `/` and no domain.
    ///   - value: printable ASCII without space, quotation mark, comma, semicolon and backslash: encode anything else, for instance in Base64.
    ///   - domain: nil, the default, keeps the cookie from subdomains.
    ///   - lifetime: until when it is kept, in whole seconds; nil, without `expires` too, until the browser ends. Browsers keep it for at most 400 days.
    ///   - expires: the same as a date, for clients that do not know `Max-Age`, which otherwise counts.
    ///   - isPartitioned: whether it is kept apart for each site that embeds ours; demands `Secure`.
    /// - Throws: `CookieProblem`.
    public init(
        _ name: String, _ value: String, domain: String? = nil, path: String = "/", lifetime: Duration? = nil, expires: Timestamp? = nil,
        isSecure: Bool = true, isHTTPOnly: Bool = true, sameSite: SameSite = .lax, isPartitioned: Bool = false
    ) throws(CookieProblem) {
        try CookieSyntax.check(name: name, value: value)
        try CookieSyntax.check(domain: domain, path: path)
        if !isSecure, sameSite == .none || isPartitioned { throw .needsSecure }
        try CookieSyntax.check(prefixOf: name, isSecure: isSecure, isForThisHost: domain == nil && path == "/")
        place = (domain.map { "; Domain=\($0)" } ?? "") + "; Path=\(path)"
        var text = "\(name)=\(value)\(place)"
        if let lifetime { text += "; Max-Age=\(max(0, lifetime.components.seconds))" }
        if let expires { text += "; Expires=\(expires.httpDate)" }
        if isSecure { text += "; Secure" }
        if isHTTPOnly { text += "; HttpOnly" }
        text += "; SameSite=\(sameSite.rawValue)"
        if isPartitioned { text += "; Partitioned" }
        self.name = name
        self.value = value
        self.text = text
    }
}

/// Why a cookie cannot be set.
public enum CookieProblem: Error, Sendable, Equatable {
    /// The name is no token.
    case badName
    /// The value has a byte that must be encoded.
    case badValue
    /// Name and value are longer than 4,096 bytes, or domain or path longer than 1,024.
    case tooLong
    /// The domain has other characters than letters, digits, hyphens and dots.
    case badDomain
    /// The path does not begin with a slash, or has a control, a semicolon or a character beyond ASCII.
    case badPath
    /// `SameSite=None`, `Partitioned` and the prefixes `__Secure-` and `__Host-` are for `Secure` cookies.
    case needsSecure
    /// The prefix `__Host-` is for cookies without a domain and with the path `/`.
    case notForThisHost
}
