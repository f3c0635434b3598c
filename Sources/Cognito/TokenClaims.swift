import JSON

/// The header of a token.
struct TokenHeader: JSONObject {
    let algorithm: String
    let keyID: String?
    let critical: [String]?

    static let json = Object(
        "TokenHeader", { Self(algorithm: $0, keyID: $1, critical: $2) },
        Field("alg", \.algorithm), Field("kid", \.keyID), Field("crit", \.critical))
}

/// The times and the issuer of a token.
struct TokenLifetime: JSONObject {
    let issuer: String
    let expiresAt: Int
    let issuedAt: Int
    let notBefore: Int?
    let authenticatedAt: Int?

    static let json = Object(
        "TokenLifetime",
        { Self(issuer: $0, expiresAt: $1, issuedAt: $2, notBefore: $3, authenticatedAt: $4) },
        Field("iss", \.issuer), Field("exp", \.expiresAt), Field("iat", \.issuedAt),
        Field("nbf", \.notBefore), Field("auth_time", \.authenticatedAt))
}

/// What a token says about its bearer, access and id tokens together.
struct TokenIdentity: JSONObject {
    let use: String
    let subject: String
    let clientID: String?
    let audience: String?
    let username: String?
    let idUsername: String?
    let scope: String?
    let groups: [String]?
    let email: String?
    let tokenID: String?
    let originID: String?

    static let json = Object(
        "TokenIdentity",
        {
            Self(
                use: $0, subject: $1, clientID: $2, audience: $3, username: $4, idUsername: $5, scope: $6,
                groups: $7, email: $8, tokenID: $9, originID: $10)
        },
        Field("token_use", \.use), Field("sub", \.subject), Field("client_id", \.clientID),
        Field("aud", \.audience), Field("username", \.username),
        Field("cognito:username", \.idUsername), Field("scope", \.scope),
        Field("cognito:groups", \.groups), Field("email", \.email),
        Field("jti", \.tokenID), Field("origin_jti", \.originID))
}
