import Encoding
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
        let claims = try Self.profile(CompactJWS(idToken).payload)
        if let nonce, claims.nonce != nonce { throw .invalid(.missingClaim("nonce")) }
        return LearnerIdentity(token: token, givenName: claims.givenName ?? "", familyName: claims.familyName ?? "")
    }

    private static func profile(_ payload: [UInt8]) throws(TokenError) -> ProfileClaims {
        do { return try JSON.read(ProfileClaims.self, from: payload.span, maximumDepth: 16) } catch { throw .invalid(.malformed) }
    }
}

private struct ProfileClaims: JSONObject {
    let nonce: String?
    let givenName: String?
    let familyName: String?

    static let json = Object(
        "ProfileClaims", { Self(nonce: $0, givenName: $1, familyName: $2) },
        Field("nonce", \.nonce), Field("given_name", \.givenName), Field("family_name", \.familyName))
}
