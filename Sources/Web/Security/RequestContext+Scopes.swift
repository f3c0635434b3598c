extension RequestContext {
    /// The scopes that the route, its groups and its inputs need of callers who authenticate by this scheme (FastAPI's `SecurityScopes`).
    public func requiredScopes(of scheme: SecurityScheme) -> [String] {
        route?.requiredScopes.first { $0.scheme == scheme.name }?.scopes ?? []
    }

    /// Asks for the scopes the route needs; called by the input that has verified a credential.
    ///
    /// - Throws: `HTTPError` 403 `insufficient-scope` with the scopes in the challenge (RFC 6750 §3.1) when one was not granted.
    public func requireScopes(_ granted: [String], of scheme: SecurityScheme) throws(HTTPError) {
        guard let route, !route.requiredScopes.isEmpty else { return }
        let required = requiredScopes(of: scheme)
        guard required.allSatisfy(granted.contains) else { throw scheme.insufficient(required) }
    }
}
