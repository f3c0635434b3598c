import DesignSystem
import HTTPCore
import JSON
import Platform
import Web

// Signing in and out.
extension DoorRoutes {
    func signIn(visitor: PageVisitor, query: Query<DoorQuery>, form: Form<DoorForm>, context: RequestContext) async throws -> Response {
        let form = form.value, target = TargetPath(query.value.next)
        return try await answer(.signIn, [.email, .password], visitor, form, target, context) {
            do throws(any Error) {
                _ = try await sessions.signIn(form[.email], password: Secret(form[.password]), in: context)
            } catch SignInProblem.notConfirmed {
                try addresses.keep(form[.email], &context.lasting)
                let query = DoorQuery.query(target, notice: DoorNotice.notConfirmed.rawValue)
                return DoorPage.redirect(to: DoorPaths.own.confirm + query, answering: context.request)
            } catch SignInProblem.resetRequired {
                try addresses.keep(form[.email], &context.lasting)
                let query = DoorQuery.query(target, notice: DoorNotice.resetRequired.rawValue)
                return DoorPage.redirect(to: DoorPaths.own.forgotPassword + query, answering: context.request)
            }
            try addresses.forget(&context.lasting)
            return DoorPage.redirect(to: target.text, answering: context.request)
        }
    }

    /// Where the hosted pages send the browser back to.
    func finish(visitor: PageVisitor, query: Query<CallbackQuery>, context: RequestContext) async throws -> Response {
        guard let code = query.value.code, let state = query.value.state else { return try refused(.transactionOver, visitor, context) }
        do {
            let target = try await sessions.signIn(code: code, state: state, in: context).target
            return goingOn(to: target.text, product, visitor.language, answering: context.request)
        } catch let problem as SignInProblem {
            // A page that is loaded again, or an attempt too old: whoever is signed in all the same has what they came for.
            if problem == .transactionOver, visitor.session != nil { return DoorPage.redirect(to: TargetPath.home.text, answering: context.request) }
            return try refused(problem, visitor, context)
        }
    }

    /// Signs out, and then on the hosted pages, which come back here. No other host can do this: who comes from one is asked first.
    func showSignOut(visitor: PageVisitor, context: RequestContext) async throws -> Response {
        guard let session = visitor.session, context.isOpenedByPerson else {
            return DoorPage.redirect(to: DoorPaths.own.signedOut, answering: context.request)
        }
        return try await leave(session, visitor, context)
    }

    func signOut(visitor: PageVisitor, context: RequestContext) async throws -> Response {
        if visitor.isForged || visitor.trouble == .unavailable { return try askToSignOut(visitor, context) }
        guard let session = visitor.session else {
            return DoorPage.redirect(to: DoorPaths.own.signedOut, answering: context.request)
        }
        return try await leave(session, visitor, context)
    }

    private func leave(_ session: SignedInSession, _ visitor: PageVisitor, _ context: RequestContext) async throws -> Response {
        do throws(SignInProblem) {
            try await sessions.signOut(session, in: context)
        } catch {
            // The cookie is gone all the same; what is left of the session, time ends.
            context.application.configuration.logger.warning("sign-out.incomplete") { line in
                line.field("request_id", context.id)
                line.field("error", "\(error)")
            }
        }
        return goingOn(to: sessions.hostedLogoutURL, product, visitor.language, answering: context.request)
    }

    private func refused(_ problem: SignInProblem, _ visitor: PageVisitor, _ context: RequestContext) throws -> Response {
        problem.log(in: context)
        var page = try page(.signIn, visitor, .home, context)
        page.problems = [problem.doorProblem(passwordField: .password)]
        return page.response(status: problem.pageStatus)
    }
}

/// What the hosted pages send back (RFC 6749 §4.1.2).
struct CallbackQuery: JSONObject {
    let code: String?
    let state: String?

    static let json = Object(
        "CallbackQuery", { Self(code: $0, state: $1) },
        Field("code", \.code, .length(...2_048), secret: true), Field("state", \.state, .length(...256), secret: true))
}

extension RequestContext {
    /// False where the browser says that no person opens this page from here: a picture, a frame, a page fetched ahead of time, a page that a sibling
    /// sub-domain leads to, with which strict cookies come along.
    fileprivate var isOpenedByPerson: Bool {
        let destination = request.fields["Sec-Fetch-Dest"] ?? "document", purpose = request.fields["Sec-Purpose"] ?? request.fields["Purpose"]
        let site = request.fields["Sec-Fetch-Site"] ?? "none"
        return destination == "document" && purpose == nil && request.method == .get && ["none", "same-origin"].contains(site)
    }
}
