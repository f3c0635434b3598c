import Encoding
import JSON
import Platform

/// Where a code was sent.
struct CodeSent: JSONObject {
    let delivery: String

    static let json = Object("CodeSent", { Self(delivery: $0) }, Field("delivery", \.delivery, example: "h***@e***"))
}

/// Who is signed in.
struct SessionUser: JSONObject, Equatable {
    let id: String
    let email: String
    let givenName: String
    let familyName: String
    /// Nil while neither the pool nor its keys can be asked.
    let groups: [String]?

    init(_ session: SignedInSession, groups: [String]?) {
        self.init(id: session.subject, email: session.email, givenName: session.givenName, familyName: session.familyName, groups: groups)
    }

    init(id: String, email: String, givenName: String, familyName: String, groups: [String]?) {
        self.id = id
        self.email = email
        self.givenName = givenName
        self.familyName = familyName
        self.groups = groups
    }

    static let json = Object(
        "SessionUser", { Self(id: $0, email: $1, givenName: $2, familyName: $3, groups: $4) },
        Field("id", \.id), Field("email", \.email), Field("given_name", \.givenName), Field("family_name", \.familyName),
        Field("groups", \.groups, omitNull: true))
}

/// The state of a session as a page sees it.
struct SessionState: JSONObject {
    let isSignedIn: Bool
    let csrfToken: String
    let user: SessionUser?
    let expiresAt: Timestamp?
    let idleExpiresAt: Timestamp?
    let accessToken: String?
    let accessTokenExpiresAt: Timestamp?
    /// Where to go on, after a return from the hosted pages: a path on this host.
    let next: String?

    init(
        _ session: SignedInSession?, groups: [String]?, csrfToken: String, token: AccessToken? = nil, next: TargetPath? = nil,
        _ policy: LearnerSessionPolicy
    ) {
        self.init(
            isSignedIn: session != nil, csrfToken: csrfToken, user: session.map { SessionUser($0, groups: groups) },
            expiresAt: session.map { Timestamp(secondsSinceEpoch: Int64($0.end(policy))) },
            idleExpiresAt: session.map { Timestamp(secondsSinceEpoch: Int64($0.idleEnd(policy))) },
            accessToken: token?.text.reveal(), accessTokenExpiresAt: token.map { Timestamp($0.expiresAt) },
            next: next?.text)
    }

    private init(
        isSignedIn: Bool, csrfToken: String, user: SessionUser?, expiresAt: Timestamp?, idleExpiresAt: Timestamp?, accessToken: String?,
        accessTokenExpiresAt: Timestamp?, next: String?
    ) {
        self.isSignedIn = isSignedIn
        self.csrfToken = csrfToken
        self.user = user
        self.expiresAt = expiresAt
        self.idleExpiresAt = idleExpiresAt
        self.accessToken = accessToken
        self.accessTokenExpiresAt = accessTokenExpiresAt
        self.next = next
    }

    static let json = Object(
        "SessionState",
        {
            Self(isSignedIn: $0, csrfToken: $1, user: $2, expiresAt: $3, idleExpiresAt: $4, accessToken: $5, accessTokenExpiresAt: $6, next: $7)
        },
        Field("signed_in", \.isSignedIn), Field("csrf_token", \.csrfToken), Field("user", \.user, omitNull: true),
        Field("expires_at", \.expiresAt, omitNull: true), Field("idle_expires_at", \.idleExpiresAt, omitNull: true),
        Field("access_token", \.accessToken, omitNull: true), Field("access_token_expires_at", \.accessTokenExpiresAt, omitNull: true),
        Field("next", \.next, description: "Where to go on after a return from the hosted pages: a path on this host.", omitNull: true))
}

/// One of the learner's sessions.
struct ListedSession: JSONObject {
    let id: String
    let beganAt: Timestamp
    let seenAt: Timestamp
    let device: String
    let isCurrent: Bool

    static func of(_ entry: SessionEntry, current: String) -> ListedSession {
        ListedSession(
            id: entry.id, beganAt: Timestamp(entry.beganAt), seenAt: Timestamp(entry.seenAt),
            device: entry.device, isCurrent: entry.id == current)
    }

    static let json = Object(
        "ListedSession", { Self(id: $0, beganAt: $1, seenAt: $2, device: $3, isCurrent: $4) },
        Field("id", \.id), Field("began_at", \.beganAt), Field("seen_at", \.seenAt), Field("device", \.device, example: "Firefox on Linux"),
        Field("current", \.isCurrent))
}

/// The learner's sessions, those seen last first.
struct SessionList: JSONObject {
    let items: [ListedSession]

    static let json = Object("SessionList", { Self(items: $0) }, Field("items", \.items))
}
