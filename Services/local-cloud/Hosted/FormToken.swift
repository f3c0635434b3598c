import Crypto
import Encoding
import HTTPCore
import Web

/// Shows that a form was filled in on a page of ours: a random cookie, and a field that only we can make of it.
///
/// Cognito compares the cookie `XSRF-TOKEN` with a field of the same text, which a sibling sub-domain that sets the cookie can do too. Here the field is
/// a code of the cookie under a key of this process; behind TLS the cookie's name keeps siblings out (`__Host-`).
struct FormToken: Sendable {
    let cookie: BrowserCookie
    private let key = SecureRandom.bytes(32)

    static let base = "XSRF-TOKEN"
    /// The name of the field.
    static let field = "csrf_token"

    init(_ cookie: BrowserCookie) { self.cookie = cookie }

    /// The field's value for this browser, which gets the cookie if it has none.
    func issue(to context: RequestContext) throws -> String {
        if let visitor = visitor(in: context) { return code(of: visitor) }
        let visitor = Base64.encode(SecureRandom.bytes(32), alphabet: .urlSafe, padded: false)
        context.setCookie(try SetCookie(cookie.name(Self.base), visitor, lifetime: .seconds(3_600), isSecure: cookie.isSecure))
        return code(of: visitor)
    }

    /// Whether the field is that of this browser.
    func isRight(_ field: String?, in context: RequestContext) -> Bool {
        guard let field, let visitor = visitor(in: context) else { return false }
        return constantTimeEqual(Array(field.utf8), Array(code(of: visitor).utf8))
    }

    private func visitor(in context: RequestContext) -> String? { cookie.value(Self.base, in: context).flatMap { $0.utf8.count == 43 ? $0 : nil } }

    private func code(of visitor: String) -> String {
        Base64.encode(HMACSHA256.code(Array("form \(visitor)".utf8), key: key), alphabet: .urlSafe, padded: false)
    }
}
