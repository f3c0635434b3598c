import HTTPCore

extension SecurityScheme {
    /// 401 for a request that shows no credential: the challenge names no error then (RFC 6750 §3.1).
    public var missing: HTTPError { .unauthorized("\(invitation).", challenge: challenge) }

    /// 401 for a credential that is malformed, expired or wrong.
    ///
    /// - Parameter type: the error's, `invalid-token` for bearer tokens and `invalid-credential` for others unless given.
    public func invalid(_ detail: String? = nil, type: String? = nil, debugDescription: String = "") -> HTTPError {
        .unauthorized(
            detail ?? "The credential is not valid here. \(invitation).", type: type ?? (isBearer ? "invalid-token" : "invalid-credential"),
            challenge: isBearer ? #"Bearer error="invalid_token""# : challenge, debugDescription: debugDescription)
    }

    /// 403 for a credential that is good, but not for this (RFC 6750 §3.1).
    func insufficient(_ scopes: [String]) -> HTTPError {
        let list = scopes.joined(separator: " ")
        var error = HTTPError.forbidden("insufficient-scope", "This needs a credential with the scopes: \(list).")
        if isBearer { error.fields.append(.wwwAuthenticate, #"Bearer error="insufficient_scope", scope="\#(list)""#) }
        return error
    }

    /// How to authenticate (RFC 9110 §11.6.1). API keys have no registered scheme; FastAPI calls it the same.
    private var challenge: String {
        switch kind {
        case .bearer, .oauth2, .openIDConnect: "Bearer"
        case .basic(let realm): #"Basic realm="\#(realm)", charset="UTF-8""#
        case .header, .query, .cookie: "APIKey"
        }
    }

    private var invitation: String {
        switch kind {
        case .bearer, .oauth2, .openIDConnect: "Sign in and send the access token as a Bearer token"
        case .basic: "Send a user name and a password as “Authorization: Basic …”"
        case .header(let name): "Send one key in the header field \(name)"
        case .query(let name): "Send one key in the query parameter \(name)"
        case .cookie(let name): "Send one key in the cookie \(name)"
        }
    }
}
