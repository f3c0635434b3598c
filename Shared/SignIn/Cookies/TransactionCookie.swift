import Cognito
import Crypto
import HTTPCore
import JSON
import Platform
import Web

/// An attempt to sign in on the hosted pages, kept by the browser that began it: sealed, for ten minutes, for one return.
///
/// `SameSite=Lax`, as a strict cookie would not come along when the pool sends the browser back.
struct TransactionCookie: Sendable {
    static let lifetime = Duration.seconds(600)

    private let cookie: SealedCookie
    private let clock: any WallClock

    init(policy: LearnerSessionPolicy, keys: SealingKeys, clock: any WallClock) {
        cookie = SealedCookie("transaction", lifetime: Self.lifetime, sameSite: .lax, policy: policy, keys: keys)
        self.clock = clock
    }

    func begin(_ attempt: AuthorizationAttempt, target: TargetPath, _ fields: inout Fields) throws {
        let kept = KeptTransaction(
            state: attempt.state, nonce: attempt.nonce, verifier: attempt.verifier.reveal(), target: target.text, beganAt: Int(clock.now().seconds))
        try cookie.keep(JSON.encode(kept), &fields)
    }

    /// The attempt this browser began with this state; nil for any other.
    func find(state: String, in context: RequestContext) -> (attempt: AuthorizationAttempt, target: TargetPath)? {
        let now = Int(clock.now().seconds)
        let kept = cookie.values(in: context).lazy.compactMap { try? KeptTransaction.decode(json: $0) }.first {
            Secret($0.state) == Secret(state) && now < $0.beganAt + Int(Self.lifetime.components.seconds)
        }
        return kept.map { (AuthorizationAttempt(state: $0.state, nonce: $0.nonce, verifier: Secret($0.verifier)), TargetPath($0.target)) }
    }

    /// One return is enough.
    func end(_ fields: inout Fields) throws { try cookie.forget(&fields) }
}

private struct KeptTransaction: JSONObject {
    let state: String
    let nonce: String
    let verifier: String
    let target: String
    let beganAt: Int

    static let json = Object(
        "KeptTransaction", { Self(state: $0, nonce: $1, verifier: $2, target: $3, beganAt: $4) },
        Field("s", \.state), Field("n", \.nonce), Field("v", \.verifier), Field("t", \.target), Field("b", \.beganAt))
}
