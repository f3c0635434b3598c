import Encoding
import JSON
import Web

// The kinds of inputs beside the plainest ones; twins of the models in Tests/Peers/fastapi_application.py.

struct TextExercise: JSONObject, Equatable {
    var title: String
    static let json = Object("TextExercise", { Self(title: $0) }, Field("title", \.title, .length(2...)))
}

struct ImageExercise: JSONObject, Equatable {
    var url: String, width: Int
    static let json = Object(
        "ImageExercise", { Self(url: $0, width: $1) }, Field("url", \.url), Field("width", \.width, default: 3), unknownFields: .refuse)
}

struct BlackCat: JSONObject, Equatable {
    var luck: Int
    static let json = Object("BlackCat", { Self(luck: $0) }, Field("luck", \.luck))
}

struct WhiteCat: JSONObject, Equatable {
    var lives: Int
    static let json = Object("WhiteCat", { Self(lives: $0) }, Field("lives", \.lives, .range(...9), default: 9))
}

enum Cat: JSONUnion, Equatable {
    case black(BlackCat), white(WhiteCat)
    static let json = OneOf(
        "Cat", tag: "color", Case("black", Cat.black) { if case .black(let cat) = $0 { cat } else { nil } },
        Case("white", Cat.white) { if case .white(let cat) = $0 { cat } else { nil } })
}

enum Exercise: JSONUnion, Equatable {
    case text(TextExercise), image(ImageExercise), cat(Cat)
    static let json = OneOf(
        "Exercise", tag: "kind", Case("text", Exercise.text) { if case .text(let exercise) = $0 { exercise } else { nil } },
        Case("image", Exercise.image) { if case .image(let exercise) = $0 { exercise } else { nil } },
        Case("cat", Exercise.cat) { if case .cat(let cat) = $0 { cat } else { nil } })
}

struct Lesson: JSONObject, Equatable {
    var name: String, exercises: [Exercise], last: Exercise?
    static let json = Object(
        "Lesson", { Self(name: $0, exercises: $1, last: $2) }, Field("name", \.name), Field("exercises", \.exercises), Field("last", \.last))
}

enum Level: Int, JSONEnum, CaseIterable, PathParameter {
    case beginner = 1
    case advanced = 2
    static let parameterName = "level"
}

struct Kinds: JSONObject, Equatable {
    var id: UUID?, wait: Duration?, price: Decimal?, data: Base64Data?, site: String?, mail: String?, level: Level?, grade: Int?, type: String?
    static let json = Object(
        "Kinds",
        { Self(id: $0, wait: $1, price: $2, data: $3, site: $4, mail: $5, level: $6, grade: $7, type: $8) },
        Field("id", \.id), Field("wait", \.wait), Field("price", \.price, .greaterThanOrEqual(Decimal(0)), .digits(5, places: 2)), Field("data", \.data),
        Field("site", \.site, .format(.httpURL)), Field("mail", \.mail, .format(.email)), Field("level", \.level), Field("grade", \.grade, .oneOf([1, 2, 3])),
        Field("type", \.type, .oneOf(["word"])))
}

struct Named: JSONObject, Equatable {
    var japanese: String, tags: [String]
    static let json = Object(
        "Named", { Self(japanese: $0, tags: $1) }, Field("japanese", \.japanese, .length(2...), alsoNamed: ["ja", "kanji"]),
        Field("tags", \.tags, default: [], alsoNamed: ["labels"]))
}

struct StrictNamed: JSONObject, Equatable {
    var japanese: String
    static let json = Object("StrictNamed", { Self(japanese: $0) }, Field("japanese", \.japanese, alsoNamed: ["ja"]), unknownFields: .refuse)
}

struct Tags: JSONObject {
    var tags: [String]
    static let json = Object("Tags", { Self(tags: $0) }, Field("x-tag", \.tags, default: []))
}

struct StrictList: JSONObject {
    var page: Int, tags: [String]
    static let json = Object(
        "StrictList", { Self(page: $0, tags: $1) }, Field("page", \.page, .range(1...), default: 1), Field("tag", \.tags, default: []), unknownFields: .refuse)
}

struct StrictCookies: JSONObject {
    var sid: String
    static let json = Object("StrictCookies", { Self(sid: $0) }, Field("sid", \.sid), unknownFields: .refuse)
}

struct LevelOptions: JSONObject {
    var wait: Duration?, id: UUID?
    static let json = Object("LevelOptions", { Self(wait: $0, id: $1) }, Field("wait", \.wait), Field("id", \.id))
}

struct LevelAnswer: JSONObject {
    var level: Level, waits: Bool, id: UUID?
    static let json = Object("LevelAnswer", { Self(level: $0, waits: $1, id: $2) }, Field("level", \.level), Field("waits", \.waits), Field("id", \.id))
}

/// Several bodies in one: an object with a field for each.
struct TwoBodies: JSONObject {
    var vocabulary: VocabularyRequest, parts: WordParts, importance: Int
    static let json = Object(
        "TwoBodies", { Self(vocabulary: $0, parts: $1, importance: $2) },
        Field("vocabulary", \.vocabulary), Field("parts", \.parts), Field("importance", \.importance, .greaterThan(0)))
}

extension PeerRoutes {
    func registerInputs(on routes: RouteGroup) {
        routes.post("/exercise") { (body: Body<Exercise>) in body.value }
        routes.post("/lesson") { (body: Body<Lesson>) in body.value }
        routes.post("/kinds") { (body: Body<Kinds>) in body.value }
        routes.post("/named") { (body: Body<Named>) in body.value }
        routes.post("/strict-named") { (body: Body<StrictNamed>) in body.value }
        routes.get("/tags") { (header: Header<Tags>) in header.value }
        routes.get("/strict-list") { (query: Query<StrictList>) in query.value }
        routes.get("/strict-cookies") { (cookie: Cookie<StrictCookies>) in cookie.value }
        routes.get("/levels/{level}") { (level: Path<Level>, query: Query<LevelOptions>) in
            LevelAnswer(level: level.value, waits: query.value.wait != nil, id: query.value.id)
        }
        routes.post("/two-bodies") { (body: Body<TwoBodies>) in body.value }
        routes.post("/maybe-body") { (body: Body<VocabularyRequest?>) in body.value }
    }
}
