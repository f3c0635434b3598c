import JSON

/// What a token says, access and id tokens together; what it leaves out is nil.
struct TokenClaims {
    var issuer: String?
    var use: String?
    var subject: String?
    var clientID: String?
    var audience: String?
    var username: String?
    var idUsername: String?
    var scope: String?
    var groups: [String]?
    var email: String?
    var tokenID: String?
    var originID: String?
    var expiresAt: Int64?
    var issuedAt: Int64?
    var notBefore: Int64?
    var authenticatedAt: Int64?

    /// - Throws: for a text that is no object, or has a member of a wrong kind.
    init(_ bytes: [UInt8]) throws(TokenError) { try TokenMembers.read(.payload, bytes, into: &self) }
}

extension TokenClaims: TokenMember {
    mutating func take(_ name: JSONReader.Name, _ value: inout JSONReader) throws(TokenError) -> Bool {
        switch name {
        case "sub": subject = try value.text(name, in: .payload)
        case "cognito:groups": groups = try value.texts(name, in: .payload)
        case "iss": issuer = try value.text(name, in: .payload)
        case "client_id": clientID = try value.text(name, in: .payload)
        case "origin_jti": originID = try value.text(name, in: .payload)
        case "token_use": use = try value.text(name, in: .payload)
        case "scope": scope = try value.text(name, in: .payload)
        case "auth_time": authenticatedAt = try value.time(name, in: .payload)
        case "exp": expiresAt = try value.time(name, in: .payload)
        case "iat": issuedAt = try value.time(name, in: .payload)
        case "jti": tokenID = try value.text(name, in: .payload)
        case "username": username = try value.text(name, in: .payload)
        case "aud": audience = try value.text(name, in: .payload)
        case "cognito:username": idUsername = try value.text(name, in: .payload)
        case "email": email = try value.text(name, in: .payload)
        case "nbf": notBefore = try value.time(name, in: .payload)
        default: return false
        }
        return true
    }
}
