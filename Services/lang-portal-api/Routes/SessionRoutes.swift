import HTTPCore
import Web

/// The learner's study sessions and what was answered in them.
struct SessionRoutes: Sendable {
    let store: PortalStore

    func register(on routes: RouteGroup) {
        let sessions = routes.group("/study_sessions", tags: ["study sessions"])
        sessions.get("", summary: "The study sessions, the newest first", list)
        sessions.get("/{session_id}", summary: "One study session", options: [.answers(.notFound)], show)
        sessions.get("/{session_id}/words", summary: "The words reviewed in a session", options: [.answers(.notFound)], listWords)
        sessions.get("/{session_id}/next_words", summary: "Words of the group that were not reviewed yet", options: [.answers(.notFound)], nextWords)
        sessions.post("/{session_id}/words/{word_id}/review", summary: "Record an answer", options: [.answers(.notFound)], review)
    }

    func list(query: Query<SessionPageQuery>, learner: Learner) async throws -> SessionPage {
        try await store.sessions(query.value.request, of: learner)
    }

    func show(path: Path<SessionID>, learner: Learner) async throws -> SessionDetail {
        guard let session = try await store.session(path.value, of: learner) else { throw PortalProblem.noSuchSession(path.value) }
        return session
    }

    func listWords(path: Path<SessionID>, query: Query<PageQuery>, learner: Learner) async throws -> WordPage {
        guard let page = try await store.words(query.value.request, inSession: path.value, of: learner) else { throw PortalProblem.noSuchSession(path.value) }
        return page
    }

    func nextWords(path: Path<SessionID>, query: Query<NextWordsQuery>, learner: Learner) async throws -> NextWords {
        guard let words = try await store.nextWords(query.value.limit, inSession: path.value, of: learner) else {
            throw PortalProblem.noSuchSession(path.value)
        }
        return words
    }

    func review(
        session: Path<SessionID>, word: Path<WordID>, body: Body<ReviewAnswer>, key: IdempotencyKey, learner: Learner
    ) async throws -> RecordedReview {
        let operation = "POST /study_sessions/\(session.value.rawValue)/words/\(word.value.rawValue)/review"
        return try await store.review(
            word.value, inSession: session.value, correct: body.value.correct, by: learner, key.request(operation, body.value))
    }
}
