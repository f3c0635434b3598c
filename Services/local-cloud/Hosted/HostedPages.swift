import DesignSystem
import HTTPCore
import Platform
import Web

/// The pages of the pool's domain: sign in, sign up, confirm, forgot and reset password, all with the app's request in their query.
///
/// They work without JavaScript. Each form shows that it comes from a page of ours; each visitor may send 60 forms a minute.
struct HostedPages: Sendable {
    let server: AuthorizationServer
    let workers: BlockingPool
    let browser: BrowserCookie
    let formToken: FormToken

    /// Which page lies where.
    static let steps: [(path: String, step: DoorPage.Step)] = [
        (DoorPaths.hosted.signIn, .signIn), (DoorPaths.hosted.register, .register), (DoorPaths.hosted.confirm, .confirm),
        (DoorPaths.hosted.forgotPassword, .forgotPassword), (DoorPaths.hosted.resetPassword, .resetPassword),
    ]

    init(_ server: AuthorizationServer, _ workers: BlockingPool) {
        self.server = server
        self.workers = workers
        browser = BrowserCookie(pages: server.pool.configuration.pages)
        formToken = FormToken(browser)
    }

    func register(on routes: RouteGroup) {
        let pages: RouteGroup = routes.group(options: [.hidden, .bodyLimit(bytes: 32_768), .uncompressed])
        pages.use(HostedHostsOnly(pages: server.pool.configuration.pages))
        pages.use(self)
        let forms: RouteGroup = pages.group(options: [.rateLimit(60, per: .minute, by: .client, name: "hosted-forms")])
        for (path, _) in Self.steps {
            pages.get(path, show)
            forms.post(path, submit)
        }
    }

    func show(context: RequestContext) async throws -> Response {
        let visit: HostedVisit
        do throws(AuthorizeRequest.Refusal) { visit = try HostedVisit(self, context) } catch { return error.response(context, isSecure: browser.isSecure) }
        var page = try visit.page()
        if let hint = visit.request.hint { page.values[.email] = hint }
        return visit.response(page)
    }

    func submit(context: RequestContext) async throws -> Response {
        let visit: HostedVisit
        do throws(AuthorizeRequest.Refusal) { visit = try HostedVisit(self, context) } catch { return error.response(context, isSecure: browser.isSecure) }
        let form = try await context.resolve(Form<DoorForm>.self).value
        guard isFromOwnPage(context.request), formToken.isRight(form.csrfToken, in: context) else {
            return visit.response(try visit.page(form, problems: [DoorProblem(message: .formTooOld)]), status: .badRequest)
        }
        return try await HostedSubmission(visit: visit, form: form).answer()
    }

    /// A browser that says where a form was sent from says a page of ours; one that does not has the cookie and the field to show.
    private func isFromOwnPage(_ request: Request) -> Bool {
        if let site = request.fields["Sec-Fetch-Site"] { return site == "same-origin" }
        guard let origin = request.fields[.origin] else { return true }
        return origin == server.pool.configuration.pages || request.fields[.host].map { origin == "http://\($0)" } ?? false
    }
}

extension HostedPages: Middleware {
    /// No page of ours is framed, also for browsers that do not know the policy; and too many forms are told on the page.
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        var response: Response
        do {
            response = try await next(context)
        } catch let error as HTTPError where error.status == .tooManyRequests {
            let seconds = error.fields[.retryAfter].flatMap { Int($0) } ?? 60
            guard let visit = try? HostedVisit(self, context) else { throw error }
            response = visit.response(try visit.page(problems: [DoorProblem(message: .tooManyAttempts(retryAfterSeconds: seconds))]), status: .tooManyRequests)
        }
        response.fields.set("X-Frame-Options", "DENY")
        return response
    }
}
