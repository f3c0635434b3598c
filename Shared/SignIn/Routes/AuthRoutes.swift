import DesignSystem
import HTTPCore
import JSON
import Platform
import ServiceKit
public import Web

/// `/api/auth/*`: signing in and out, accounts and sessions, as JSON. Protected by origin checks, tokens against forgery, and throttles; every service of
/// ours mounts the same.
public struct AuthRoutes: Sendable {
    let sessions: LearnerSessions
    let accounts: LearnerAccounts

    /// Routes for these sessions.
    public init(_ sessions: LearnerSessions) {
        self.sessions = sessions
        accounts = sessions.accounts
    }

    /// Declares the routes, and provides what `SignedIn` needs.
    public func register(on routes: RouteGroup) {
        routes.provide(sessions)
        let auth: RouteGroup = routes.group("/api/auth", tags: ["sign-in"], options: [.bodyLimit(bytes: 16_384)])
        auth.use(PrivateAnswers())
        registerAccounts(on: auth)
        registerSessions(on: auth)
    }

    private func registerAccounts(on auth: RouteGroup) {
        let limited = [RouteOption.answers(.tooManyRequests, "Too many attempts.")]
        auth.post("/sign-up", summary: "Make an account; a code is sent to its address", status: .accepted, options: limited, signUp)
        auth.post("/confirm", summary: "Prove the address with the code", options: limited + [.answers(.badRequest)], confirm)
        auth.post("/resend", summary: "Have another code sent", status: .accepted, options: limited, resend)
        auth.post("/forgot", summary: "Have a code sent that replaces a forgotten password", status: .accepted, options: limited, forgot)
        auth.post("/confirm-forgot", summary: "Replace a forgotten password", options: limited + [.answers(.badRequest)], confirmForgot)
    }

    private func registerSessions(on auth: RouteGroup) {
        auth.get("/session", summary: "Who is signed in, and a token for writes", show)
        auth.get("/authorize", summary: "Go to the hosted sign-in pages", status: 303, authorize)
        auth.post("/session", summary: "Sign in with what the hosted pages returned", options: [.answers(.badRequest)], finish)
        auth.post("/sign-in", summary: "Sign in with a password", options: [.answers(.unauthorized), .answers(.tooManyRequests)], signIn)
        auth.post("/refresh", summary: "A new access token", refresh)
        auth.post("/change-password", summary: "Change the password", options: [.answers(.tooManyRequests)], changePassword)
        auth.post("/sign-out", summary: "Sign out here", signOut)
        auth.post("/sign-out-everywhere", summary: "Sign out on every device", signOutEverywhere)
        auth.get("/sessions", summary: "The learner's sessions", list)
        auth.delete("/sessions/{session_id}", summary: "End a session", options: [.answers(.notFound)], end)
    }
}

// MARK: - Accounts

extension AuthRoutes {
    func signUp(visitor: Visitor, body: Body<Registration>, context: RequestContext) async throws -> CodeSent {
        let body = body.value
        let registration = LearnerAccounts.Registration(
            email: body.email, password: Secret(body.password), givenName: body.givenName, familyName: body.familyName, language: body.preferredLanguage,
            timeZone: body.timezone)
        try await told { try await accounts.register(registration, in: context) }
        return CodeSent(delivery: LearnerAccounts.covered(body.email))
    }

    func confirm(visitor: Visitor, body: Body<Confirmation>, context: RequestContext) async throws -> NoContent {
        try await told { try await accounts.confirm(body.value.email, code: body.value.code, in: context) }
        return NoContent()
    }

    func resend(visitor: Visitor, body: Body<Address>, context: RequestContext) async throws -> CodeSent {
        try await told { try await accounts.resend(body.value.email, in: context) }
        return CodeSent(delivery: LearnerAccounts.covered(body.value.email))
    }

    func forgot(visitor: Visitor, body: Body<Address>, context: RequestContext) async throws -> CodeSent {
        try await told { try await accounts.forgot(body.value.email, in: context) }
        return CodeSent(delivery: LearnerAccounts.covered(body.value.email))
    }

