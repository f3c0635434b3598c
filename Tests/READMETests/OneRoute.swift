import HTTPCore
import ServiceKit
import Web

struct WordRoutes: Sendable {
    let words: WordStore

    func register(on routes: RouteGroup) {
        routes.get("/words/{word_id}", summary: "One word with its review counts", options: [.answers(.notFound)], show)
    }

    func show(path: Path<WordID>, user: CurrentUser) async throws -> WordDetail {
        guard let word = try await words.find(path.value, for: user.id) else {
            throw HTTPError.notFound("word-not-found", "There is no such word; list yours with GET /words.")
        }
        return word
    }
}
