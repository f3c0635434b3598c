import Encoding
import JSON
import Platform

@testable import Cognito

/// A token that is taken apart can be put together again in one way only, and no claim makes the policy trap.
func fuzzToken(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    if let token = try? CompactJWS(text) {
        let parts = [token.header, token.payload, token.signature].map { Base64.encode($0, alphabet: .urlSafe, padded: false) }
        require(parts.joined(separator: ".") == text, "a token has a second spelling")
        require(token.signedBytes == Array(parts[..<2].joined(separator: ".").utf8), "other bytes were signed")
        judge(token.payload)
        _ = try? JSON.read(TokenHeader.self, from: token.header.span, maximumDepth: 16)
    }
    judge(input)
}

/// The policy's verdict on claims whose signature would be good.
private func judge(_ claims: [UInt8]) {
    let policy = TokenPolicy(issuer: "https://issuer", clientIDs: ["client"], acceptedUses: [.access, .id])
    guard let lifetime = try? JSON.read(TokenLifetime.self, from: claims.span, maximumDepth: 16),
        let identity = try? JSON.read(TokenIdentity.self, from: claims.span, maximumDepth: 16),
        let verified = try? policy.accept(lifetime, identity, at: UnixTime(seconds: 1_000_000))
    else { return }
    require(lifetime.issuer == policy.issuer && policy.clientIDs.contains(verified.clientID), "a token of others was accepted")
    require(lifetime.expiresAt > 1_000_000 - 31 && lifetime.issuedAt <= 1_000_030, "a token was accepted outside of its time")
}

/// No key set makes the reader trap, and it keeps to its bound.
func fuzzKeys(_ input: [UInt8]) {
    guard let keys = try? JSONWebKeySet(json: input) else { return }
    require(keys.count <= JSONWebKeySet.maximumKeys, "too many keys")
}
