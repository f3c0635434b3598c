import AWS
import HTTPCore
import Platform
import Web

/// What the ending of sessions tells of its request; it goes on when the client has gone away.
struct EndingTrace: Sendable {
    let requestID: String
    let logger: Logger

    init(_ context: RequestContext) {
        requestID = context.id
        logger = context.application.configuration.logger
    }
}

// Each part by itself, the registry first, for it is what our services ask: one that fails must not keep the others from being done. The first problem is
// told at the end. All of it is shielded: who goes away midway has ended the session all the same.
extension LearnerSessions {
    /// Ends this session: struck out, its refresh token revoked, the cookie cleared. The cookie goes even when the pool cannot be asked.
    func signOut(_ session: SignedInSession, in context: RequestContext) async throws(SignInProblem) {
        clear(context)
        audit.record(.signedOut, person: session.subject, requestID: context.id)
        refuseTokens(of: session)
        if let problem = await shielded({ [self] in await close(session) }).first { throw problem }
    }

    /// Leaves a session behind in whose browser somebody has signed in anew; what cannot be done now, time does.
    func leave(_ session: SignedInSession) async { _ = await shielded { [self] in await close(session) } }

    /// Ends every session of the learner, here and at the pool; access tokens that are out live to their expiry, as with Cognito. The cookie stays where
    /// the registry cannot be asked, so that the learner can try again.
    func signOutEverywhere(_ session: SignedInSession, in context: RequestContext) async throws(SignInProblem) {
        let trace = EndingTrace(context)
        let ended = await shielded { [self] in
            await endAll(of: session.subject, trace) { [self] in try await accessTokens.token(for: session).text }
        }
        if ended.isStruckOut { clear(context) }
        if let problem = ended.problems.first { throw problem }
    }

    /// Ends another of the learner's sessions; false when there is none of the id.
    func end(_ id: String, from session: SignedInSession, in context: RequestContext) async throws(SignInProblem) -> Bool {
        if id == session.id {
            try await signOut(session, in: context)
            return true
        }
        let trace = EndingTrace(context)
        let ended = await shielded { [self] in
            let struck = await strike([id], of: session.subject, trace)
            return (isFound: !struck.entries.isEmpty, problems: struck.problems + (await revoke(struck.entries, trace)))
        }
        if let problem = ended.problems.first { throw problem }
        return ended.isFound
    }

    /// The learner's open sessions, this one among them.
    func list(of session: SignedInSession) async throws(SignInProblem) -> [SessionEntry] {
        do { return try await registry.list(of: session.subject, at: clock.now()) } catch { throw .unavailable(cause: "sessions cannot be listed: \(error)") }
    }

    func forget(_ ids: [String], of subject: String) {
        remembered.forget(ids, of: subject)
        accessTokens.forget(ids)
    }
}

// MARK: - Parts

extension LearnerSessions {
    /// Ends every session of a learner.
    ///
    /// - Parameter token: gives an access token of the learner for `GlobalSignOut`. Where the pool refuses it, that sign-in is over there already, and the
    ///   others are revoked one by one.
    func endAll(
        of subject: String, _ trace: EndingTrace, token: @Sendable () async throws -> Secret<String>
    ) async -> (isStruckOut: Bool, problems: [SignInProblem]) {
        // Asked for before they are gone; without them the pool's own word must do.
        let entries = (try? await registry.list(of: subject, at: clock.now())) ?? []
        var ids = entries.map(\.id), problems: [SignInProblem] = [], isStruckOut = false
        do {
            ids += try await registry.endAll(of: subject)
            isStruckOut = true
        } catch {
            problems.append(Self.notStruck(error))
        }
        remembered.forget(ids, of: subject)
        refuseAllTokens(of: subject)
        do {
            try await pool.signOutEverywhere(try await token())
        } catch let error as AWSError where error.code == "NotAuthorizedException" {
            problems += await revoke(entries, trace)
        } catch {
            problems.append(.unavailable(cause: "the pool does not end sessions: \(error)"))
        }
        // Where the sessions stand still, the learner needs a token to try again.
        if isStruckOut { accessTokens.forget(ids) }
        audit.record(.signedOutEverywhere, person: subject, requestID: trace.requestID, reason: problems.first?.reason)
        return (isStruckOut, problems)
    }

    /// Ends every session of the learner but this one.
    func endOthers(than session: SignedInSession, _ trace: EndingTrace) async -> [SignInProblem] {
        let others: [String]
        do throws(SignInProblem) { others = try await list(of: session).map(\.id).filter { $0 != session.id } } catch { return [error] }
        let struck = await strike(others, of: session.subject, trace)
        return struck.problems + (await revoke(struck.entries, trace))
    }

    private func close(_ session: SignedInSession) async -> [SignInProblem] {
        forget([session.id], of: session.subject)
        var problems: [SignInProblem] = []
        do { _ = try await registry.end(session.id, of: session.subject) } catch { problems.append(Self.notStruck(error)) }
        if let problem = await revoke(session.refreshToken) { problems.append(problem) }
        return problems
    }

    private func strike(
        _ ids: [String], of subject: String, _ trace: EndingTrace
    ) async -> (entries: [SessionEntry], problems: [SignInProblem]) {
        var entries: [SessionEntry] = [], problems: [SignInProblem] = []
        for id in ids {
            do {
                guard let entry = try await registry.end(id, of: subject) else { continue }
                forget([id], of: subject)
                audit.record(.sessionEnded, person: subject, requestID: trace.requestID)
                entries.append(entry)
            } catch {
                problems.append(Self.notStruck(error))
            }
        }
        return (entries, problems)
    }

    /// Revokes the refresh tokens of sessions that are struck out, all at once: a learner has 50 at most.
    private func revoke(_ entries: [SessionEntry], _ trace: EndingTrace) async -> [SignInProblem] {
        await withTaskGroup(of: SignInProblem?.self) { group in
            for entry in entries {
                // Sealed under a key that has left the ring, as its cookie is: nobody can use it any more, here or there.
                guard let refreshToken = openRefreshToken(entry) else {
                    trace.logger.warning("session.token-unreadable") { line in
                        line.field("request_id", trace.requestID)
                        line.field("began_at", "\(entry.beganAt.seconds)")
                    }
                    continue
                }
                group.addTask { await self.revoke(refreshToken) }
            }
            return await group.reduce(into: []) { if let problem = $1 { $0.append(problem) } }
        }
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

    private static func notStruck(_ error: any Error) -> SignInProblem { .unavailable(cause: "a session cannot be struck out: \(error)") }
}
