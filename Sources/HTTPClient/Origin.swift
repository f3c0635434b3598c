/// Which server a URL is about (RFC 9110 section 4.3.1): scheme, host and port.
struct Origin: Hashable {
    let isSecure: Bool
    /// In lower case, without the brackets of an IPv6 address.
    let host: String
    let port: UInt16

    /// Reads an absolute `http:` or `https:` URL; nil when it has no host, no usable port, or carries a user.
    init?(url: String) {
        // By bytes: characters cost several times as much, for each call.
        let bytes = url.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else { return nil }
        switch url[..<colon].lowercased() {
        case "http": isSecure = false
        case "https": isSecure = true
        default: return nil
        }
        let rest = bytes[bytes.index(colon, offsetBy: 3)...]
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        let authority = url[rest.startIndex..<end]
        guard !authority.utf8.contains(UInt8(ascii: "@")), let (host, port) = Self.split(authority), !host.isEmpty else { return nil }
        guard let port else {
            self.host = host.lowercased()
            self.port = isSecure ? 443 : 80
            return
        }
        guard let number = UInt16(port), number > 0 else { return nil }
        self.host = host.lowercased()
        self.port = number
    }

    /// Host and port of an authority; a port that is not there is nil, as is an empty one.
    static func split(_ authority: Substring) -> (host: Substring, port: Substring?)? {
        var rest = authority
        var host: Substring
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<bracket]
            rest = authority[authority.index(after: bracket)...]
        } else {
            host = authority[..<(authority.utf8.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex)]
            rest = authority[host.endIndex...]
        }
        if rest.isEmpty { return (host, nil) }
        guard rest.hasPrefix(":") else { return nil }
        return (host, rest.count == 1 ? nil : rest.dropFirst())
    }
}
