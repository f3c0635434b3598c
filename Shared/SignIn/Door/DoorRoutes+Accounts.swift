import DesignSystem
import HTTPCore
import JSON
import Platform
import Web

// What the forms about accounts do.
extension DoorRoutes {
    func signUp(visitor: PageVisitor, query: Query<DoorQuery>, form: Form<DoorForm>, context: RequestContext) async throws -> Response {
        let form = form.value, target = TargetPath(query.value.next)
        return try await answer(.register, [.email, .password, .givenName, .familyName], visitor, form, target, context) {
            try await accounts.register(
                LearnerAccounts.Registration(
                    email: form[.email], password: Secret(form[.password]), givenName: form[.givenName], familyName: form[.familyName],
                    language: visitor.language.rawValue), in: context)
            return try on(to: .confirm, with: form[.email], target, nil, context)
        }
    }

    func confirm(visitor: PageVisitor, query: Query<DoorQuery>, form: Form<DoorForm>, context: RequestContext) async throws -> Response {
        let form = form.value, target = TargetPath(query.value.next)
        if form.action == DoorPage.resendAction.value {
            return try await answer(.confirm, [.email], visitor, form, target, context) {
                try await accounts.resend(form[.email], in: context)
                return try on(to: .confirm, with: form[.email], target, .codeSent, context)
            }
        }
        return try await answer(.confirm, [.email, .code], visitor, form, target, context) {
            try await accounts.confirm(form[.email], code: form[.code], in: context)
            return try on(to: .signIn, with: form[.email], target, .addressConfirmed, context)
        }
    }

    func forgot(visitor: PageVisitor, query: Query<DoorQuery>, form: Form<DoorForm>, context: RequestContext) async throws -> Response {
        let form = form.value, target = TargetPath(query.value.next)
        return try await answer(.forgotPassword, [.email], visitor, form, target, context) {
            try await accounts.forgot(form[.email], in: context)
            return try on(to: .resetPassword, with: form[.email], target, nil, context)
        }
    }

    func reset(visitor: PageVisitor, query: Query<DoorQuery>, form: Form<DoorForm>, context: RequestContext) async throws -> Response {
        let form = form.value, target = TargetPath(query.value.next)
        return try await answer(.resetPassword, [.email, .code, .newPassword], visitor, form, target, context) {
            try await sessions.resetPassword(form[.email], code: form[.code], to: Secret(form[.newPassword]), in: context)
            return try on(to: .signIn, with: form[.email], target, .passwordChanged, context)
        }
    }

    /// What fits into the pool's fields.
    private static let longest: [DoorField: Int] = [.email: 128, .password: 256, .newPassword: 256, .givenName: 64, .familyName: 64, .code: 32]

    /// The answer to a form: the page again with what is to be mended, or what the work answers.
    func answer(
        _ step: DoorPage.Step, _ fields: [DoorField], _ visitor: PageVisitor, _ form: DoorForm, _ target: TargetPath, _ context: RequestContext,
        _ work: () async throws -> Response
    ) async throws -> Response {
        let refusal = { (problems: [DoorProblem], status: Status) throws -> Response in
            var page = try page(step, visitor, target, context)
            page.values = form.values
            page.problems = problems
            return page.response(status: status)
        }
        if visitor.isForged { return try refusal([DoorProblem(message: .formTooOld)], .forbidden) }
        let problems = form.problems(fields, longest: Self.longest, isAddress: TextFormat.email.holds)
        guard problems.isEmpty else { return try refusal(problems, .unprocessableContent) }
        do {
            return try await work()
        } catch let problem as SignInProblem {
            problem.log(in: context)
            return try refusal([problem.doorProblem(passwordField: step == .resetPassword ? .newPassword : .password)], problem.pageStatus)
        }
    }

    /// The next page, which knows the address.
    private func on(
        to step: DoorPage.Step, with email: String, _ target: TargetPath, _ notice: DoorNotice?, _ context: RequestContext
    ) throws -> Response {
        try addresses.keep(email, &context.lasting)
        return DoorPage.redirect(to: DoorPaths.own[step] + DoorQuery.query(target, notice: notice?.rawValue), answering: context.request)
    }
}
