import Crypto
import Platform

/// Remembers tokens that were verified, so that the same bearer's next request costs no RSA. Keyed by the token's SHA-256.
/// Two generations: when the young one is full it becomes the old one, and what is asked for again moves back. Never more than `limit` tokens.
final class VerifiedTokenCache: Sendable {
    private struct Entry {
        let token: VerifiedToken
        let from: Int64
        let until: Int64

        /// A clock that was set back must not lengthen a token's life in the cache: hence `from`.
        func isGood(at now: Int64) -> Bool { from <= now && now < until }
    }

    private struct State {
        var young: [SHA256.Digest: Entry] = [:]
        var old: [SHA256.Digest: Entry] = [:]
    }

    private let state = Lock(State())
    private let generationLimit: Int

    init(limit: Int) { generationLimit = limit / 2 }

    var count: Int { state.withLock { $0.young.count + $0.old.count } }

    /// The token behind this digest, if it is remembered and `now` (seconds since 1970) lies within its time.
    func token(_ digest: SHA256.Digest, at now: Int64) -> VerifiedToken? {
        state.withLock { state in
            if let entry = state.young[digest] { return entry.isGood(at: now) ? entry.token : nil }
            guard let entry = state.old.removeValue(forKey: digest), entry.isGood(at: now) else {
                return nil
            }
            insert(entry, digest, &state)
            return entry.token
        }
    }

    /// Remembers a token from `now` until `until`.
    func insert(_ token: VerifiedToken, _ digest: SHA256.Digest, now: Int64, until: Int64) {
        guard generationLimit > 0, until > now else { return }
        let entry = Entry(token: token, from: now, until: until)
        state.withLock { state in
            state.old.removeValue(forKey: digest)
            insert(entry, digest, &state)
        }
    }

    private func insert(_ entry: Entry, _ digest: SHA256.Digest, _ state: inout State) {
        if state.young.count >= generationLimit, state.young[digest] == nil {
            state.old = state.young
            state.young = [:]
        }
        state.young[digest] = entry
    }
}
