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

    /// What an API may know.
    static func access(_ user: User, _ session: RefreshSession, _ moment: Moment) -> JSONFragment {
        .object(
            subject(user) + [
                .init("iss", .string(moment.issuer)), .init("client_id", .string(moment.clientID)), .init("origin_jti", .string(session.originID)),
                .init("event_id", .string(moment.eventID)), .init("token_use", "access"), .init("scope", "aws.cognito.signin.user.admin"),
            ] + times(session, moment) + [.init("username", .string(user.sub))])
    }

    /// Who the learner is.
    static func id(_ user: User, _ session: RefreshSession, _ moment: Moment) -> JSONFragment {
        .object(
            subject(user) + [
                .init("email_verified", .bool(user.isConfirmed)), .init("iss", .string(moment.issuer)), .init("cognito:username", .string(user.sub)),
                .init("origin_jti", .string(session.originID)), .init("aud", .string(moment.clientID)), .init("event_id", .string(moment.eventID)),
                .init("token_use", "id"),
            ] + times(session, moment) + [.init("email", .string(user.email.text))] + user.attributes.map { .init($0.name, .string($0.value)) })
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
