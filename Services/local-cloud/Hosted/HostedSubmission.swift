import DesignSystem
import HTTPCore
import Platform
import Web

/// A form of a hosted page that comes from one of our pages.
struct HostedSubmission {
    let visit: HostedVisit
    let form: DoorForm

    /// The longest texts, in characters; the password's bound is Cognito's.
    private static let longest: [DoorField: Int] = [.email: 128, .password: 256, .newPassword: 256, .code: 16, .givenName: 100, .familyName: 100]

    private var pages: HostedPages { visit.pages }

    func answer() async throws -> Response {
        switch visit.step {
        case .signIn: try await signIn()
        case .register: try await register()
        case .confirm: form.action == DoorPage.resendAction.value ? try await resend() : try await confirm()
        case .forgotPassword: try await forgotPassword()
        default: try await resetPassword()
        }
    }

    private func signIn() async throws -> Response {
        if let refused = try refused([.email, .password]) { return refused }
        let name = form[.email], password = form[.password]
        let outcome = try await working { pool throws(CognitoError) in
            let user = try pool.authenticate(name: name, password: password)
            // A new secret at each sign-in: none that was planted before is worth anything (session fixation).
            return (user.sub, try pool.signInBrowser(user.sub))
        }
        switch outcome {
        case .success(let (sub, browser)):
            try pages.browser.set(browser.cookie, in: visit.context)
            let location = pages.server.location(for: visit.request, sub: sub, authenticatedAt: browser.session.authenticatedAt)
            return DoorPage.redirect(to: location, answering: visit.context.request)
        case .failure(.userNotConfirmed):
            return visit.response(try visit.page(.confirm, form, problems: [DoorProblem(message: .notConfirmed)]), status: .unprocessableContent)
        case .failure(let error): return try refusal(error)
        }
    }

    /// Whether or not the address has an account, the next page is the same, and comes after the same work.
    private func register() async throws -> Response {
        if let refused = try refused([.givenName, .familyName, .email, .password], password: .password) { return refused }
        let email = form[.email], password = form[.password]
        let names = [UserAttribute(name: "given_name", value: form[.givenName]), UserAttribute(name: "family_name", value: form[.familyName])]
        let outcome = try await working { pool throws(CognitoError) in
            do throws(CognitoError) {
                _ = try pool.signUp(name: email, password: password, attributes: names, client: pool.configuration.clientID)
            } catch .usernameExists {
                _ = try pool.hash(password)
                try pool.pretend()
                pool.tellAboutAccount(email)
            }
        }
        if case .failure(let error) = outcome { return try refusal(error) }
        return visit.response(try visit.page(.confirm, form))
    }

    /// Unknown addresses, confirmed accounts and wrong codes look the same, and bear as many guesses.
    private func confirm() async throws -> Response {
        if let refused = try refused([.email, .code]) { return refused }
        let email = form[.email].lowercased(), code = form[.code]
        let outcome = try await working { pool throws(CognitoError) in
            try pool.count("confirm \(email)", in: pool.codeAttempts, otherwise: .limitExceeded(.attempts))
            do throws(CognitoError) {
                try pool.confirmSignUp(name: email, code: code, client: pool.configuration.clientID)
            } catch  where !error.isOurFault {
                throw .codeMismatch
            }
            pool.codeAttempts.withLock { $0.succeeded("confirm \(email)") }
        }
        if case .failure(let error) = outcome { return try refusal(error) }
        return visit.response(try visit.page(.signIn, form, notice: .addressConfirmed))
    }

    private func resend() async throws -> Response {
        if let refused = try refused([.email]) { return refused }
        let email = form[.email], now = pages.server.pool.clock.now()
        let outcome = try await working { pool throws(CognitoError) in
            let isFree = pool.codeRequests.withLock { (try? $0.count("confirm \(email.lowercased())", at: now)) != nil }
            guard isFree else { throw .limitExceeded(.attempts) }
            do throws(CognitoError) {
                _ = try pool.resendCode(name: email, client: pool.configuration.clientID)
            } catch  where !error.isOurFault {
                // Confirmed already, or too many codes by other ways: not told.
                try pool.pretend()
            }
        }
        if case .failure(let error) = outcome { return try refusal(error) }
        return visit.response(try visit.page(.confirm, form, notice: .codeSent(to: email)))
    }

    private func forgotPassword() async throws -> Response {
        if let refused = try refused([.email]) { return refused }
        let email = form[.email]
        let outcome = try await working { pool throws(CognitoError) in
            _ = try pool.forgotPassword(name: email, client: pool.configuration.clientID)
        }
        if case .failure(let error) = outcome { return try refusal(error) }
        return visit.response(try visit.page(.resetPassword, form, notice: .codeSent(to: email)))
    }

    private func resetPassword() async throws -> Response {
        if let refused = try refused([.email, .code, .newPassword], password: .newPassword) { return refused }
        let email = form[.email], code = form[.code], password = form[.newPassword]
        let outcome = try await working { pool throws(CognitoError) in
            try pool.confirmForgotPassword(name: email, code: code, password: password, client: pool.configuration.clientID)
        }
        if case .failure(let error) = outcome { return try refusal(error) }
        return visit.response(try visit.page(.signIn, form, notice: .passwordChanged))
    }

    /// The page again, when fields cannot be used as they are.
    private func refused(_ fields: [DoorField], password: DoorField? = nil) throws -> Response? {
        var problems = form.problems(fields, longest: Self.longest) { EmailAddress($0) != nil }
        if let password, !problems.contains(where: { $0.field == password }), let weakness = form.weakness(password) { problems.append(weakness) }
        return problems.isEmpty ? nil : visit.response(try visit.page(form, problems: problems), status: .unprocessableContent)
    }

    private func refusal(_ error: CognitoError) throws -> Response {
        let (problem, status) = HostedProblem.of(error, at: visit.step)
        return visit.response(try visit.page(form, problems: [problem]), status: status)
    }

    private func working<Result: Sendable>(
        _ work: @escaping @Sendable (UserPool) throws(CognitoError) -> Result
    ) async throws -> Swift.Result<Result, CognitoError> {
        do {
            return try await pages.workers.run { [pool = pages.server.pool] in Swift.Result { () throws(CognitoError) in try work(pool) } }
        } catch is BlockingPoolError {
            return .failure(.tooManyRequests)
        }
    }
}
