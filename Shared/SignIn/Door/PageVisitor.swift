import DesignSystem
import HTTPCore
import Web

/// Whoever looks at a page of ours. Nothing here is refused: a page tells people in their language what is wrong.
struct PageVisitor: RequestInput {
    /// What a page has to tell before all else.
    enum Trouble: Equatable {
        /// There was a session, and it is over.
        case sessionOver
        /// The registry cannot be asked.
        case unavailable
    }

    let session: SignedInSession?
    let language: Language
    let trouble: Trouble?
    /// The form does not come from a page of ours, or the page is too old. Checked for everybody, or anybody's page could sign a visitor in as somebody
    /// else whose session is over, planted or unknown.
    let isForged: Bool

    static func resolve(in context: RequestContext) async throws -> PageVisitor {
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

    static func describe(in operation: inout Operation) { operation.requires(LearnerSessions.self) }

    static var isCredential: Bool { true }
}

extension RequestContext {
    /// True for a page that another site's page leads to: browsers leave strict cookies at home then, so nobody can say yet who is signed in.
    var comesFromAnotherSite: Bool { request.fields["Sec-Fetch-Site"] == "cross-site" }
}
