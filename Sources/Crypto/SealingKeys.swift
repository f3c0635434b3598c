import Encoding

/// Seals small values for others to keep, such as cookies and form tokens, under a ring of keys: the first seals, all open.
///
/// AES-256-GCM keeps a value secret and finds out, in constant time, whether it was made here. A new key is put in front of the ring, and an old one
/// goes when what it sealed last is over.
public struct SealingKeys: Sendable {
    /// The most keys at a time.
    public static let maximumCount = 8

    private let keys: [AESGCM]

    /// A ring of 1 to 8 keys of exactly 32 random bytes each.
    ///
    /// - Throws: `CryptoError.invalidKey`.
    public init(_ keys: [[UInt8]]) throws(CryptoError) {
        guard (1...Self.maximumCount).contains(keys.count) else { throw .invalidKey }
        var ring: [AESGCM] = []
        for key in keys { ring.append(try AESGCM(key: key)) }
        self.keys = ring
    }

    /// The sealed value in base64url without padding.
    ///
    /// - Parameter purpose: what it is for, bound to the seal, so that a value for one purpose is nothing for another.
    public func seal(_ value: [UInt8], for purpose: String) throws(CryptoError) -> String {
        Base64.encode(try keys[0].seal(value, context: Array(purpose.utf8)), alphabet: .urlSafe, padded: false)
    }

    /// The value in a text; nil for whatever was not sealed here for this purpose.
    public func open(_ text: String, for purpose: String) -> [UInt8]? {
        guard let sealed = Base64.decodeURLSafe(text) else { return nil }
        let context = Array(purpose.utf8)
        for key in keys {
            if let value = try? key.open(sealed, context: context) { return value }
        }
        return nil
    }
}
