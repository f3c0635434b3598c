import Crypto
import Encoding
import Platform

/// What a code stands for.
struct AuthorizationGrant: Sendable, Equatable {
    var sub: String
    var redirectURI: String
    var scopes: ScopeSet
    var nonce: String?
    var proofKey: ProofKey
    /// When the password was given.
    var authenticatedAt: UnixTime
}

/// Codes on their way from the sign-in page to the token end point: good once, for five minutes; kept in memory alone, by their digests.
///
/// A used code is remembered as long as the access token it gave lives, so that a second use can end what came of the first (RFC 6749 §4.1.2).
struct AuthorizationCodes: Sendable {
    /// How long a code waits.
    static let lifetime = Duration.seconds(300)
    /// The most codes remembered of one user; the oldest give way.
    static let maximumPerUser = 50
    /// The most codes remembered in all; the oldest give way.
    static let maximumCodes = 10_000

    /// What showing a code brings.
    enum Redemption: Sendable, Equatable {
        case granted(AuthorizationGrant)
        /// It was used before; the session that came of it is to end, if it has begun by now.
        case replayed(sub: String, originID: String?)
        case unknown
    }

    private enum Use {
        case waiting(AuthorizationGrant)
        case used(originID: String?, wasReplayed: Bool)
    }

    private struct Entry {
        var sub: String
        var use: Use
        var endsAt: UnixTime
    }

    private var entries: [String: Entry] = [:]
    /// Digests in the order of issue.
    private var order: [String] = []

    /// A new code: a UUID, as Cognito's.
    mutating func issue(_ grant: AuthorizationGrant, at now: UnixTime) -> String {
        makeRoom(for: grant.sub, at: now)
        let code = UUIDText.random(), digest = Self.digest(of: code)
        entries[digest] = Entry(sub: grant.sub, use: .waiting(grant), endsAt: now + Self.lifetime)
        order.append(digest)
        return code
    }

    /// Uses a code up, whatever becomes of the request that shows it.
    mutating func redeem(_ code: String, at now: UnixTime) -> Redemption {
        let digest = Self.digest(of: code)
        guard let entry = entries[digest], now < entry.endsAt else { return .unknown }
        switch entry.use {
        case .waiting(let grant):
            entries[digest] = Entry(sub: entry.sub, use: .used(originID: nil, wasReplayed: false), endsAt: now + TokenIssuer.lifetime)
            return .granted(grant)
        case .used(let originID, _):
            entries[digest]?.use = .used(originID: originID, wasReplayed: true)
            return .replayed(sub: entry.sub, originID: originID)
        }
    }

    /// Remembers the session that a code brought; false when the code was shown again meanwhile, so that the session must end.
    mutating func remember(_ originID: String, for code: String) -> Bool {
        let digest = Self.digest(of: code)
        guard case .used(_, let wasReplayed) = entries[digest]?.use else { return true }
        entries[digest]?.use = .used(originID: originID, wasReplayed: wasReplayed)
        return !wasReplayed
    }

    /// How many are remembered.
    var count: Int { entries.count }

    private mutating func makeRoom(for sub: String, at now: UnixTime) {
        let own = order.filter { entries[$0]?.sub == sub }
        var dropped = Set(own.prefix(max(0, own.count + 1 - Self.maximumPerUser)))
        if entries.count >= Self.maximumCodes {
            dropped.formUnion(order.filter { entries[$0].map { $0.endsAt <= now } ?? true })
            if entries.count - dropped.count >= Self.maximumCodes { dropped.formUnion(order.prefix(entries.count + 1 - Self.maximumCodes)) }
        }
        guard !dropped.isEmpty else { return }
        for digest in dropped { entries[digest] = nil }
        order.removeAll(where: dropped.contains)
    }

    private static func digest(of code: String) -> String { Hex.encode(SHA256.hash(code)) }
}
