import AWS
import Platform
import Web

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

    /// What it means that there is no access token; the session is struck out where the pool has ended it. A token that is only late stays on its way.
    private func problem(of session: SignedInSession, _ error: any Error, in context: RequestContext) async -> SignInProblem {
        guard let error = error as? AWSError, error.code == "NotAuthorizedException" else { return .unavailable(cause: "\(error)") }
        await endRevoked(session, in: context)
        return .sessionOver
    }

    /// Ends a session that the pool has ended.
    func endRevoked(_ session: SignedInSession, in context: RequestContext) async {
        audit.record(.sessionOver, person: session.subject, requestID: context.id, reason: "revoked")
        clear(context)
        await shielded { [self] in
            _ = try? await registry.end(session.id, of: session.subject)
            forget([session.id], of: session.subject)
        }
    }
}
