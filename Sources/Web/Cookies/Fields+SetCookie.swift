import Encoding
public import HTTPCore

extension Fields {
    /// Adds a cookie; one of the same name, domain and path that was set before is replaced (RFC 6265bis §4.1.1).
    public mutating func setCookie(_ cookie: SetCookie) {
        let before = all(.setCookie), others = before.filter { !cookie.replaces($0) }
        if others.count < before.count {
            remove(.setCookie)
            for line in others { append(.setCookie, line) }
        }
        append(.setCookie, cookie.text)
    }
}

extension SetCookie {
    /// Makes the client forget a cookie: name, domain and path must be those it was set with.
    ///
    /// - Parameter isSecure: false for one that was set without `Secure` and is deleted without TLS.
    /// - Throws: `CookieProblem`.
    public static func deleting(_ name: String, domain: String? = nil, path: String = "/", isSecure: Bool = true) throws(CookieProblem) -> SetCookie {
        try SetCookie(name, "", domain: domain, path: path, lifetime: .zero, expires: Timestamp(secondsSinceEpoch: 0), isSecure: isSecure)
    }

    fileprivate func replaces(_ line: String) -> Bool {
        guard line.hasPrefix("\(name)=") else { return false }
        let rest = line.drop { $0 != ";" }
        return rest == place || rest.hasPrefix(place + ";")
    }
}

extension RequestContext {
    /// Sets a cookie with the answer of a handler that returns normally.
    ///
    /// ```swift
    /// try context.setCookie(SetCookie("__Host-session", session.id, lifetime: .seconds(3600)))
    /// ```
    /// When an error takes the place of the answer its fields are all that is sent, as in FastAPI: `error.fields.setCookie(_:)`.
    public func setCookie(_ cookie: SetCookie) { responseFields.setCookie(cookie) }

    /// Makes the client forget a cookie that was set with this domain and path.
    ///
    /// - Throws: `CookieProblem`.
    public func deleteCookie(_ name: String, domain: String? = nil, path: String = "/") throws(CookieProblem) {
        setCookie(try .deleting(name, domain: domain, path: path))
    }
}
