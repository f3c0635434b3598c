import Crypto
import HTTPCore
import Platform
import Web

/// Slows down who tries passwords and codes, for each account and each address, without locking the account's owner out.
///
/// A browser that has signed in to an account before has a device cookie and an allowance of its own for it: whoever else tries passwords of that account
/// uses up only the strangers' allowance. Source: OWASP, “Slow down online guessing attacks with device cookies”.
struct SignInThrottle: Sendable {
    /// What is tried.
    enum Attempt: String {
        /// A password.
        case password
        /// A code.
        case code
        /// Having a letter sent.
        case letter
    }

    private let store: any RateLimitStore
    private let devices: DeviceCookie
    /// Names accounts: under a key, so that nobody finds an address in the counts by trying.
    private let audit: SecurityAudit

    init(store: any RateLimitStore, policy: LearnerSessionPolicy, keys: SealingKeys, audit: SecurityAudit) {
        self.store = store
        self.audit = audit
        devices = DeviceCookie(policy: policy, keys: keys)
    }

    /// Counts an attempt.
    ///
    /// - Throws: `throttled`, or `unavailable` when it cannot be counted: what is guessed at must never be tried without a limit.
    func count(_ attempt: Attempt, on account: String, in context: RequestContext) async throws(SignInProblem) {
        let account = audit.hash(account)
        let device = attempt == .password ? devices.find(account: account, in: context) : nil
        let address = (try? RateLimitSubject.client.key(of: context)) ?? "unknown"
        try await take(Self.perAddress(attempt), "sign-in \(attempt.rawValue) \(address)")
        if let device { return try await take(Self.perDevice, "sign-in \(attempt.rawValue) device \(device)") }
        try await take(Self.perAccount(attempt), "sign-in \(attempt.rawValue) account \(account)")
    }

    /// Gives the browser a device cookie for the account it has signed in to.
    func remember(_ account: String, _ fields: inout Fields) throws { try devices.keep(account: audit.hash(account), &fields) }

    private func take(_ limit: RateLimit, _ key: String) async throws(SignInProblem) {
        let decision: RateLimitDecision
        do { decision = try await store.take(1, of: limit, for: key) } catch { throw .unavailable(cause: "attempts cannot be counted: \(error)") }
        guard decision.isAllowed else { throw .throttled(retryAfter: decision.retryAfter) }
    }

    private static let perDevice = RateLimit(40, per: .hour, burst: 10)

    /// Cognito locks an account after five wrong passwords, for longer with each further one, and forgets after a quarter of an hour: strangers are
    /// stopped before that, for it would lock the owner out, too.
    private static func perAccount(_ attempt: Attempt) -> RateLimit {
        switch attempt {
        case .password: RateLimit(4, per: .hour, burst: 5)
        case .code: RateLimit(40, per: .hour, burst: 10)
        case .letter: RateLimit(6, per: .hour, burst: 4)
        }
    }

    /// A class of learners may share an address.
    private static func perAddress(_ attempt: Attempt) -> RateLimit {
        switch attempt {
        case .password, .code: RateLimit(240, per: .hour, burst: 100)
        case .letter: RateLimit(120, per: .hour, burst: 60)
        }
    }
}
