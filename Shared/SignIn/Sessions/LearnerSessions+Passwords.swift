import AWS
import Cognito
import Platform
import Web

// A new password ends the sessions that began with the old one.
extension LearnerSessions {
    /// Changes the password of who knows the old one, and ends every other session.
    ///
    /// - Throws: `sessionsLeft` when the password is changed, and another session could not be ended.
    func changePassword(
        of session: SignedInSession, from old: Secret<String>, to new: Secret<String>, in context: RequestContext
    ) async throws(SignInProblem) {
        try LearnerAccounts.check(new)
        do throws(SignInProblem) {
            try await throttle.count(.password, on: session.email, in: context)
        } catch {
            recordRefusal(error, session, context)
            throw error
        }
        let token = try await accessToken(for: session, in: context).text
        let trace = EndingTrace(context), left: [SignInProblem]
        do throws(SignInProblem) {
            left = try await shielded { [self] () async throws(SignInProblem) in
                do throws(AWSError) { try await pool.changePassword(token, from: old, to: new) } catch { throw .aboutToken(error) }
                audit.record(.passwordChanged, person: session.subject, requestID: trace.requestID)
                return await endOthers(than: session, trace)
            }
        } catch {
            recordRefusal(error, session, context)
            if error == .sessionOver { await endRevoked(session, in: context) }
            throw error
        }
        if let problem = left.first { throw .sessionsLeft(cause: "\(problem)") }
    }

    private func recordRefusal(_ problem: SignInProblem, _ session: SignedInSession, _ context: RequestContext) {
        let event = problem.isThrottling ? SecurityAudit.Event.throttled : .passwordChangeRefused
        audit.record(event, person: session.subject, requestID: context.id, reason: problem.reason)
    }

    /// Replaces a forgotten password, and ends every session of the learner: the one who took it may have some.
    ///
    /// Whose they are, nobody has said; who can sign in with the new password, has. So no right to administer the pool is needed.
    /// - Throws: `sessionsLeft` when the password is replaced, and a session could not be ended.
    func resetPassword(_ email: String, code: String, to new: Secret<String>, in context: RequestContext) async throws(SignInProblem) {
        try await accounts.reset(email, code: code, newPassword: new, in: context)
        let trace = EndingTrace(context)
        let subject = try await shielded { [self] () async throws(SignInProblem) in try await endAll(ofWhoHas: email, new, trace) }
        if case .session(let own, _, _) = cookies.find(in: context), own.subject == subject { clear(context) }
    }

    private func endAll(ofWhoHas email: String, _ password: Secret<String>, _ trace: EndingTrace) async throws(SignInProblem) -> String {
        do throws(SignInProblem) {
            let tokens = try await tokens(email, password)
            let subject = try await identity(tokens.idToken, nil).token.subject
            let ended = await endAll(of: subject, trace) { tokens.accessToken }
            if let problem = ended.problems.first { throw problem }
            return subject
        } catch {
            throw .sessionsLeft(cause: "\(error)")
        }
    }
}
