import Encoding
import HTTPCore
import JSON
import Web

/// Paths, queries, headers, cookies, bodies, and answers of several kinds.
struct WordRoutes: Sendable {
    func register(on routes: RouteGroup) {
        routes.get(
            "", summary: "The words, a page at a time",
            options: [.openToAll, .answerField(DocumentedField("X-Total", "How many words there are.", json: Int.self))], list)
        routes.get(
            "/{word_id}", summary: "One word",
            options: [
                .operationID("showWord"), .answers(.ok, json: Word.self, "The word"), .answers(.notFound, json: NoSuchWord.self, "No such word"),
                .answerExample("cat", Word.cat, summary: "A common word"),
            ], show)
        routes.post(
            "", summary: "Add a word",
            options: [
                .operationID("addWord"), .description("The word is **not** kept.\n\nThe address in `callback_url` hears of it."),
                .bodyExample("cat", NewWord.cat, summary: "A common word"), .bodyExample("rain", NewWord.rain, summary: "With everything"),
                .link("itself", to: "showWord", ["word_id": "$response.body#/id"], "The word that was made"),
                .callback("learned", at: "{$request.body#/callback_url}", sends: Learned.self, summary: "The word was learnt"),
                .externalDocumentation("https://example.org/words/new", "What makes a good word"),
            ], add)
        routes.get("/tagged", summary: "Words with tags", options: [.openToAll]) { (header: Header<Preferences>) in header.value.tags }
        routes.patch("/{word_id}", summary: "Change a word, or touch it", change)
        routes.delete("/{word_id}", summary: "Forget a word", options: [.deprecated], forget)
    }

    func list(query: Query<WordFilter>, header: Header<Language>, cookie: Cookie<Visit>, context: RequestContext) async throws -> WordPage {
        context.responseFields.append("X-Total", "1")
        let filter = query.value
        return WordPage(
            items: [Word.cat], page: filter.page, levels: filter.levels, language: header.value.language, since: filter.since, within: filter.within,
            visit: cookie.value.visit)
    }

    func show(path: Path<WordID>, visitor: Visitor) async throws -> Response {
        let id = path.value.rawValue
        guard id == 7 else { return Response(json: NoSuchWord(wordID: id, hint: "Ask for 7."), status: .notFound) }
        return Response(json: Word.cat)
    }

    func add(visitor: Visitor, body: Body<NewWord>) async throws -> Created<Word> {
        Created(Word(id: 8, japanese: body.value.japanese, level: body.value.level, price: body.value.price), location: "/words/8")
    }

    func change(path: Path<WordID>, visitor: Visitor, body: Body<WordChange>?) async throws -> Word {
        Word(id: path.value.rawValue, japanese: body?.value.japanese ?? "猫", level: .beginner, price: nil)
    }

    func forget(path: Path<WordID>, visitor: Visitor) async throws -> NoContent { NoContent() }
}
