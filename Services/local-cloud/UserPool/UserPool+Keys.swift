import Crypto
import Platform

extension UserPool {
    /// Lets the key that waits sign, and makes another one wait. Tokens of the former key are good as long as the overlap.
    ///
    /// - Returns: the identifiers of the published keys, the one that signs first.
    func rotateKeys() throws(CognitoError) -> [String] {
        let following: SigningKeys.Key
        do { following = try SigningKeys.Key(.generate()) } catch { throw .internalFailure(cause: "a key could not be made: \(error)") }
        let now = clock.now(), overlap = configuration.keyOverlap
        // What is kept comes first: a key that signs must be there after a restart. The store's lock lets one rotation at a time pass.
        try write { [tokens] store throws in
            var keys = tokens.keys
            try keys.rotate(following: following, overlap: overlap, at: now)
            try store.save(keys)
            tokens.replace(keys)
        }
        return publishedKeyIDs
    }

    /// The identifiers of the published keys, the one that signs first.
    var publishedKeyIDs: [String] { tokens.keys.published(at: clock.now()).map(\.id) }
}
