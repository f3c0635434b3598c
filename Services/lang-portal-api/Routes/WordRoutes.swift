import Contracts
import HTTPCore
import Web

/// The learner's words.
struct WordRoutes: Sendable {
    let store: PortalStore

    func register(on routes: RouteGroup) {
        let words = routes.group("/words", tags: ["words"])
        words.get("", summary: "The words, a page at a time", list)
        words.post("", summary: "Add a word", options: [.answers(.conflict, "The word is there already.")], create)
        words.get("/{word_id}", summary: "One word with its review counts and groups", options: [.answers(.notFound)], show)
        words.patch("/{word_id}", summary: "Change a word", options: [.answers(.notFound), .answers(.conflict)], change)
        words.delete("/{word_id}", summary: "Delete a word", options: [.answers(.notFound)], delete)
    }

    func list(query: Query<PageQuery>, learner: Learner) async throws -> WordPage {
        try await store.words(query.value.request, of: learner)
    }

    func create(body: Body<VocabularyWord>, key: IdempotencyKey, learner: Learner) async throws -> Created<WordDetail> {
        Created(try await store.createWord(body.value, for: learner, key.request("POST /words", body.value)))
    }

    func show(path: Path<WordID>, learner: Learner) async throws -> WordDetail {
        guard let word = try await store.word(path.value, of: learner) else { throw PortalProblem.noSuchWord(path.value) }
        return word
    }

    func change(path: Path<WordID>, body: Body<WordChange>, learner: Learner) async throws -> WordDetail {
        try await store.changeWord(path.value, body.value, of: learner)
    }

    func delete(path: Path<WordID>, learner: Learner) async throws -> NoContent {
        guard try await store.deleteWord(path.value, of: learner) else { throw PortalProblem.noSuchWord(path.value) }
        return NoContent()
    }
}
