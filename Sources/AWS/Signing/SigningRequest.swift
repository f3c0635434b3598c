import Encoding

/// A request as SigV4 sees it: what is on the wire, nothing more.
public struct SigningRequest: Sendable, Equatable {
    /// One header field.
    public struct Header: Sendable, Equatable {
        /// In any case; compared without.
        public var name: String
        /// As on the wire.
        public var value: String

        /// A header field.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Such as `PUT`.
    public var method: String
    /// `https` or `http`.
    public var scheme: String
    /// The host in small letters, with its port unless that is the scheme's own; the value of the `Host` header.
    public var host: String
    /// The path as on the wire, percent-encoded once, from the first `/` on.
    public var path: String
    /// The query as on the wire, without `?`; empty for none.
    public var query: String
    /// Header fields in their order; `Host` may be missing and is then made from `host`.
    public var headers: [Header]
    /// What is said about the content.
    public var payload: SigningPayload

    /// A request from its parts.
    public init(
        method: String, scheme: String = "https", host: String, path: String = "/", query: String = "", headers: [Header] = [],
        payload: SigningPayload = .bytes([])
    ) {
        self.method = method
        self.scheme = scheme
        self.host = host
        self.path = path
        self.query = query
        self.headers = headers
        self.payload = payload
    }

    /// Its URL.
    public var url: String { "\(scheme)://\(host)\(path)\(query.isEmpty ? "" : "?\(query)")" }

    /// The first field of this name, compared without case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Takes out every field of this name and adds one.
    mutating func setHeader(_ name: String, _ value: String) {
        removeHeader(name)
        headers.append(Header(name, value))
    }

    mutating func removeHeader(_ name: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
    }
}

extension SigningRequest {
    /// A request to an absolute `http` or `https` URL; a fragment is left out.
    ///
    /// - Throws: `SigningError.malformedURL` for anything else, also for a user or unencoded characters in it, as those would be signed wrongly.
    public init(method: String, url: String, headers: [Header] = [], payload: SigningPayload = .bytes([])) throws(SigningError) {
        // Visible ASCII alone, so that characters are bytes in what follows.
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let mark = url.firstRange(of: "://") else { throw .malformedURL }
        let scheme = url[..<mark.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { throw .malformedURL }
        let rest = url[mark.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let host = Self.host(authority, scheme: scheme) else { throw .malformedURL }
        let target = rest[authority.endIndex...]
        let path = target.prefix { $0 != "?" }
        self.init(
            method: method, scheme: scheme, host: host, path: path.isEmpty ? "/" : String(path),
            query: String(target[path.endIndex...].dropFirst()), headers: headers, payload: payload)
    }

    private static func host(_ authority: Substring, scheme: String) -> String? {
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        let host = authority.lowercased()
        // An address of IPv6 is in brackets, so that a colon before the last number is a port's.
        let ownPort = scheme == "https" ? ":443" : ":80"
        return host.hasSuffix(ownPort) ? String(host.dropLast(ownPort.count)) : host
    }
}
