import Crypto
import Platform

/// Remembers tokens that were verified, so that the same bearer's next request costs no RSA, and who has signed out since. Keyed by the token's SHA-256.
/// Two generations: when the young one is full it becomes the old one, and what is asked for again moves back. Never more than `limit` tokens.
///
/// A token is good here until it expires, as long as its key is published, and while somebody vouches for the keys: an entry must not outlive the
/// moment when the keys ought to be looked at again.
final class VerifiedTokenCache: Sendable {
    private struct Entry {
        let token: VerifiedToken
        let key: RSAPublicKey
        let from: Int64
        let until: Int64

        /// A clock that was set back must not lengthen a token's life in the cache: hence `from`.
        func isGood(at now: Int64) -> Bool { from <= now && now < until }
    }

    private struct State {
        var young: [SHA256.Digest: Entry] = [:]
        var old: [SHA256.Digest: Entry] = [:]
        var keys: JSONWebKeySet?
        var keysGoodUntil = Int64.min
        var signOuts: SignOuts
    }

    private let state: Lock<State>
    private let generationLimit: Int

    /// - Parameter signOutLifetime: how long a token may live that was issued before its bearer signed out, in seconds.
    init(limit: Int, signOutLifetime: Int64) {
        generationLimit = limit / 2
        state = Lock(State(signOuts: SignOuts(lifetime: signOutLifetime)))
    }

    var count: Int { state.withLock { $0.young.count + $0.old.count } }

    /// The token behind this digest, if it is remembered and `now` (seconds since 1970) lies within its time.
    func token(_ digest: SHA256.Digest, at now: Int64) -> VerifiedToken? {
        state.withLock { state in
            guard now < state.keysGoodUntil else { return nil }
            if let entry = state.young[digest] { return entry.isGood(at: now) ? entry.token : nil }
            guard let entry = state.old.removeValue(forKey: digest), entry.isGood(at: now) else {
                return nil
            }
            insert(entry, digest, &state)
            return entry.token
        }
    }

    /// Remembers a token from `now` until `until`, if its key is still published. The keys it was verified with are good for `interval` at least.
    ///
    /// - Returns: false when its bearer has signed out.
    func admit(_ token: VerifiedToken, _ digest: SHA256.Digest, by key: RSAPublicKey, now: Int64, until: Int64, keysGoodFor interval: Int64) -> Bool {
        state.withLock { state in
            guard !state.signOuts.concern(token) else { return false }
            guard let keys = state.keys, keys.contains(key) else { return true }
            state.keysGoodUntil = max(state.keysGoodUntil, now + interval)
            guard generationLimit > 0, until > now else { return true }
            state.old.removeValue(forKey: digest)
            insert(Entry(token: token, key: key, from: now, until: until), digest, &state)
            return true
        }
    }

    /// Takes the keys that are published now, good for so long, and forgets the tokens of those that are not any more.
    ///
    /// - Returns: the same keys, in the objects at hand where they are the same.
    func adopt(_ keys: JSONWebKeySet, goodUntil: Int64) -> JSONWebKeySet {
        state.withLock { state in
            let keys = keys.reusing(state.keys)
            state.keys = keys
            state.keysGoodUntil = goodUntil
            keep(in: &state) { keys.contains($0.key) }
            return keys
        }
    }

    /// Forgets the tokens of a sign-in, and refuses those that come later.
    func revoke(originID: String, at now: Int64) {
        state.withLock { state in
            state.signOuts.add(originID: originID, at: now)
            keep(in: &state) { $0.token.originID != originID }
        }
    }

    /// The same for a user: the tokens known, and all that were issued before now.
    func revoke(subject: String, at now: Int64) {
        state.withLock { state in
            for entry in [state.young, state.old].joined() where entry.value.token.subject == subject {
                // Issued in this very second, it would not be told from the next sign-in's by its time.
                state.signOuts.add(originID: entry.value.token.signInID, at: now)
            }
            state.signOuts.add(subject: subject, at: now)
            keep(in: &state) { $0.token.subject != subject }
        }
    }

    private func keep(in state: inout State, _ isKept: (Entry) -> Bool) {
        state.young = state.young.filter { isKept($0.value) }
        state.old = state.old.filter { isKept($0.value) }
    }

    private func insert(_ entry: Entry, _ digest: SHA256.Digest, _ state: inout State) {
        if state.young.count >= generationLimit, state.young[digest] == nil {
            // The room of the old one is used again, rather than grown anew.
            swap(&state.old, &state.young)
            state.young.removeAll(keepingCapacity: true)
        }
        state.young[digest] = entry
    }
}
