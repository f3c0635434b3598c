/// How long sessions live and what their cookie is like.
public struct SessionPolicy: Sendable {
    /// The name of the cookie; sent as `__Host-` and this where it is secure, so that no subdomain and no plain HTTP can plant one (RFC 6265bis §4.1.3.2).
    public var cookieName = "session"
    /// False where browsers come by plain HTTP, for development: no `Secure`, no `__Host-`.
    public var isSecure = true
    /// A session that nobody used for this long is over.
    public var idleLimit: Duration = .seconds(14 * 86_400)
    /// A session is over this long after it began or was renewed, however much it is used.
    public var lifetime: Duration = .seconds(90 * 86_400)
    /// An unchanged session is sent anew when it is used this long after it was last sent, so that it slides and not every answer has a cookie.
    public var slideInterval: Duration = .seconds(86_400)

    /// The defaults.
    public init() {}

    var fullName: String { (isSecure ? "__Host-" : "") + cookieName }

    var isSound: Bool {
        let isName = !cookieName.isEmpty && (try? CookieSyntax.check(name: fullName, value: "")) != nil
        return isName && slideInterval >= .zero && slideInterval < idleLimit && idleLimit <= lifetime && idleLimit >= .seconds(1)
    }
}
