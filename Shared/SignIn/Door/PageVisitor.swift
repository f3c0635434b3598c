public import DesignSystem
public import HTTPCore
public import Platform
public import Web

/// Whoever looks at a page of ours. Nothing here is refused: a page tells people in their language what is wrong.
public struct PageVisitor: RequestInput, Sendable {
    /// What a page has to tell before all else.
    public enum Trouble: Error, Equatable {
        /// There was a session, and it is over.
        case sessionOver
        /// The registry cannot be asked.
        case unavailable
    }

    /// The learner's session; nil for one who is not signed in.
    public let session: SignedInSession?
    /// The language of the pages.
    public let language: Language
    /// What stands in the way.
    public let trouble: Trouble?
    /// The form does not come from a page of ours, or the page is too old. Checked for everybody, or anybody's page could sign a visitor in as somebody
    /// else whose session is over, planted or unknown.
    public let isForged: Bool

    /// Reads cookies, the registry and, for writes, the form's token.
    public static func resolve(in context: RequestContext) async throws -> PageVisitor {
        let sessions = context.provided(LearnerSessions.self)
        let choice = LanguageChoice.of(context, domain: sessions.policy.domain, isSecure: sessions.policy.isSecure)
        if let cookie = choice.cookie { context.lasting.setCookie(cookie) }
        var session: SignedInSession?
        var trouble: Trouble?
        do throws(SignInProblem) {
            session = try await sessions.current(in: context)
        } catch {
            trouble = error == .sessionOver ? .sessionOver : .unavailable
        }
        let isForged = await isForged(session, sessions, context)
        return PageVisitor(session: session, language: choice.language, trouble: trouble, isForged: isForged)
    }

    private static func isForged(_ session: SignedInSession?, _ sessions: LearnerSessions, _ context: RequestContext) async -> Bool {
        if context.request.method.isSafe { return false }
        return (try? await sessions.checkForgery(of: .anybody(session), in: context)) == nil
    }

    /// Not described: pages are for people.
    public static func describe(in operation: inout Operation) { operation.requires(LearnerSessions.self) }

    /// Found out before everything else.
    public static var isCredential: Bool { true }
}

extension PageVisitor {
    /// To the sign-in page, and back to a page of ours; from another site straight there first, as strict cookies did not come along.
    ///
    /// - Parameter target: where one comes back to, a path of ours, perhaps with a query.
    public func toSignIn(_ product: Product, target: String, answering context: RequestContext) -> Response {
        let target = TargetPath(target)
        if context.comesFromAnotherSite, trouble == nil { return goingOn(to: target.text, product, language, answering: context.request) }
        let notice = trouble == .sessionOver ? DoorNotice.sessionOver.rawValue : nil
        return DoorPage.redirect(to: DoorPaths.own.signIn + DoorQuery.query(target, notice: notice), answering: context.request)
    }
}

extension LearnerSessions {
    /// The hidden field that our forms send along.
    public static var formTokenName: String { ForgeryGuard.formName }

    /// A new token against forgery for the forms and scripts of a page.
    public func formToken(for session: SignedInSession, in context: RequestContext) throws -> String {
        try forgery.token(for: session, in: context, &context.lasting)
    }

    /// The header of a page, with a new token for the form that signs out.
    ///
    /// - Parameters:
    ///   - place: the page's address, for the switch of the language.
    ///   - apps: the applications that it leads to.
    public func header(
        of product: Product, for session: SignedInSession, _ language: Language, place: String, apps: [AppLink], in context: RequestContext
    ) throws -> HouseHeader {
        let holder = AccountHolder(email: session.email, givenName: session.givenName, familyName: session.familyName)
        var header = HouseHeader(for: holder, product: product, language: language, place: place)
        header.apps = apps
        header.hidden = [(Self.formTokenName, try formToken(for: session, in: context))]
        return header
    }

    /// The learner's access token, good for five minutes at least: for calls of other services in the learner's name.
    public func bearerToken(for session: SignedInSession, in context: RequestContext) async throws(PageVisitor.Trouble) -> Secret<String> {
        do throws(SignInProblem) {
            return try await accessToken(for: session, in: context).text
        } catch {
            error.log(in: context)
            throw error == .sessionOver ? .sessionOver : .unavailable
        }
    }
}

extension RequestContext {
    /// True for a page that another site's page leads to: browsers leave strict cookies at home then, so nobody can say yet who is signed in.
    var comesFromAnotherSite: Bool { request.fields["Sec-Fetch-Site"] == "cross-site" }
}
