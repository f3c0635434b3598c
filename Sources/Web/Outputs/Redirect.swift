import Encoding
public import HTTPCore

/// Sends the caller to another address; by default only within the same site, so that no link can be made that leads from us to somebody else's.
public struct Redirect: ResponseOutput, Sendable {
    /// Where it may lead.
    public enum Reach: Sendable, Equatable {
        /// Paths, and absolute addresses with the host the request was sent to.
        case sameSite
        /// These origins too, such as `https://login.example.com`.
        case origins([String])
        /// Anywhere: only for addresses no caller has a part in.
        case anywhere
    }

    /// Where to.
    public var location: String
    /// The status; nil takes the route's.
    public var status: Status?
    /// Where it may lead.
    public var reach: Reach

    /// 307, or the status the route declares: the same method again, this time only.
    public init(to location: String, status: Status? = nil, reach: Reach = .sameSite) {
        precondition(status.map { [301, 302, 303, 307, 308].contains($0.code) } ?? true, "a redirect has the status 301, 302, 303, 307 or 308")
        self.location = location
        self.status = status
        self.reach = reach
    }

    /// 303: look there with GET, as after a form.
    public static func seeOther(_ location: String, reach: Reach = .sameSite) -> Redirect { Redirect(to: location, status: 303, reach: reach) }

    /// 308: the same method, there from now on.
    public static func permanent(_ location: String, reach: Reach = .sameSite) -> Redirect { Redirect(to: location, status: 308, reach: reach) }

    /// 307
    public static var status: Status { 307 }

    /// An answer with `Location`, percent-encoded where it has to be.
    ///
    /// - Throws: `HTTPError` 400 when it would lead out of reach.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        guard isInReach(host: context.request.fields[.host]) else { throw HTTPError.foreignRedirect }
        return Response(status: self.status ?? status, fields: [.location: PercentEncoding.encode(location, allowed: Self.allowed)])
    }

    /// An answer without content.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status) }

    /// What may stand in an address (RFC 3986), percent sequences included; backslashes and controls, which browsers read in ways of their own, may not.
    private static let allowed = PercentEncoding.AllowedBytes(unreservedAnd: ":/?#[]@!$&'()*+,;=%")
}

// MARK: - Reach

extension Redirect {
    private func isInReach(host: String?) -> Bool {
        if reach == .anywhere { return true }
        let bytes = location.utf8
        // `//host` takes over the scheme only, and browsers read a backslash as a slash.
        if bytes.prefix(2).count == 2, bytes.prefix(2).allSatisfy({ $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) { return false }
        guard let scheme = Self.scheme(of: location) else { return true }
        guard let origin = Self.origin(of: location, scheme) else { return false }
        if let host, origin.authority == host.lowercased() { return true }
        guard case .origins(let origins) = reach else { return false }
        return origins.contains { $0.lowercased() == "\(origin.scheme)://\(origin.authority)" }
    }

    /// What stands before the first colon when it is a scheme (RFC 3986 §3.1); white space and controls before it do not hide it, as browsers drop them.
    private static func scheme(of location: String) -> String? {
        let text = location.drop { $0.unicodeScalars.allSatisfy { $0.value <= 0x20 } }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon].lowercased()
        guard let first = scheme.utf8.first, first &- 97 < 26 else { return nil }
        return scheme.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || "+-.".utf8.contains($0) } ? scheme : nil
    }

    /// Scheme and authority of an http address; an authority with a user or a backslash never equals one of ours.
    private static func origin(of location: String, _ scheme: String) -> (scheme: String, authority: String)? {
        guard scheme == "http" || scheme == "https", location.lowercased().hasPrefix("\(scheme)://") else { return nil }
        let authority = location.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return (scheme, authority.lowercased())
    }
}

extension HTTPError {
    static var foreignRedirect: HTTPError {
        HTTPError(.badRequest, type: "foreign-redirect", detail: "The address to go on to is not on this site; give a path that starts with one slash.")
    }
}
