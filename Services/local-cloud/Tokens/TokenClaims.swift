import Crypto
import Encoding
import JSON
import Platform

/// The claims of Cognito's tokens, in its order.
enum TokenClaims {
    /// What all tokens of one answer share.
    struct Moment: Sendable {
        var issuer: String
        var clientID: String
        var eventID: String
        var issuedAt: UnixTime
        var lifetime: Duration
    }

    /// What an authorization request or a refresh at the token end point asked for.
    struct Hosted: Sendable {
        var scopes: ScopeSet
        /// Binds the ID token to the request (OpenID Connect Core §3.1.2.1); not in refreshed ones.
        var nonce: String?
    }

    /// What an API may know.
    static func access(_ user: User, _ session: RefreshSession, _ moment: Moment, _ scopes: ScopeSet) -> JSONFragment {
        let device = session.confirmedDevice.map { [JSONFragment.Member("device_key", .string($0))] } ?? []
        return .object(
            subject(user) + device + [
                .init("iss", .string(moment.issuer)), .init("client_id", .string(moment.clientID)), .init("origin_jti", .string(session.originID)),
                .init("event_id", .string(moment.eventID)), .init("token_use", "access"), .init("scope", .string(scopes.text)),
            ] + times(session, moment) + [.init("username", .string(user.sub))])
    }

    /// Who the learner is.
    static func id(_ user: User, _ session: RefreshSession, _ moment: Moment, _ hosted: Hosted?, _ accessToken: String) -> JSONFragment {
        let scopes = hosted?.scopes ?? .api
        return .object(
            (hosted == nil ? [] : [.init("at_hash", .string(hash(of: accessToken)))]) + subject(user)
                + (scopes.opens("email_verified") ? [.init("email_verified", .bool(user.isConfirmed))] : []) + [
                    .init("iss", .string(moment.issuer)), .init("cognito:username", .string(user.sub)), .init("origin_jti", .string(session.originID)),
                    .init("aud", .string(moment.clientID)), .init("event_id", .string(moment.eventID)), .init("token_use", "id"),
                ] + (hosted?.nonce.map { [.init("nonce", .string($0))] } ?? []) + times(session, moment)
                + (scopes.opens("email") ? [.init("email", .string(user.email.text))] : [])
                + user.attributes.filter { scopes.opens($0.name) }.map { .init($0.name, .string($0.value)) })
    }

    /// The left half of the SHA-256 (OpenID Connect Core §3.1.3.6).
    private static func hash(of accessToken: String) -> String {
        Base64.encode(Array(SHA256.hash(accessToken).prefix(16)), alphabet: .urlSafe, padded: false)
    }

    private static func subject(_ user: User) -> [JSONFragment.Member] {
        let sub = JSONFragment.Member("sub", .string(user.sub))
        return user.groups.isEmpty ? [sub] : [sub, .init("cognito:groups", .array(user.groups.map { .string($0) }))]
    }

    private static func times(_ session: RefreshSession, _ moment: Moment) -> [JSONFragment.Member] {
        let issuedAt = moment.issuedAt.seconds
        return [
            .init("auth_time", .int(Int(session.authenticatedAt.seconds))), .init("exp", .int(Int(issuedAt + moment.lifetime.components.seconds))),
            .init("iat", .int(Int(issuedAt))), .init("jti", .string(UUIDText.random())),
        ]
    }
}
