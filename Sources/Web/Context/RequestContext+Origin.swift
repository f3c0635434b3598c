import HTTPCore

// Where the client meant to go, as far as proxies in front of us let us know.
extension RequestContext {
    /// The host the client named, in lower case, without port and last dot; an IPv6 literal without its brackets. Nil for HTTP/1.0 without `Host`.
    ///
    /// The authority of an absolute target counts more than the field (RFC 9112 §3.2.2).
    public var host: String? { authority.map { HostName.split($0).name } }

    /// True when the client spoke HTTPS to the first of the trusted proxies, who says so in `X-Forwarded-Proto`.
    ///
    /// We speak plain HTTP ourselves, and without trusted hops the field is anybody's word: false. Proxies either append to the field or replace it:
    /// with `n` trusted hops the n-th entry from the right counts, or the first when there are fewer.
    public var isSecure: Bool {
        let hops = entrance.configuration.trustedHopCount
        guard hops > 0 else { return false }
        let entries = request.fields.all("X-Forwarded-Proto").flatMap { $0.pieces(separatedBy: ",") }
        guard !entries.isEmpty else { return false }
        return entries[max(0, entries.count - hops)].trimmedSpace().lowercased() == "https"
    }

    /// Host and port as the client wrote them.
    var authority: String? {
        if case .absolute(let authority) = request.target.form { return authority }
        return request.fields[.host]
    }
}

/// The parts of `host[:port]`.
enum HostName {
    /// The name in lower case, without brackets and last dot, and the port when there is one.
    static func split(_ authority: String) -> (name: String, port: String?) {
        let text = authority.lowercased()
        let nameEnd = text.hasPrefix("[") ? text.firstIndex(of: "]") ?? text.endIndex : text.firstIndex(of: ":") ?? text.endIndex
        var name = text[..<nameEnd]
        if name.hasPrefix("[") { name = name.dropFirst() }
        if name.hasSuffix(".") { name = name.dropLast() }
        guard let colon = text[nameEnd...].firstIndex(of: ":") else { return (String(name), nil) }
        let port = text[text.index(after: colon)...]
        return (String(name), port.isEmpty ? nil : String(port))
    }
}
