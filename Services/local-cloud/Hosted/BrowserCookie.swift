import HTTPCore
import Web

/// The cookie by which a browser is signed in at the hosted pages: `cognito`, an hour, `HttpOnly`, `SameSite=Lax`; where the pages are behind TLS
/// `__Host-cognito`, which no sibling sub-domain can set.
struct BrowserCookie: Sendable {
    /// Whether the pages are behind TLS.
    let isSecure: Bool

    init(pages: String) { isSecure = pages.hasPrefix("https://") }

    /// The name of a cookie of ours.
    func name(_ base: String) -> String { isSecure ? "__Host-\(base)" : base }

    /// What a cookie of ours holds; nil for two of one name, of which one is not from us.
    func value(_ base: String, in context: RequestContext) -> String? {
        let values = context.cookies(name(base))
        return values.count == 1 ? values[0] : nil
    }

    /// Who is signed in.
    func session(in context: RequestContext, of pool: UserPool) -> (user: User, session: BrowserSession)? {
        value(Self.base, in: context).flatMap(pool.browser)
    }

    func set(_ cookie: String, in context: RequestContext) throws {
        context.setCookie(try SetCookie(name(Self.base), cookie, lifetime: BrowserSession.lifetime, isSecure: isSecure))
    }

    func delete(in context: RequestContext) throws { context.setCookie(try .deleting(name(Self.base), isSecure: isSecure)) }

    static let base = "cognito"
}
