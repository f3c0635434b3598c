import HTTPCore

extension WebSocketOrigins {
    /// True when a page may connect that has this `Origin`.
    ///
    /// - Parameter isSecure: whether the client is known to speak HTTPS to us.
    func allows(_ request: Request, isSecure: Bool, cors: CORSPolicy?) -> Bool {
        let origins = request.fields.all(.origin)
        guard let origin = origins.first else { return true }
        guard origins.count == 1 else { return false }
        switch self {
        case .any: return true
        case .only(let allowed): return allowed.contains(origin)
        case .sameOrCORS: return isSame(origin, request.fields[.host], isSecure) || cors?.allowedOrigins.contains(origin) == true
        }
    }

    /// Compares host and port, and the scheme where it is known: a proxy that nobody told us to trust may have ended TLS.
    private func isSame(_ origin: String, _ host: String?, _ isSecure: Bool) -> Bool {
        for (scheme, port) in [("https://", ":443"), ("http://", ":80")] where origin.hasPrefix(scheme) {
            guard let host, scheme == "https://" || !isSecure else { return false }
            return authority(origin.dropFirst(scheme.count), port) == authority(host[...], port)
        }
        return false
    }

    /// In lower case and without the scheme's own port.
    private func authority(_ text: Substring, _ port: String) -> String {
        let text = text.lowercased()
        return text.hasSuffix(port) ? String(text.dropLast(port.count)) : text
    }
}
