import Platform
import Web

extension LearnerSessions {
    /// Proves an address by a code, counted and written down.
    func confirm(_ email: String, code: String, _ accounts: LearnerAccounts, in context: RequestContext) async throws(SignInProblem) {
        try await judged(email, in: context, as: .confirmed) { () async throws(SignInProblem) in try await accounts.confirm(email, code: code) }
    }

    /// Replaces a forgotten password by a code, counted and written down.
    func reset(
        _ email: String, code: String, newPassword: Secret<String>, _ accounts: LearnerAccounts, in context: RequestContext
    ) async throws(SignInProblem) {
        try LearnerAccounts.check(newPassword)
        try await judged(email, in: context, as: .passwordReset) { () async throws(SignInProblem) in
            try await accounts.reset(email, code: code, newPassword: newPassword)
        }
    }

    private func judged(
        _ email: String, in context: RequestContext, as event: SecurityAudit.Event, _ work: () async throws(SignInProblem) -> Void
    ) async throws(SignInProblem) {
        do throws(SignInProblem) {
            try await throttle.count(.code, on: email, in: context)
            try await work()
            audit.record(event, person: email, requestID: context.id)
        } catch {
            audit.record(error.isThrottling ? .throttled : .codeRefused, person: email, requestID: context.id, reason: error.reason)
            throw error
        }
    }
}
