import JSON
import Web

// The twin of the application in Tests/Peers/fastapi_application.py.

struct VocabularyRequest: JSONObject {
    var topic: String, wordCount: Int
    static let json = Object(
        "Vocabulary", { Self(topic: $0, wordCount: $1) },
        Field("topic", \.topic, .length(1...20), example: "Weather"), Field("word_count", \.wordCount, .range(3...10), default: 5))
}

struct WordParts: JSONObject {
    var type: String, formality: String
    static let json = Object(
        "Parts", { Self(type: $0, formality: $1) },
        Field("type", \.type), Field("formality", \.formality, .oneOf(["neutral", "formal"]), default: "neutral"))
}

struct WordRequest: JSONObject {
    var japanese: String, parts: WordParts, tags: [String], isCommon: Bool, note: String?, weight: Double
    static let json = Object(
        "Word", { Self(japanese: $0, parts: $1, tags: $2, isCommon: $3, note: $4, weight: $5) },
        Field("japanese", \.japanese, .length(1...10)), Field("parts", \.parts), Field("tags", \.tags, .count(...3), default: []),
        Field("is_common", \.isCommon, default: false), Field("note", \.note), Field("weight", \.weight, .range(0...1), default: 0.5))
}

struct WordList: JSONObject {
    var page: Int, perPage: Int, order: String, search: String?, exact: Bool
    static let json = Object(
        "WordList", { Self(page: $0, perPage: $1, order: $2, search: $3, exact: $4) },
        Field("page", \.page, .range(1...), default: 1), Field("per_page", \.perPage, .range(1...500), default: 100),
        Field("order", \.order, .oneOf(["asc", "desc"]), default: "asc"), Field("search", \.search, .length(...5)),
        Field("exact", \.exact, default: false))
}

struct Search: JSONObject {
    var topic: String, limit: Int
    static let json = Object("Search", { Self(topic: $0, limit: $1) }, Field("topic", \.topic, .length(2...)), Field("limit", \.limit))
}

struct Sheet: JSONObject {
    var name: String, count: Int, tags: [String], note: String?
    static let json = Object(
        "Sheet", { Self(name: $0, count: $1, tags: $2, note: $3) },
        Field("name", \.name, .length(2...), example: "花子"), Field("count", \.count, .range(1...9), default: 5),
        Field("tags", \.tags, .count(...2), default: []), Field("note", \.note))
}

struct StrictSheet: JSONObject {
    var name: String
    static let json = Object("StrictSheet", { Self(name: $0) }, Field("name", \.name), unknownFields: .refuse)
}

struct PictureForm: JSONObject {
    var title: String, image: UploadedFile, more: [UploadedFile]
    static let json = Object(
        "PictureForm", { Self(title: $0, image: $1, more: $2) },
        Field("title", \.title, .length(2...)), Field("image", \.image), Field("more", \.more, default: []))
}

struct StoredPicture: JSONObject {
    var title: String, files: [UploadedFile]
    static let json = Object("StoredPicture", { Self(title: $0, files: $1) }, Field("title", \.title), Field("files", \.files))
}

struct CountHeaders: JSONObject {
    var count: Int, note: String?
    static let json = Object("CountHeaders", { Self(count: $0, note: $1) }, Field("x-count", \.count, .range(0...)), Field("x-note", \.note))
}

struct DryRun: JSONObject {
    var isDryRun: Bool
    static let json = Object("DryRun", { Self(isDryRun: $0) }, Field("dry_run", \.isDryRun))
}

struct WordReference: JSONObject {
    var id: WordID
    static let json = Object("WordReference", { Self(id: $0) }, Field("word_id", \.id))
}

struct WordID: JSONWrapper, PathParameter, Hashable {
    var rawValue: Int
    static let parameterName = "word_id"
    static let parameterRules = [Rule<Int>.range(1...)]
}

/// Method references with several inputs, as services write them.
struct PeerRoutes: Sendable {
    func register(on routes: RouteGroup) {
        routes.post("/vocabulary") { (body: Body<VocabularyRequest>) in body.value }
        routes.post("/words", create)
        routes.get("/words/{word_id}", summary: "One word", show)
        routes.get("/words", list)
        routes.get("/search") { (query: Query<Search>) in query.value }
        routes.get("/headers") { (header: Header<CountHeaders>) in header.value }
        routes.put("/words/{word_id}", replace)
        routes.post("/form") { (form: Form<Sheet>) in form.value }
        routes.post("/strict-form") { (form: Form<StrictSheet>) in form.value }
        routes.post("/pictures") { (form: Multipart<PictureForm>) in StoredPicture(title: form.value.title, files: [form.value.image] + form.value.more) }
        registerInputs(on: routes)
    }

    func create(body: Body<WordRequest>) async throws -> WordRequest { body.value }
    func show(path: Path<WordID>) async throws -> WordReference { WordReference(id: path.value) }
    func list(query: Query<WordList>) async throws -> WordList { query.value }

    func replace(
        body: Body<VocabularyRequest>, path: Path<WordID>, query: Query<DryRun>, header: Header<CountHeaders>
    ) async throws -> VocabularyRequest { body.value }
}
