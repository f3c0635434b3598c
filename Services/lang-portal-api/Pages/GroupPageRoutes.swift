import DesignSystem
import HTTPCore
import JSON
import SignIn
import Web

/// `/groups/{group_id}`, where other applications lead whoever saved words: the group as a page.
struct GroupPageRoutes: Sendable {
    let sessions: LearnerSessions
    let store: PortalStore
    /// The applications, as browsers find them.
    let apps: [AppLink]

    func register(on routes: RouteGroup) { routes.get("/groups/{group_id}", options: [.hidden], show) }

    func show(path: Path<GroupAddress>, visitor: PageVisitor, query: Query<PageNumber>, context: RequestContext) async throws -> Response {
        guard let session = visitor.session, visitor.trouble == nil, let learner = Learner(session.subject) else {
            return visitor.toSignIn(.langPortal, target: context.request.target.path + query.value.suffix, answering: context)
        }
        guard let id = path.value.id, let group = try await store.group(id, of: learner),
            let words = try await store.words(query.value.page(of: group.stats.totalWordCount), inGroup: id, of: learner)
        else { return nothing(visitor.language) }
        let header = try sessions.header(
            of: .langPortal, for: session, visitor.language, place: GroupWordsPage.path(of: id.rawValue), apps: apps, in: context)
        return GroupWordsPage(header: header, group: group, words: words, vocab: apps.first { $0.product == .vocab }?.href).response()
    }

    private func nothing(_ language: Language) -> Response {
        GatePage(
            GroupWordsText.noGroup[language], GroupWordsText.deleted[language], product: .langPortal, language: language, home: "/",
            content: "<a class=\"button wide\" href=\"\(AccountPaths.own.profile)\">\(GroupWordsText.toAccount[language])</a>"
        ).response(status: .notFound)
    }
}

/// What stands in the address for a group; anything may.
struct GroupAddress: RawRepresentable, JSONWrapper, PathParameter {
    static let parameterName = "group_id"
    let rawValue: String

    var id: GroupID? { Int(rawValue).map(GroupID.init(rawValue:)) }
}

/// Which page of the words is shown; the first for what is no number, the last for what is beyond it, as people see pages and not errors.
struct PageNumber: JSONObject {
    private static let wordsOnAPage = 50
    private var text: String?

    static let json = Object("PageNumber", { PageNumber(text: $0) }, Field("page", \.text))

    /// What leads to the same page again.
    var suffix: String { text.flatMap { Int($0) }.map { "?page=\($0)" } ?? "" }

    func page(of words: Int) -> PageRequest {
        let last = max(1, (words + Self.wordsOnAPage - 1) / Self.wordsOnAPage)
        return PageRequest(number: min(max(text.flatMap { Int($0) } ?? 1, 1), last), size: Self.wordsOnAPage)
    }
}
