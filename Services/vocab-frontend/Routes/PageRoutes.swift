import Contracts
import DesignSystem
import Encoding
import HTTPCore
import JSON
import Platform
import SignIn
import Web

/// The page and its forms. They work without JavaScript: each answers the page again.
///
/// | route | does |
/// |---|---|
/// | GET `/` | shows the form, with what `?topic=…&word_count=…` says |
/// | POST `/` | makes words |
/// | POST `/words/stream` | makes words for a script, one by one (`StreamRoutes`) |
/// | POST `/words/shown` | shows a group that the browser has kept |
/// | POST `/groups` | saves a group in the portal |
struct PageRoutes: Sendable {
    let sessions: LearnerSessions
    let words: WordSource
    let portal: PortalImport
    /// The applications, as browsers find them; the portal's is the first.
    let apps: [AppLink]

    /// Ten words with long sentences, each byte as `%XX`.
    static let bodyLimitBytes = 384 * 1_024

    func register(on routes: RouteGroup) {
        let pages: RouteGroup = routes.group(options: [.hidden, .bodyLimit(bytes: Self.bodyLimitBytes)])
        pages.get("/", show)
        pages.post("/", options: [.deadline(.seconds(60))], generate)
        pages.post("/words/shown", showAgain)
        pages.post("/groups", save)
        // What a browser loads again that was a form's answer.
        for path in ["/groups", "/words/shown"] { pages.get(path) { Response(status: 303, fields: [.location: "/"]) } }
    }
}

extension PageRoutes {
    func show(visitor: PageVisitor, query: Query<OrderForm>, context: RequestContext) async throws -> Response {
        try await answer(visitor, context, topic: query.value.text, count: query.value.number) { _, _ in }
    }

    func generate(visitor: PageVisitor, form: Form<OrderForm>, context: RequestContext) async throws -> Response {
        try await answer(visitor, context, topic: form.value.text, count: form.value.number) { page, session in
            let order = try form.value.order()
            page.group = try await words.words(order, as: try await sessions.caller(session, in: context))
        }
    }

    func showAgain(visitor: PageVisitor, form: Form<GroupForm>, context: RequestContext) async throws -> Response {
        let group = Result { () throws(Trouble) in try form.value.group() }
        return try await answer(visitor, context, showing: try? group.get()) { _, _ in _ = try group.get() }
    }

    func save(visitor: PageVisitor, form: Form<GroupForm>, context: RequestContext) async throws -> Response {
        let group = Result { () throws(Trouble) in try form.value.group() }
        return try await answer(visitor, context, showing: try? group.get()) { page, session in
            page.saved = try await portal.save(try group.get(), as: try await sessions.caller(session, in: context))
        }
    }

    private func answer(
        _ visitor: PageVisitor, _ context: RequestContext, showing group: GeneratedGroup?, _ work: (inout VocabPage, SignedInSession) async throws -> Void
    ) async throws -> Response {
        try await answer(visitor, context, topic: group?.groupName ?? "", count: group?.words.count) { page, session in
            page.group = group
            try await work(&page, session)
        }
    }

    /// The page, with what the work adds to it or what kept it from that; to the door where nobody is signed in.
    private func answer(
        _ visitor: PageVisitor, _ context: RequestContext, topic: String, count: Int?, _ work: (inout VocabPage, SignedInSession) async throws -> Void
    ) async throws -> Response {
        let draft = (topic, count)
        guard let session = visitor.session, visitor.trouble == nil else { return toSignIn(visitor, draft, context) }
        var page = try page(session, visitor.language, context)
        page.topic = String(topic.trimmed.prefix(WordOrder.longestTopic))
        page.count = WordOrder.bounded(count)
        do {
            guard !visitor.isForged else { throw Trouble.formTooOld }
            try await work(&page, session)
        } catch let trouble as Trouble {
            guard trouble != .sessionOver else { return toSignIn(visitor, draft, context) }
            page.trouble = trouble
        }
        return page.response()
    }

    /// And back, with what was typed.
    private func toSignIn(_ visitor: PageVisitor, _ draft: (topic: String, count: Int?), _ context: RequestContext) -> Response {
        let topic = String(draft.topic.trimmed.prefix(WordOrder.longestTopic))
        let pairs = [QueryString.Pair("topic", topic)] + (draft.count.map { [QueryString.Pair("word_count", "\($0)")] } ?? [])
        return visitor.toSignIn(.vocab, target: topic.isEmpty ? "/" : "/?" + QueryString(pairs: pairs).encoded, answering: context)
    }

    private func page(_ session: SignedInSession, _ language: Language, _ context: RequestContext) throws -> VocabPage {
        let header = try sessions.header(of: .vocab, for: session, language, place: "/", apps: apps, in: context)
        return VocabPage(
            language: language, header: header, learner: session.subject, portal: apps[0].href, suggestions: Suggestions(language))
    }
}
