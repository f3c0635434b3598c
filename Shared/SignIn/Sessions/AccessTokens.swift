import AWS
import Platform

/// An access token and when it ends.
struct AccessToken: Sendable, Equatable {
    let text: Secret<String>
    let expiresAt: UnixTime
}

/// The access tokens of sessions, in memory alone: got with the session's refresh token, given to all who ask until five minutes before its end.
///
/// Concurrent requests of one session share one refresh. Two generations: when the young one is full it becomes the old one, and what is asked for again
/// moves back.
final class AccessTokens: Sendable {
    /// How long before its end a token is renewed. Source: the specification, “Auto Refresh”.
    static let margin = Duration.seconds(300)

    private struct State {
        var young: [String: ExpiringValue<AccessToken>] = [:]
        var old: [String: ExpiringValue<AccessToken>] = [:]
    }

    private let pool: CognitoUserPoolClient
    private let clock: any WallClock & MonotonicClock
    private let generationLimit: Int
    private let state = Lock(State())

    init(pool: CognitoUserPoolClient, limit: Int = 20_000, clock: any WallClock & MonotonicClock) {
        self.pool = pool
        self.clock = clock
        generationLimit = max(1, limit / 2)
    }

    /// The session's token, renewed when it ends within five minutes.
    ///
    /// - Throws: `AWSError`; `NotAuthorizedException` when the pool has ended the session.
    func token(for session: SignedInSession) async throws -> AccessToken {
        let value = value(for: session), token = try await value.value()
        // A machine that was suspended has counted no time meanwhile.
        guard token.expiresAt - Self.margin <= clock.now() else { return token }
        return try await value.renewed(minimumInterval: .zero)
    }

    /// Begins with the token that came with the sign-in.
    func begin(_ token: AccessToken, for session: SignedInSession) {
        let value = make(session.refreshToken, first: token)
        state.withLock { insert(value, for: session.id, &$0) }
    }

    /// Forgets the tokens of sessions that are over.
    func forget(_ ids: [String]) {
        state.withLock { state in
            for id in ids {
                state.young[id] = nil
                state.old[id] = nil
            }
        }
    }

    private func value(for session: SignedInSession) -> ExpiringValue<AccessToken> {
        state.withLock { state in
            if let known = state.young[session.id] { return known }
            let value = state.old.removeValue(forKey: session.id) ?? make(session.refreshToken)
            insert(value, for: session.id, &state)
            return value
        }
    }

    private func insert(_ value: ExpiringValue<AccessToken>, for id: String, _ state: inout State) {
        if state.young.count >= generationLimit {
            state.old = state.young
            state.young = [:]
        }
        state.young[id] = value
    }

    private func make(_ refreshToken: Secret<String>, first: AccessToken? = nil) -> ExpiringValue<AccessToken> {
        let (pool, clock, first) = (pool, clock, Lock(first))
        return ExpiringValue(timeToLive: { max(.zero, $0.expiresAt - clock.now() - Self.margin) }, clock: clock) {
            if let token = first.withLock({ $0.take() }) { return token }
            let tokens = try await pool.refresh(refreshToken)
            return AccessToken(text: tokens.accessToken, expiresAt: clock.now() + tokens.lifetime)
        }
    }
}
