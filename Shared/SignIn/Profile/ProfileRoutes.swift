public import DesignSystem
import HTTPCore
import Platform
public import Web

/// The account page, `/profile`: the password, the sessions, a copy of the data, and how to leave. It works without JavaScript.
public struct ProfileRoutes: Sendable {
    let sessions: LearnerSessions
    let product: Product
    let apps: [AppLink]
    let rights: any LearnerRights

    /// The page of a product.
    ///
    /// - Parameters:
    ///   - apps: the applications that the page's header leads to.
    ///   - rights: who makes copies, and deletes.
    public init(_ sessions: LearnerSessions, product: Product, apps: [AppLink], rights: any LearnerRights) {
        self.sessions = sessions
        self.product = product
        self.apps = apps
        self.rights = rights
    }

    /// Declares the page and its forms. `AuthRoutes` and `DoorRoutes` must be registered, too.
    public func register(on routes: RouteGroup) {
        let pages: RouteGroup = routes.group(options: [.hidden, .bodyLimit(bytes: 16_384)])
        let paths = AccountPaths.own
        pages.get(paths.profile, show)
        pages.post(paths.changePassword, changePassword)
        pages.post(paths.endSession, endSession)
        pages.post(paths.signOutEverywhere, signOutEverywhere)
        pages.post(paths.export, askForExport)
        pages.get(paths.export, download)
        pages.post(paths.delete, askForDeletion)
    }
}

extension ProfileRoutes {
    func show(visitor: PageVisitor, query: Query<ProfileQuery>, context: RequestContext) async throws -> Response {
        guard let session = visitor.session else { return toSignIn(visitor, context) }
        var page = try await page(of: session, visitor, context)
        page.notice = query.value.notice.flatMap(ProfileNotice.init(rawValue:))?.message
        return page.response()
    }

    private func toSignIn(_ visitor: PageVisitor, _ context: RequestContext) -> Response {
        let isForm = context.request.method != .get
        return visitor.toSignIn(product, target: isForm ? AccountPaths.own.profile : context.request.target.path, answering: context)
    }

    /// A page with what is known now.
    func page(of session: SignedInSession, _ visitor: PageVisitor, _ context: RequestContext) async throws -> AccountPage {
        let holder = AccountHolder(email: session.email, givenName: session.givenName, familyName: session.familyName)
        var page = AccountPage(of: holder, product: product, language: visitor.language)
        page.apps = apps
        page.hidden = [(ForgeryGuard.formName, try sessions.forgery.token(for: session, in: context, &context.lasting))]
        do {
            page.sessions = try await sessions.list(of: session).map { AccountSession($0, current: session.id) }
            page.export = ExportState(try await rights.export(of: session.subject))
            page.deletion = DeletionState(try await rights.deletion(of: session.subject))
        } catch {
            // What can be shown is shown.
            page.problems = [AccountProblem(section: .sessions, message: .unavailable)]
        }
        return page
    }

    /// What a form does, in its part of the page: the page again with what is to be mended, or on to the page with a notice.
    func answer(
        _ section: AccountSection, _ visitor: PageVisitor, _ context: RequestContext, confirmation: String = "",
        _ work: (SignedInSession) async throws -> Response
    ) async throws -> Response {
        guard let session = visitor.session else { return toSignIn(visitor, context) }
        let refusal = { (problem: AccountProblem, status: Status) async throws -> Response in
            var page = try await page(of: session, visitor, context)
            page.problems = [problem]
            page.confirmation = confirmation
            return page.response(status: status)
        }
        if visitor.isForged { return try await refusal(AccountProblem(section: section, message: .formTooOld), .forbidden) }
        do {
            return try await work(session)
        } catch SignInProblem.sessionOver {
            return toSignIn(PageVisitor(session: nil, language: visitor.language, trouble: .sessionOver, isForged: false), context)
        } catch let problem as SignInProblem {
            problem.log(in: context)
            return try await refusal(problem.accountProblem(in: section), problem.pageStatus)
        } catch let problem as AccountProblem {
            return try await refusal(problem, .unprocessableContent)
        }
    }

    func back(with notice: ProfileNotice, _ context: RequestContext) -> Response {
        DoorPage.redirect(to: AccountPaths.own.profile + "?notice=\(notice.rawValue)", answering: context.request)
    }
}

extension AccountProblem: Error {}
