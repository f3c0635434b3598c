import JSON

/// The header of a token: by which key it claims to be signed, and nothing that would change how it is verified.
struct TokenHeader {
    static let maximumKeyIDBytes = 256

    private var algorithm: String?
    private var keyID: String?

    /// - Throws: for a header that a token of the pool does not have.
    init(_ bytes: [UInt8]) throws(TokenError) { try TokenMembers.read(.header, bytes, into: &self) }

    /// `kid` of a token that claims to be signed with RS256.
    func claimedKeyID() throws(TokenError) -> String {
        guard let algorithm else { throw .invalid(.missingHeader("alg")) }
        guard algorithm == "RS256" else { throw .invalid(Self.reason(forAlgorithm: algorithm)) }
        guard let keyID, !keyID.isEmpty else { throw .invalid(.missingHeader("kid")) }
        guard keyID.utf8.count <= Self.maximumKeyIDBytes, Self.isPrintable(keyID) else { throw .invalid(.malformedKeyID) }
        return keyID
    }

    private static func isPrintable(_ keyID: String) -> Bool { keyID.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

    private static func reason(forAlgorithm algorithm: String) -> InvalidTokenReason {
        let lowercased = algorithm.lowercased()
        if lowercased == "none" { return .unsigned }
        return lowercased.hasPrefix("hs") ? .symmetricAlgorithm : .unsupportedAlgorithm
    }

    /// Media types ignore case, and `application/` may be left out (RFC 7515 section 4.1.9).
    private static func checkType(_ type: String) throws(TokenError) {
        let lowercased = type.lowercased()
        let name = lowercased.hasPrefix("application/") ? lowercased.dropFirst(12) : lowercased[...]
        guard name == "jwt" || name == "at+jwt" else { throw .invalid(.wrongTokenType) }
    }
}

extension TokenHeader: TokenMember {
    mutating func take(_ name: JSONReader.Name, _ value: inout JSONReader) throws(TokenError) -> Bool {
        switch name {
        case "alg": algorithm = try value.text(name, in: .header)
        case "kid": keyID = try value.text(name, in: .header)
        case "typ": try Self.checkType(try value.text(name, in: .header))
        case "jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc", "cty": throw .invalid(.forbiddenHeader(name.text))
        default: return false
        }
        return true
    }
}
