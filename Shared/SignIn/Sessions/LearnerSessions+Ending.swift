import AWS
import HTTPCore
import Platform
import Web

// MARK: - Tokens

extension LearnerSessions {
    /// An access token of the session, good for five minutes at least.
    ///
    /// - Throws: `sessionOver` when the pool has ended the session; the cookie is cleared then.
    func accessToken(for session: SignedInSession, in context: RequestContext) async throws(SignInProblem) -> AccessToken {
        do { return try await accessTokens.token(for: session) } catch { throw await problem(of: session, error, in: context) }
    }

    /// The groups of the pool that the learner is in, as the session's access token says; nil when nobody can tell within two seconds.
    ///
    /// - Throws: `sessionOver`, as `accessToken(for:in:)`.
    func groups(of session: SignedInSession, in context: RequestContext) async throws(SignInProblem) -> [String]? {
        do {
            return try await within(.seconds(2)) { await self.groups(in: try await self.accessTokens.token(for: session)) }
        } catch {
            let problem = await problem(of: session, error, in: context)
            guard problem != .sessionOver else { throw problem }
            return nil
        }
    }

    private func within<Answer: Sendable>(_ patience: Duration, _ work: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer.self) { tasks in
            tasks.addTask { try await work() }
            tasks.addTask {
                try await Task.sleep(for: patience)
                throw CancellationError()
            }
            defer { tasks.cancelAll() }
            guard let answer = try await tasks.next() else { throw CancellationError() }
            return answer
        }
    }

    /// What it means that there is no access token; the session is struck out where the pool has ended it.
    private func problem(of session: SignedInSession, _ error: any Error, in context: RequestContext) async -> SignInProblem {
        accessTokens.forget([session.id])
        guard let error = error as? AWSError, error.code == "NotAuthorizedException" else { return .unavailable(cause: "\(error)") }
        audit.record(.sessionOver, person: session.subject, requestID: context.id, reason: "revoked")
        _ = try? await registry.end(session.id, of: session.subject)
        forget([session.id], of: session.subject)
        clear(context)
        return .sessionOver
    }
}

// MARK: - Ending

extension LearnerSessions {
    /// Ends this session: struck out, its refresh token revoked, the cookie cleared. The cookie goes even when the pool cannot be asked.
    func signOut(_ session: SignedInSession, in context: RequestContext) async throws(SignInProblem) {
        clear(context)
        audit.record(.signedOut, person: session.subject, requestID: context.id)
        forget([session.id], of: session.subject)
        refuseTokens(of: session)
        // Each by itself: one that fails must not keep the other from being done.
        let problems = [await strike(session), await revoke(session.refreshToken)]
        if let problem = problems.compactMap({ $0 }).first { throw problem }
    }

    /// Leaves a session behind in whose browser somebody has signed in anew; what cannot be done now, time does.
    func leave(_ session: SignedInSession) async {
        forget([session.id], of: session.subject)
        _ = try? await registry.end(session.id, of: session.subject)
        try? await pool.revoke(session.refreshToken)
    }

    /// Ends every session of the learner, here and at the pool; access tokens that are out live to their expiry, as with Cognito.
    func signOutEverywhere(_ session: SignedInSession, in context: RequestContext) async throws(SignInProblem) {
        let token = try await accessToken(for: session, in: context)
        do throws(AWSError) { try await pool.signOutEverywhere(token.text) } catch { throw SignInProblem(error) }
        clear(context)
        audit.record(.signedOutEverywhere, person: session.subject, requestID: context.id)
        var ids: [String] = [session.id]
        try await ended { ids += try await registry.endAll(of: session.subject) }
        forget(ids, of: session.subject)
        refuseAllTokens(of: session.subject)
    }

    /// Ends another of the learner's sessions; false when there is none of the id.
    func end(_ id: String, from session: SignedInSession, in context: RequestContext) async throws(SignInProblem) -> Bool {
        if id == session.id {
            try await signOut(session, in: context)
            return true
        }
        var entry: SessionEntry?
        try await ended { entry = try await registry.end(id, of: session.subject) }
        guard let entry else { return false }
        forget([id], of: session.subject)
        audit.record(.sessionEnded, person: session.subject, requestID: context.id)
        if let refreshToken = openRefreshToken(entry), let problem = await revoke(refreshToken) { throw problem }
        return true
    }

    /// The learner's open sessions, this one among them.
    func list(of session: SignedInSession) async throws(SignInProblem) -> [SessionEntry] {
        do { return try await registry.list(of: session.subject, at: clock.now()) } catch { throw .unavailable(cause: "sessions cannot be listed: \(error)") }
    }

    /// Changes the password of who knows the old one, and ends every other session.
    func changePassword(
        of session: SignedInSession, from old: Secret<String>, to new: Secret<String>, in context: RequestContext
    ) async throws(SignInProblem) {
        try LearnerAccounts.check(new)
        try await throttle.count(.password, on: session.email, in: context)
        let token = try await accessToken(for: session, in: context)
        do throws(AWSError) { try await pool.changePassword(token.text, from: old, to: new) } catch { throw SignInProblem(error) }
        audit.record(.passwordChanged, person: session.subject, requestID: context.id)
        for other in try await list(of: session) where other.id != session.id { _ = try await end(other.id, from: session, in: context) }
    }

    private func forget(_ ids: [String], of subject: String) {
        remembered.forget(ids, of: subject)
        accessTokens.forget(ids)
    }

    private func strike(_ session: SignedInSession) async -> SignInProblem? {
        do throws(SignInProblem) {
            try await ended { _ = try await registry.end(session.id, of: session.subject) }
            return nil
        } catch {
            return error
        }
    }

    private func ended(_ strike: () async throws -> Void) async throws(SignInProblem) {
        do { try await strike() } catch { throw .unavailable(cause: "a session cannot be struck out: \(error)") }
    }

    /// A token nobody knows is as good as revoked (RFC 7009 §2.2).
    private func revoke(_ refreshToken: Secret<String>) async -> SignInProblem? {
        do throws(AWSError) {
            try await pool.revoke(refreshToken)
            return nil
        } catch {
            return SignInProblem(error)
        }
    }
}