    func confirmForgot(visitor: Visitor, body: Body<PasswordReset>, context: RequestContext) async throws -> NoContent {
        let body = body.value
        try await told(passwordField: "new_password") {
            try await sessions.resetPassword(body.email, code: body.code, to: Secret(body.newPassword), in: context)
        }
        return NoContent()
    }
}

// MARK: - Sessions

extension AuthRoutes {
    func show(visitor: Visitor, context: RequestContext) async throws -> SessionState {
        guard let session = visitor.session else { return try state(nil, in: context) }
        do {
            return try state(session, groups: try await sessions.groups(of: session, in: context), in: context)
        } catch SignInProblem.sessionOver {
            return try state(nil, in: context)
        }
    }

    func authorize(query: Query<AuthorizeQuery>, context: RequestContext) async throws -> Redirect {
        let language = LanguageChoice.of(context).language.rawValue
        return .seeOther(try sessions.beginAttempt(target: TargetPath(query.value.next), language: language, in: context), reach: .anywhere)
    }

    func finish(visitor: Visitor, body: Body<AuthorizationReturn>, context: RequestContext) async throws -> SessionState {
        try await told {
            let (session, target) = try await sessions.signIn(code: body.value.code, state: body.value.state, in: context)
            return try await signedIn(session, next: target, context)
        }
    }

    func signIn(visitor: Visitor, body: Body<Credentials>, context: RequestContext) async throws -> SessionState {
        try await told {
            let session = try await sessions.signIn(body.value.email, password: Secret(body.value.password), in: context)
            return try await signedIn(session, context)
        }
    }

    func refresh(user: SignedIn, context: RequestContext) async throws -> SessionState { try await told { try await signedIn(user.session, context) } }

    func changePassword(user: SignedIn, body: Body<PasswordChange>, context: RequestContext) async throws -> NoContent {
        let body = body.value
        try await told(passwordField: "new_password") {
            try await sessions.changePassword(of: user.session, from: Secret(body.oldPassword), to: Secret(body.newPassword), in: context)
        }
        return NoContent()
    }

    func signOut(user: SignedIn, context: RequestContext) async throws -> NoContent {
        try await told { try await sessions.signOut(user.session, in: context) }
        return NoContent()
    }

    func signOutEverywhere(user: SignedIn, context: RequestContext) async throws -> NoContent {
        try await told { try await sessions.signOutEverywhere(user.session, in: context) }
        return NoContent()
    }

    func list(user: SignedIn) async throws -> SessionList {
        try await told { SessionList(items: try await sessions.list(of: user.session).map { ListedSession.of($0, current: user.session.id) }) }
    }

    func end(path: Path<SessionID>, user: SignedIn, context: RequestContext) async throws -> NoContent {
        let isEnded = try await told { try await sessions.end(path.value.rawValue, from: user.session, in: context) }
        guard isEnded else { throw HTTPError.notFound("session-not-found", "There is no such session; it may be over already.") }
        return NoContent()
    }

    private func signedIn(_ session: SignedInSession, next: TargetPath? = nil, _ context: RequestContext) async throws -> SessionState {
        let token = try await sessions.accessToken(for: session, in: context)
        return try state(session, groups: await sessions.groups(in: token), token: token, next: next, in: context)
    }

    private func state(
        _ session: SignedInSession?, groups: [String]? = nil, token: AccessToken? = nil, next: TargetPath? = nil, in context: RequestContext
    ) throws -> SessionState {
        let csrfToken = try sessions.forgery.token(for: session, in: context, &context.lasting)
        return SessionState(session, groups: groups, csrfToken: csrfToken, token: token, next: next, sessions.policy)
    }

    /// What happens at the door, as HTTP tells it.
    private func told<Answer>(passwordField: String = "password", _ work: () async throws -> Answer) async throws -> Answer {
        do { return try await work() } catch let problem as SignInProblem { throw problem.httpError(passwordField: passwordField) }
    }
}
