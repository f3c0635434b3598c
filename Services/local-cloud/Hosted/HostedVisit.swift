import DesignSystem
import HTTPCore
import Web

/// One request for a hosted page: which page, the app's request, the language.
struct HostedVisit {
    let pages: HostedPages
    let context: RequestContext
    let step: DoorPage.Step
    let request: AuthorizeRequest
    private let choice: LanguageChoice

    /// Reads the app's request anew, as strictly as `/oauth2/authorize` does: a link to a page leads where that would lead, or nowhere.
    init(_ pages: HostedPages, _ context: RequestContext) throws(AuthorizeRequest.Refusal) {
        self.pages = pages
        self.context = context
        let path = context.request.target.path
        step = HostedPages.steps.first { $0.path == path }?.step ?? .signIn
        request = try AuthorizeRequest(query: context.request.target.query, for: pages.server.pool.configuration)
        choice = LanguageChoice.of(context, isSecure: pages.browser.isSecure)
    }

    /// This page, or another step of it, with what was typed.
    func page(_ step: DoorPage.Step? = nil, _ form: DoorForm? = nil, problems: [DoorProblem] = [], notice: DoorMessage? = nil) throws -> DoorPage {
        var page = DoorPage(step ?? self.step, product: .account, language: choice.language, paths: .hosted)
        page.query = request.query
        page.hidden = [(FormToken.field, try pages.formToken.issue(to: context))]
        page.formActionOrigins = [request.redirectOrigin]
        page.values = form?.values ?? [:]
        page.problems = problems
        page.notice = notice
        return page
    }

    func page(_ form: DoorForm, problems: [DoorProblem]) throws -> DoorPage { try page(nil, form, problems: problems) }

    /// The answer; a language chosen now is remembered.
    func response(_ page: DoorPage, status: Status = .ok) -> Response {
        if let cookie = choice.cookie { context.setCookie(cookie) }
        return page.response(status: status)
    }
}
