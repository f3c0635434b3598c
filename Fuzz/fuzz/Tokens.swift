import Encoding
import Platform

@testable import Cognito

/// A token that is taken apart can be put together again in one way only, and no claim makes the policy trap.
/// Then the input is taken for the claims themselves, and for orders to change a token that is right: no change of it is accepted.
func fuzzToken(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    if let token = try? CompactJWS(text), let parts = try? TokenPart.allCases.map({ try token.decoded($0) }) {
        require(parts.map { Base64.encode($0, alphabet: .urlSafe, padded: false) }.joined(separator: ".") == text, "a token has a second spelling")
        judge(parts[1])
        _ = try? TokenHeader(parts[0]).claimedKeyID()
    }
    judge(input)
    _ = try? TokenHeader(input).claimedKeyID()
    judge(changed(Array(goodClaims.utf8), by: input))
}

private let goodClaims = #"""
    {"sub":"s","iss":"https://issuer","client_id":"client","token_use":"access","scope":"openid","auth_time":999000,"exp":1003600,"iat":999990,\#
    "jti":"t","origin_jti":"o","username":"hanako","cognito:groups":["teachers"],"nbf":999990,"x":{"y":[1,{"z":null}]}}
    """#

/// Takes three bytes at a time for an order: where, what to do there, with what.
private func changed(_ claims: [UInt8], by orders: [UInt8]) -> [UInt8] {
    var claims = claims
    for start in stride(from: 0, to: min(orders.count - 2, 24), by: 3) where !claims.isEmpty {
        let place = Int(orders[start]) * claims.count / 256
        switch orders[start + 1] % 5 {
        case 0: claims[place] = orders[start + 2]
        case 1: claims.remove(at: place)
        case 2: claims.insert(orders[start + 2], at: place)
        case 3: claims.insert(contentsOf: claims[place...].prefix(Int(orders[start + 2])), at: place)
        default: claims.removeSubrange(place..<min(place + Int(orders[start + 2]), claims.count))
        }
    }
    return claims
}

/// The policy's verdict on claims whose signature would be good.
private func judge(_ bytes: [UInt8]) {
    let policy = TokenPolicy(issuer: "https://issuer", clientIDs: ["client"], acceptedUses: [.access, .id])
    guard let claims = try? TokenClaims(bytes), let verified = try? policy.accept(claims, at: UnixTime(seconds: 1_000_000)) else { return }
    require(claims.issuer == policy.issuer && policy.clientIDs.contains(verified.clientID), "a token of others was accepted")
    require(verified.expiresAt.seconds > 1_000_000 - 31 && verified.issuedAt.seconds <= 1_000_030, "a token was accepted outside of its time")
    require(verified.expiresAt.seconds - verified.issuedAt.seconds <= 86_400, "a token lives too long")
    require(!verified.subject.isEmpty && !verified.username.isEmpty, "nobody was accepted")
    require(!bytes.contains(0), "a NUL was accepted")
}

/// No key set makes the reader trap, and it keeps to its bound.
func fuzzKeys(_ input: [UInt8]) {
    guard let keys = try? JSONWebKeySet(json: input) else { return }
    require(keys.count <= JSONWebKeySet.maximumKeys, "too many keys")
}
