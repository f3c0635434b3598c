import DesignSystem
import Encoding
import HTTPCore
import Web

/// A door without a house behind it: its pages as a browser meets them, with answers that tests can foresee.
///
/// The address `busy@example.jp` is told to wait, the password `Right-1234` is let in, and `?next=` is believed, whatever it is.
struct DoorRoutes {
    func register(on routes: RouteGroup) {
        let group = routes.group(options: [.hidden])
        for step in DoorPage.Step.allCases {
            let door = Door(step: step)
            group.get(DoorPaths.own[step], door.show)
            group.post(DoorPaths.own[step], door.answer)
        }
    }
}

private struct Door: Sendable {
    let step: DoorPage.Step

    func show(_ context: RequestContext) -> Response { shown(context).response() }

    private func shown(_ context: RequestContext) -> DoorPage {
        let choice = LanguageChoice.of(context, isSecure: false)
        if let cookie = choice.cookie { context.setCookie(cookie) }
        var page = DoorPage(step, product: .langPortal, language: choice.language)
        page.hidden = [("csrf_token", "token")]
        page.query = context.request.target.query.map { "?\($0)" } ?? ""
        if step == .confirm { page.values = [.email: "mai@example.jp"] }
        return page
    }

    func answer(_ context: RequestContext) async throws -> Response {
        var page = shown(context)
        let body = try await context.body()
        let form = try QueryString(parsing: body.span)
        for field in DoorField.allCases { page.values[field] = form.last(field.rawValue) }
        page.problems = problems(page, form)
        if form.last(DoorPage.resendAction.name) == DoorPage.resendAction.value {
            page.problems = []
            page.notice = .codeSent(to: "m***@e***")
            return page.response()
        }
        guard page.problems.isEmpty else { return page.response(status: .unprocessableContent) }
        let places: [DoorPage.Step: String] = [.signIn: "/gallery/account", .register: "/confirm", .confirm: "/login", .forgotPassword: "/reset-password"]
        let next = context.request.target.query.flatMap { try? QueryString(parsing: $0).last("next") }
        let place = next ?? places[step] ?? "/login"
        // As a server that knows nothing of scripts.
        if page.values[.email] == "plain@example.jp" { return Response(status: 303, fields: [.location: place]) }
        return DoorPage.redirect(to: place, answering: context.request)
    }

    private func problems(_ page: DoorPage, _ form: QueryString) -> [DoorProblem] {
        let fields: [DoorPage.Step: [DoorField]] = [
            .signIn: [.email, .password], .register: [.givenName, .familyName, .email, .password], .confirm: [.code], .forgotPassword: [.email],
            .resetPassword: [.email, .code, .newPassword],
        ]
        var problems = (fields[page.step] ?? []).filter { (form.last($0.rawValue) ?? "").isEmpty }.map { DoorProblem(field: $0, message: .missing) }
        if page.values[.email] == "busy@example.jp" { problems.append(DoorProblem(message: .tooManyAttempts(retryAfterSeconds: 20))) }
        for field in [DoorField.password, .newPassword] where page.step != .signIn {
            guard let password = form.last(field.rawValue), !password.isEmpty else { continue }
            let broken = PasswordRule.broken(by: password)
            if !broken.isEmpty { problems.append(DoorProblem(field: field, message: .passwordTooWeak(broken))) }
        }
        if page.step == .signIn, problems.isEmpty, form.last("password") != "Right-1234" { problems.append(DoorProblem(message: .wrongPassword)) }
        return problems
    }
}
