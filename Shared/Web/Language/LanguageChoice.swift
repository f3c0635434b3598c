import Encoding
import HTTPCore
public import Web

/// The language of a request: chosen now by `?lang=ja`, before (the cookie `lang`), or by the browser's `Accept-Language`.
public struct LanguageChoice: Sendable {
    /// The language to answer in.
    public let language: Language
    /// Remembers a choice made now for a year; nil where none was made.
    public let cookie: SetCookie?

    /// Reads a request.
    ///
    /// - Parameters:
    ///   - domain: where the choice is remembered, so that four hosts share it; nil for this host alone.
    ///   - isSecure: whether the cookie travels by TLS alone.
    public static func of(_ context: RequestContext, domain: String? = nil, isSecure: Bool = true) -> LanguageChoice {
        if let chosen = chosen(in: context.request.target.query) {
            let cookie = try? SetCookie(cookieName, chosen.rawValue, domain: domain, lifetime: .seconds(365 * 86_400), isSecure: isSecure, isHTTPOnly: false)
            return LanguageChoice(language: chosen, cookie: cookie)
        }
        let remembered = context.cookies(cookieName).lazy.compactMap { Language(rawValue: $0) }.first
        return LanguageChoice(language: remembered ?? .preferred(acceptLanguage: context.request.fields[.acceptLanguage]), cookie: nil)
    }

    /// The name of the cookie and of the parameter.
    static let cookieName = "lang"

    private static func chosen(in query: String?) -> Language? {
        guard let query, let pairs = try? QueryString(parsing: query, maximumPairs: 100) else { return nil }
        return pairs.last(cookieName).flatMap { Language(rawValue: $0) }
    }
}

extension FieldName {
    static var acceptLanguage: FieldName { "Accept-Language" }
}
