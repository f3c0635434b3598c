import DesignSystem
import HTTPCore
import Web

// What GET answers.
extension DoorRoutes {
    func showSignIn(visitor: PageVisitor, query: Query<DoorQuery>, context: RequestContext) async throws -> Response {
        if visitor.session != nil { return DoorPage.redirect(to: TargetPath(query.value.next).text, answering: context.request) }
        if context.comesFromAnotherSite { return once(more: context, visitor) }
        return try show(.signIn, visitor, query, context)
    }

    func showRegister(visitor: PageVisitor, query: Query<DoorQuery>, context: RequestContext) async throws -> Response {
        try show(.register, visitor, query, context)
    }

    func showConfirm(visitor: PageVisitor, query: Query<DoorQuery>, context: RequestContext) async throws -> Response {
        try show(.confirm, visitor, query, context)
    }

    func showForgotPassword(visitor: PageVisitor, query: Query<DoorQuery>, context: RequestContext) async throws -> Response {
        try show(.forgotPassword, visitor, query, context)
    }

    func showResetPassword(visitor: PageVisitor, query: Query<DoorQuery>, context: RequestContext) async throws -> Response {
        try show(.resetPassword, visitor, query, context)
    }

    func showSignedOut(visitor: PageVisitor, query: Query<DoorQuery>, context: RequestContext) async throws -> Response {
        if visitor.session == nil, context.comesFromAnotherSite { return once(more: context, visitor) }
        // Whoever is signed in, or may be, is not told otherwise.
        if visitor.session != nil || visitor.trouble == .unavailable { return try askToSignOut(visitor, context) }
        return try show(.signedOut, visitor, query, context)
    }

    /// The page with the button that signs out.
    func askToSignOut(_ visitor: PageVisitor, _ context: RequestContext) throws -> Response {
        var page = try page(.signedOut, visitor, .home, context)
        page.signOutAction = Self.signOutPath
        if visitor.trouble == .unavailable { page.problems = [DoorProblem(message: .unavailable)] }
        if visitor.isForged { page.problems = [DoorProblem(message: .formTooOld)] }
        return page.response(status: visitor.isForged ? .forbidden : visitor.trouble == .unavailable ? .serviceUnavailable : .ok)
    }

    private func show(_ step: DoorPage.Step, _ visitor: PageVisitor, _ query: Query<DoorQuery>, _ context: RequestContext) throws -> Response {
        var page = try page(step, visitor, TargetPath(query.value.next), context)
        let email = addresses.find(in: context) ?? ""
        page.values[.email] = email
        page.notice = query.value.notice.flatMap(DoorNotice.init(rawValue:))?.message(email: email)
        if visitor.trouble == .sessionOver { page.notice = .sessionOver }
        if visitor.trouble == .unavailable { page.problems = [DoorProblem(message: .unavailable)] }
        return page.response(status: visitor.trouble == .unavailable ? .serviceUnavailable : .ok)
    }

    /// A page with what all have.
    func page(_ step: DoorPage.Step, _ visitor: PageVisitor, _ target: TargetPath, _ context: RequestContext) throws -> DoorPage {
        var page = DoorPage(step, product: product, language: visitor.language)
        page.query = DoorQuery.query(target)
        page.hidden = [(ForgeryGuard.formName, try sessions.forgery.token(for: visitor.session, in: context, &context.lasting))]
        if step == .signIn || step == .register { page.otherWayIn = "/api/auth/authorize" + page.query }
        return page
    }

    /// The same address again, this time from a page of ours, so that strict cookies come along.
    func once(more context: RequestContext, _ visitor: PageVisitor) -> Response {
        let query = context.request.target.query.map { "?\($0)" } ?? ""
        return goingOn(to: context.request.target.path + query, product, visitor.language, answering: context.request)
    }
}
