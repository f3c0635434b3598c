import JSON

extension SecurityScheme {
    /// The scheme as OpenAPI writes it.
    var fragment: JSONFragment {
        var members: [JSONFragment.Member]
        switch kind {
        case .bearer(let format): members = [.init("type", "http"), .init("scheme", "bearer"), .init("bearerFormat", .string(format))]
        case .basic: members = [.init("type", "http"), .init("scheme", "basic")]
        case .header(let field): members = Self.key(field, in: "header")
        case .query(let parameter): members = Self.key(parameter, in: "query")
        case .cookie(let cookie): members = Self.key(cookie, in: "cookie")
        case .oauth2(let flows): members = [.init("type", "oauth2"), .init("flows", .object(flows.map(\.member)))]
        case .openIDConnect(let url): members = [.init("type", "openIdConnect"), .init("openIdConnectUrl", .string(url))]
        }
        if let description { members.append(.init("description", .string(description))) }
        return .object(members)
    }

    private static func key(_ name: String, in place: String) -> [JSONFragment.Member] {
        [.init("type", "apiKey"), .init("in", .string(place)), .init("name", .string(name))]
    }
}

extension OAuth2Flow {
    fileprivate var member: JSONFragment.Member {
        let name: String
        var members: [JSONFragment.Member] = []
        switch grant {
        case .authorizationCode(let authorizationURL, let tokenURL):
            name = "authorizationCode"
            members = [.init("authorizationUrl", .string(authorizationURL)), .init("tokenUrl", .string(tokenURL))]
        case .password(let tokenURL):
            name = "password"
            members = [.init("tokenUrl", .string(tokenURL))]
        case .clientCredentials(let tokenURL):
            name = "clientCredentials"
            members = [.init("tokenUrl", .string(tokenURL))]
        }
        if let refreshURL { members.append(.init("refreshUrl", .string(refreshURL))) }
        members.append(.init("scopes", .object(scopes.map { .init($0.name, .string($0.description)) })))
        return JSONFragment.Member(name, .object(members))
    }
}
