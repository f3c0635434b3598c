import AWS
import DesignSystem
import Platform
import Web

/// What people without a session do with accounts: make one, prove its address, replace a forgotten password.
///
/// Nobody is told whether an account exists: not by words, and not by time, for what would differ in it takes half a second at least.
struct LearnerAccounts: Sendable {
    /// What somebody tells who registers.
    struct Registration: Sendable {
        var email: String
        var password: Secret<String>
        var givenName: String
        var familyName: String
        var language: String?
        var timeZone: String?
    }

    static let leastDuration = Duration.milliseconds(500)

    let pool: CognitoUserPoolClient
    let throttle: SignInThrottle
    let audit: SecurityAudit
    let clock: any MonotonicClock

    /// Makes an account and has a code sent to its address. For an address that has an account already it answers the same; one that was never proven
    /// is sent another code.
    func register(_ registration: Registration, in context: RequestContext) async throws(SignInProblem) {
        try Self.check(registration.password)
        try await sending(to: registration.email, in: context, as: .signedUp) { () async throws(AWSError) in
            do throws(AWSError) {
                _ = try await pool.signUp(username: registration.email, password: registration.password, attributes: Self.attributes(registration))
            } catch {
                guard error.code == "UsernameExistsException" else { throw error }
                _ = try? await pool.resendConfirmationCode(username: registration.email)
            }
        }
    }

    /// Proves an address by the code that was sent to it.
    func confirm(_ email: String, code: String, in context: RequestContext) async throws(SignInProblem) {
        try await judging(email, in: context, as: .confirmed) { () async throws(AWSError) in try await pool.confirmSignUp(username: email, code: code) }
    }

    /// Has another code sent, where there is somebody to confirm.
    func resend(_ email: String, in context: RequestContext) async throws(SignInProblem) {
        try await sending(to: email, in: context, as: .codeResent) { () async throws(AWSError) in
            try await unlessUnknown { () async throws(AWSError) in try await pool.resendConfirmationCode(username: email) }
        }
    }

    /// Has a code sent with which a forgotten password is replaced.
    func forgot(_ email: String, in context: RequestContext) async throws(SignInProblem) {
        try await sending(to: email, in: context, as: .passwordForgotten) { () async throws(AWSError) in
            try await unlessUnknown { () async throws(AWSError) in try await pool.forgotPassword(username: email) }
        }
    }

    /// Replaces a forgotten password.
    func reset(_ email: String, code: String, newPassword: Secret<String>, in context: RequestContext) async throws(SignInProblem) {
        try Self.check(newPassword)
        try await judging(email, in: context, as: .passwordReset) { () async throws(AWSError) in
            // Who goes away midway must not leave a new password beside old sessions: their ending follows.
            try await shielded { () async throws(AWSError) in
                try await pool.confirmForgotPassword(username: email, code: code, newPassword: newPassword)
            }
        }
    }

    static func check(_ password: Secret<String>) throws(SignInProblem) {
        let broken = PasswordRule.broken(by: password.reveal())
        guard broken.isEmpty else { throw .passwordTooWeak(broken) }
        guard !PasswordRule.hasSpaceAtEdge(password.reveal()) else { throw .spaceAtEdge }
    }

    /// `h***@e***`, as Cognito covers it.
    static func covered(_ email: String) -> String {
        let parts = email.split(separator: "@", maxSplits: 1)
        return parts.map { "\($0.prefix(1))***" }.joined(separator: "@")
    }

    private static func attributes(_ registration: Registration) -> [String: String] {
        var attributes = ["email": registration.email, "given_name": registration.givenName, "family_name": registration.familyName]
        attributes["locale"] = registration.language
        attributes["zoneinfo"] = registration.timeZone
        return attributes
    }

    /// An account that is not there, needs no code, or was sent too many, looks like one that was sent a code: those of before are good still.
    private func unlessUnknown(_ call: () async throws(AWSError) -> CognitoDelivery?) async throws(AWSError) {
        do throws(AWSError) {
            _ = try await call()
        } catch {
            let quiet = ["UserNotFoundException", "InvalidParameterException", "NotAuthorizedException", "LimitExceededException"]
            guard let code = error.code, quiet.contains(code) else { throw error }
        }
    }

    /// Has a letter sent: counted, written down, and no sooner done for one address than for another.
    private func sending(
        to email: String, in context: RequestContext, as event: SecurityAudit.Event, _ work: () async throws(AWSError) -> Void
    ) async throws(SignInProblem) {
        let begin = clock.uptime()
        do throws(SignInProblem) {
            try await throttle.count(.letter, on: email, in: context)
        } catch {
            if error.isThrottling { audit.record(.throttled, person: email, requestID: context.id) }
            throw error
        }
        var problem: SignInProblem?
        do throws(AWSError) { try await work() } catch { problem = SignInProblem(error) }
        let left = Self.leastDuration - (clock.uptime() - begin)
        if left > .zero { try? await Task.sleep(for: left) }
        if let problem { throw problem }
        audit.record(event, person: email, requestID: context.id)
    }

    /// Tries a code: counted and written down.
    private func judging(
        _ email: String, in context: RequestContext, as event: SecurityAudit.Event, _ work: () async throws(AWSError) -> Void
    ) async throws(SignInProblem) {
        do throws(SignInProblem) {
            try await throttle.count(.code, on: email, in: context)
            do throws(AWSError) { try await work() } catch { throw .aboutCode(error) }
        } catch {
            audit.record(error.isThrottling ? .throttled : .codeRefused, person: email, requestID: context.id, reason: error.reason)
            throw error
        }
        audit.record(event, person: email, requestID: context.id)
    }
}

extension LearnerSessions {
    /// The accounts of the pool that these sessions are of.
    var accounts: LearnerAccounts { LearnerAccounts(pool: pool, throttle: throttle, audit: audit, clock: clock) }
}
