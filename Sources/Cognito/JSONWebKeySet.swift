public import Crypto
import Encoding
import JSON

/// The public keys of a user pool by their `kid` (RFC 7517): the RSA keys of 2048 bits and more that sign with RS256, at most 32 of them.
public struct JSONWebKeySet: Sendable {
    /// The largest document read.
    public static let maximumBytes = 64 * 1024
    static let maximumKeys = 32

    /// A few: comparing their ids costs less than hashing one.
    private let keys: [(id: String, key: RSAPublicKey)]

    /// Keeps the usable keys of a document and leaves the others. Throws what the JSON decoder throws for a text that is no key set.
    public init(json: [UInt8]) throws {
        let document = try JSON.read(JSONWebKeyDocument.self, from: json.span, maximumDepth: 16)
        var keys: [String: RSAPublicKey] = [:]
        for entry in document.keys.prefix(Self.maximumKeys) {
            if let id = entry.keyID, !id.isEmpty, let key = entry.signingKey() { keys[id] = key }
        }
        self.keys = keys.map { (id: $0.key, key: $0.value) }
    }

    /// The key with this id.
    public subscript(keyID: String) -> RSAPublicKey? { keys.first { $0.id == keyID }?.key }

    /// These keys, with what `old` already holds of them in the same objects: `===` then tells whether a key is still published.
    func reusing(_ old: JSONWebKeySet?) -> JSONWebKeySet {
        guard let old else { return self }
        return JSONWebKeySet(keys: keys.map { (id: $0.id, key: Self.same(old[$0.id], as: $0.key)) })
    }

    private static func same(_ known: RSAPublicKey?, as key: RSAPublicKey) -> RSAPublicKey {
        guard let known, known == key else { return key }
        return known
    }

    /// Whether this very object is among the keys.
    func contains(_ key: RSAPublicKey) -> Bool { keys.contains { $0.key === key } }

    private init(keys: [(id: String, key: RSAPublicKey)]) { self.keys = keys }

    /// How many usable keys there are.
    public var count: Int { keys.count }
}

struct JSONWebKeyDocument: JSONObject {
    let keys: [JSONWebKey]

    static let json = Object("JSONWebKeySet", { Self(keys: $0) }, Field("keys", \.keys))
}

/// One key as a document describes it. All members are optional, so that a key of a kind unknown here does not spoil the others.
struct JSONWebKey: JSONObject {
    let type: String?
    let keyID: String?
    let use: String?
    let algorithm: String?
    let modulus: String?
    let exponent: String?

    static let json = Object(
        "JSONWebKey", { Self(type: $0, keyID: $1, use: $2, algorithm: $3, modulus: $4, exponent: $5) },
        Field("kty", \.type), Field("kid", \.keyID), Field("use", \.use), Field("alg", \.algorithm),
        Field("n", \.modulus), Field("e", \.exponent))

    /// The key, if it is RSA, meant for signatures, and usable.
    func signingKey() -> RSAPublicKey? {
        guard type == "RSA", use ?? "sig" == "sig", algorithm ?? "RS256" == "RS256", let modulus,
            let exponent
        else { return nil }
        guard let n = Base64.decodeURLSafe(modulus), let e = Base64.decodeURLSafe(exponent), Self.isStrong(e) else {
            return nil
        }
        return try? RSAPublicKey(modulus: n, exponent: e)
    }

    /// With 3 or 17 a careless padding check could be forged without the key; nobody uses less than 65537 (FIPS 186-5 section 5.1).
    private static func isStrong(_ exponent: [UInt8]) -> Bool {
        let exponent = exponent.drop { $0 == 0 }
        return exponent.count > 3 || exponent.count == 3 && exponent.lexicographicallyPrecedes([1, 0, 1]) == false
    }
}
