import HTTPCore
import Platform
import Web

extension LearnerSessions {
    /// Who a request comes from, as its cookies and the registry say; notes the sign of life, and seats the learner on this host.
    ///
    /// - Throws: `SignInProblem.sessionOver` for one who was signed in, `unavailable` when the registry cannot be asked.
    func current(in context: RequestContext) async throws(SignInProblem) -> SignedInSession? {
        switch cookies.find(in: context) {
        case .nobody: return nil
        case .planted:
            audit.record(.sessionPlanted, person: nil, requestID: context.id)
            throw .sessionOver
        case .over(let subject):
            audit.record(.sessionOver, person: subject, requestID: context.id, reason: "time")
            clear(context)
            throw .sessionOver
        case .session(let session, let isSeated, let isBesideOthers):
            if isBesideOthers { audit.record(.sessionPlanted, person: session.subject, requestID: context.id) }
            guard try await isOpen(session) else {
                audit.record(.sessionOver, person: session.subject, requestID: context.id, reason: "ended")
                clear(context)
                throw .sessionOver
            }
            context.userID = session.subject
            return try await touched(session, isSeated: isSeated, context)
        }
    }

    func clear(_ context: RequestContext) {
        // Only a cookie's name or domain could be wrong, and those of the policy were checked at start-up.
        try? cookies.clear(&context.lasting)
    }

    private func isOpen(_ session: SignedInSession) async throws(SignInProblem) -> Bool {
        do { return try await remembered.isOpen(session) } catch { throw .unavailable(cause: "the registry cannot be asked: \(error)") }
    }

    private func touched(_ session: SignedInSession, isSeated: Bool, _ context: RequestContext) async throws(SignInProblem) -> SignedInSession {
        let now = clock.now(), isDue = !context.isWatching && now.seconds >= Int64(session.seenAt) + policy.touchInterval.components.seconds
        guard isDue || !isSeated else { return session }
        var session = session
        if !context.isWatching { session.seenAt = Int(now.seconds) }
        do {
            if isDue { try await registry.touch(session.id, of: session.subject, at: now) }
            try cookies.send(session, takingSeat: !isSeated, to: &context.lasting)
        } catch {
            throw .unavailable(cause: "a sign of life cannot be noted: \(error)")
        }
        return session
    }
}

extension RequestContext {
    /// True for what a page asks by itself, to see how a job is getting on (`watch.js`): that is no sign of life, or a page left open would never end.
    fileprivate var isWatching: Bool { request.fields.contains("X-Watch") }

    /// Fields for the answer, whatever becomes of the request: cookies must arrive with errors too.
    var lasting: Fields {
        get { lastingFields ?? Fields() }
        set { lastingFields = newValue }
    }
}

extension SignInProblem {
    var isThrottling: Bool { if case .throttled = self { true } else { false } }

    /// For audit lines.
    var reason: String {
        switch self {
        case .wrongPassword: "wrong-password"
        case .notConfirmed: "not-confirmed"
        case .resetRequired: "reset-required"
        case .newPasswordRequired: "new-password-required"
        case .codeRefused: "code-refused"
        case .passwordTooWeak: "password-too-weak"
        case .spaceAtEdge: "space-at-edge"
        case .notAccepted: "not-accepted"
        case .throttled: "throttled"
        case .sessionOver: "session-over"
        case .sessionsLeft: "sessions-left"
        case .transactionOver: "transaction-over"
        case .unavailable: "unavailable"
        }
    }
}
