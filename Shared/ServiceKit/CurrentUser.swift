public import Cognito
import HTTPCore
import Platform
public import Web

/// The signed-in learner, from a valid Cognito access token in `Authorization: Bearer`.
///
/// Anything else is a 401 that may not be cached and says whether the token is missing, expired or invalid (RFC 6750 §3); a token that lacks a scope
/// the route requires is a 403. When the user pool's keys cannot be fetched at all, it is our trouble: 503.
public struct CurrentUser: Credential, Sendable {
    /// The learner's identity: the token's `sub`.
    public let id: UserID
    /// What the token says.
    public let token: VerifiedToken

    /// A Cognito access token.
    public static var scheme: SecurityScheme { .cognito }

    /// Verifies the token; most are remembered, so that this costs a look-up.
    public static func find(in context: RequestContext) async throws -> CurrentUser? {
        guard let token = try context.bearerToken(for: scheme) else { return nil }
        let verified = try await verify(token, with: context.provided(TokenVerifier.self))
        context.userID = verified.subject
        try context.requireScopes(verified.scopes, of: scheme)
        return CurrentUser(id: UserID(verified.subject), token: verified)
    }

    /// A bearer scheme, 401 and 503.
    public static func describe(in operation: inout Operation) {
        operation.requires(TokenVerifier.self)
        operation.authenticate(scheme)
    }

    private static func verify(_ token: String, with verifier: TokenVerifier) async throws -> VerifiedToken {
        if let known = verifier.remembered(token) { return known }
        do {
            return try await verifier.verify(token)
        } catch {
            throw httpError(error)
        }
    }

    private static func httpError(_ error: TokenError) -> HTTPError {
        switch error {
        case .expired:
            .unauthorized(
                "The access token has expired; refresh it or sign in again.", type: "token-expired",
                challenge: #"Bearer error="invalid_token", error_description="The access token expired""#)
        case .invalid: scheme.invalid("The access token is not valid here; sign in again.", debugDescription: "\(error)")
        case .unavailable:
            .unavailable(
                "sign-in-unavailable", "Tokens cannot be checked at the moment; try again in a few seconds.", retryAfter: .seconds(5),
                debugDescription: "\(error)")
        }
    }
}

/// A learner's identity: the user pool's `sub`.
public struct UserID: Hashable, Sendable {
    /// The identity as text.
    public let text: String

    /// Wraps an identity.
    public init(_ text: String) { self.text = text }
}

extension SecurityScheme {
    /// A Cognito access token as a bearer token.
    public static let cognito = SecurityScheme("cognito", .bearer(format: "JWT"))
}
