import JSON

/// Who signed in, as an ID token says.
public struct LearnerIdentity: Sendable, Equatable {
    /// The verified token.
    public let token: VerifiedToken
    /// `given_name`; empty where the user has none.
    public let givenName: String
    /// `family_name`; empty where the user has none.
    public let familyName: String
}

extension TokenVerifier {
    /// Verifies an ID token and reads who it is about. The verifier's policy must accept ID tokens.
    ///
    /// - Parameter nonce: what the attempt to sign in sent; a token with another one, or none, was made for another attempt (OpenID Connect Core 1.0
    ///   §3.1.3.7). Nil when there was no such attempt.
    public func verifyIdentity(_ idToken: String, nonce: String?) async throws(TokenError) -> LearnerIdentity {
        let token = try await verify(idToken)
        let profile = try ProfileClaims(CompactJWS(idToken).decoded(.payload))
        if let nonce {
            guard let claimed = profile.nonce else { throw .invalid(.missingClaim("nonce")) }
            guard claimed == nonce else { throw .invalid(.malformedClaim("nonce")) }
        }
        return LearnerIdentity(token: token, givenName: profile.givenName ?? "", familyName: profile.familyName ?? "")
    }
}

/// What an ID token says of a person beside what all tokens say.
private struct ProfileClaims {
    var nonce: String?
    var givenName: String?
    var familyName: String?

    init(_ payload: [UInt8]) throws(TokenError) { try TokenMembers.read(.payload, payload, into: &self) }
}

extension ProfileClaims: TokenMember {
    mutating func take(_ name: JSONReader.Name, _ value: inout JSONReader) throws(TokenError) -> Bool {
        switch name {
        case "nonce": nonce = try value.text(name, in: .payload)
        case "given_name": givenName = try value.text(name, in: .payload)
        case "family_name": familyName = try value.text(name, in: .payload)
        default: return false
        }
        return true
    }
}
