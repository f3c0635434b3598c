import Cognito
import Crypto
import HTTPCore
import JSON
import Platform
import Web

/// The attempts to sign in on the hosted pages, four at most, kept by the browser that began them: sealed, for ten minutes, each for one return.
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

    /// Keeps an attempt beside those that other tabs have begun, the newest first; the oldest give way.
    func begin(_ attempt: AuthorizationAttempt, target: TargetPath, in context: RequestContext, _ fields: inout Fields) throws {
        let kept = KeptTransaction(
            state: attempt.state, nonce: attempt.nonce, verifier: attempt.verifier.reveal(), target: target.text, beganAt: Int(clock.now().seconds))
        try keep([kept] + open(in: context), &fields)
    }

    /// The attempt this browser began with this state; nil for any other.
    func find(state: String, in context: RequestContext) -> (attempt: AuthorizationAttempt, target: TargetPath)? {
        open(in: context).first { Secret($0.state) == Secret(state) }.map {
            (AuthorizationAttempt(state: $0.state, nonce: $0.nonce, verifier: Secret($0.verifier)), TargetPath($0.target))
        }
    }

    /// One return is enough.
    func end(state: String, in context: RequestContext, _ fields: inout Fields) throws {
        try keep(open(in: context).filter { Secret($0.state) != Secret(state) }, &fields)
    }

    private func open(in context: RequestContext) -> [KeptTransaction] {
        let now = Int(clock.now().seconds)
        return cookie.values(in: context).flatMap { (try? KeptTransactions.decode(json: $0))?.items ?? [] }.filter {
            now < $0.beganAt + Int(Self.lifetime.components.seconds)
        }
    }

    private func keep(_ transactions: [KeptTransaction], _ fields: inout Fields) throws {
        var items = Array(transactions.prefix(Self.maximumCount))
        while items.count > 1, JSON.encode(KeptTransactions(items: items)).count > Self.maximumBytes { items.removeLast() }
        if items.isEmpty { try cookie.forget(&fields) } else { try cookie.keep(JSON.encode(KeptTransactions(items: items)), &fields) }
    }

    private static let maximumCount = 4
    /// A cookie has 4,096 bytes, and sealing makes four of three.
    private static let maximumBytes = 2_800
}

private struct KeptTransactions: JSONObject {
    let items: [KeptTransaction]

    static let json = Object("KeptTransactions", { Self(items: $0) }, Field("a", \.items))
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
