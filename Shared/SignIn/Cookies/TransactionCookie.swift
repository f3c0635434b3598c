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

    private let policy: LearnerSessionPolicy
    private let keys: SealingKeys
    private let clock: any WallClock

    init(policy: LearnerSessionPolicy, keys: SealingKeys, clock: any WallClock) {
        self.policy = policy
        self.keys = keys
        self.clock = clock
    }

    func begin(_ attempt: AuthorizationAttempt, target: TargetPath, _ fields: inout Fields) throws {
        let kept = KeptTransaction(
            state: attempt.state, nonce: attempt.nonce, verifier: attempt.verifier.reveal(), target: target.text, beganAt: Int(clock.now().seconds))
        fields.setCookie(try cookie(try keys.seal(JSON.encode(kept), for: purpose), Self.lifetime))
    }

    /// The attempt this browser began with this state; nil for any other.
    func find(state: String, in context: RequestContext) -> (attempt: AuthorizationAttempt, target: TargetPath)? {
        let now = Int(clock.now().seconds)
        for text in context.cookies(policy.hostName(name)).prefix(4) {
            guard let bytes = keys.open(text, for: purpose), let kept = try? KeptTransaction.decode(json: bytes),
                Secret(kept.state) == Secret(state), now < kept.beganAt + Int(Self.lifetime.components.seconds)
            else { continue }
            return (
                AuthorizationAttempt(state: kept.state, nonce: kept.nonce, verifier: Secret(kept.verifier)), TargetPath(kept.target)
            )
        }
        return nil
    }

    /// One return is enough.
    func end(_ fields: inout Fields) throws { fields.setCookie(try cookie("", .zero)) }

    private let name = "transaction"
    private let purpose = "transaction"

    private func cookie(_ value: String, _ lifetime: Duration) throws -> SetCookie {
        try SetCookie(policy.hostName(name), value, lifetime: lifetime, isSecure: policy.isSecure, sameSite: .lax)
    }
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
