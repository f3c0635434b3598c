import Platform

/// Keeps the keys derived last: a key is good for a day, and deriving it costs four HMACs.
///
/// Bounded: when it is full, the key that was derived first makes room.
public final class SigningKeyCache: Sendable {
    private struct Name: Hashable {
        let accessKey: String
        let scope: SigningScope
    }

    private struct State {
        var entries: [Name: (secret: Secret<String>, key: SigningKey)] = [:]
        var order: [Name] = []
        var derivations = 0
    }

    private let capacity: Int
    private let state = Lock(State())

    /// Room for `capacity` keys, at least one.
    public init(capacity: Int = 64) {
        precondition(capacity >= 1, "a cache of signing keys needs room for one")
        self.capacity = capacity
    }

    /// How many keys it holds.
    public var count: Int { state.withLock { $0.entries.count } }

    /// How many keys had to be derived so far.
    public var derivations: Int { state.withLock { $0.derivations } }

    func key(for credentials: AWSCredentials, scope: SigningScope) -> SigningKey {
        let name = Name(accessKey: credentials.accessKey, scope: scope)
        return state.withLock { state in
            // Compared as well, so that a key that was given a new secret does not sign with the old one.
            if let entry = state.entries[name], entry.secret == credentials.secretKey { return entry.key }
            let key = SigningKey(secret: credentials.secretKey, scope: scope)
            state.derivations += 1
            if state.entries.updateValue((credentials.secretKey, key), forKey: name) == nil { state.order.append(name) }
            if state.order.count > capacity { state.entries[state.order.removeFirst()] = nil }
            return key
        }
    }
}
