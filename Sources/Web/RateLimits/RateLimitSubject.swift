import Crypto
import Encoding
import Glibc

/// Whose requests a rate limit counts together.
public struct RateLimitSubject: Sendable {
    /// True when it must be known first who is calling.
    let needsCredentials: Bool
    /// The key, or nil for a request that is not limited.
    let key: @Sendable (RequestContext) throws -> String?

    /// The client's address, of an IPv6 client its network of 64 bits, in which it may choose any address. Counted before credentials are looked at.
    public static let client = RateLimitSubject(needsCredentials: false) { clientKey($0.clientAddress) }

    /// The signed-in user (`context.userID`); the client's address for those who are not signed in.
    public static let user = RateLimitSubject(needsCredentials: true) { context in
        guard let user = context.userID else { return clientKey(context.clientAddress) }
        return "user " + bounded(user)
    }

    /// Everybody together. Counted before credentials are looked at.
    public static let everyone = RateLimitSubject(needsCredentials: false) { _ in "everyone" }

    /// The key of a request, for counting in a handler; nil for one that is not limited.
    public func key(of context: RequestContext) throws -> String? { try key(context) }

    /// A key of your own, asked for when it is known who is calling; nil lets a request pass uncounted.
    public static func key(_ key: @escaping @Sendable (RequestContext) throws -> String?) -> RateLimitSubject {
        RateLimitSubject(needsCredentials: true) { context in try key(context).map { "key " + bounded($0) } }
    }

    /// Long keys by their digest, so that every key of a store is bounded.
    private static func bounded(_ key: String) -> String {
        key.utf8.count <= 128 ? key : Hex.encode(SHA256.hash(key))
    }

    private static func clientKey(_ address: String) -> String {
        guard address.utf8.contains(UInt8(ascii: ":")) else { return "client " + address }
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return "client " + bounded(address) }
        // ::ffff:a.b.c.d is an IPv4 client (RFC 4291 §2.5.5.2).
        if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) { return "client " + bytes[12...].map(String.init).joined(separator: ".") }
        return "client " + Hex.encode(Array(bytes[..<8])) + "/64"
    }
}
