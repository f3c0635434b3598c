import Encoding
import JSON
import Web

enum Level: Int, JSONEnum, CaseIterable {
    case beginner = 1
    case advanced = 2
}

enum Order: String, JSONEnum, CaseIterable { case ascending, descending }

struct WordID: JSONWrapper, PathParameter {
    static let parameterName = "word_id"
    static let parameterRules = [Rule<Int>.range(1...)]
    var rawValue: Int
}

struct Word: JSONObject {
    var id: Int, japanese: String, level: Level, price: Decimal?
    static let cat = Word(id: 7, japanese: "猫", level: .beginner, price: nil)
    static let json = Object(
        "Word", { Self(id: $0, japanese: $1, level: $2, price: $3) }, Field("id", \.id, .range(1...), example: 7), Field("japanese", \.japanese, example: "猫"),
        Field("level", \.level), Field("price", \.price))
}

struct NewWord: JSONObject {
    var japanese: String, level: Level, price: Decimal?, callbackURL: String?, romaji: String?
    static let cat = NewWord(japanese: "猫", level: .beginner, price: nil, callbackURL: nil, romaji: nil)
    static let rain = NewWord(japanese: "雨", level: .advanced, price: Decimal(150, exponent: -2), callbackURL: "https://example.org/hook", romaji: "ame")
    static let json = Object(
        "NewWord", { Self(japanese: $0, level: $1, price: $2, callbackURL: $3, romaji: $4) },
        Field("japanese", \.japanese, .length(1...20), description: "As it is written.", alsoNamed: ["ja"], examples: ["猫", "犬"]),
        Field("level", \.level, default: .beginner),
        Field("price", \.price, .greaterThanOrEqual(Decimal(0)), .digits(5, places: 2)),
        Field("callback_url", \.callbackURL, .format(.httpURL), description: "Who hears of it."), Field("romaji", \.romaji, deprecated: true),
        description: "A word to add.", unknownFields: .refuse)
}

struct WordChange: JSONObject {
    var japanese: String
    static let json = Object("WordChange", { Self(japanese: $0) }, Field("japanese", \.japanese, .length(1...)))
}

struct NoSuchWord: JSONObject {
    var wordID: Int, hint: String
    static let json = Object("NoSuchWord", { Self(wordID: $0, hint: $1) }, Field("word_id", \.wordID), Field("hint", \.hint))
}

struct Learned: JSONObject {
    var wordID: Int, learner: String
    static let json = Object("Learned", { Self(wordID: $0, learner: $1) }, Field("word_id", \.wordID), Field("learner", \.learner))
}

struct WordFilter: JSONObject {
    var page: Int, order: Order, levels: [Level], since: CivilDate?, within: Duration?, trace: Bool
    static let json = Object(
        "WordFilter", { Self(page: $0, order: $1, levels: $2, since: $3, within: $4, trace: $5) },
        Field("page", \.page, .range(1...100), default: 1, description: "From 1."), Field("order", \.order, default: .ascending),
        Field("level", \.levels, default: []), Field("since", \.since), Field("within", \.within, deprecated: true),
        Field("trace", \.trace, default: false, hidden: true), unknownFields: .refuse)
}

struct Preferences: JSONObject {
    var tags: [String]
    static let json = Object("Preferences", { Self(tags: $0) }, Field("x-tag", \.tags, default: []))
}

struct Language: JSONObject {
    var language: String?
    static let json = Object("Language", { Self(language: $0) }, Field("x-language", \.language))
}

struct Visit: JSONObject {
    var visit: String?
    static let json = Object("Visit", { Self(visit: $0) }, Field("visit", \.visit))
}

struct WordPage: JSONObject {
    var items: [Word], page: Int, levels: [Level], language: String?, since: CivilDate?, within: Duration?, visit: String?
    static let json = Object(
        "WordPage", { Self(items: $0, page: $1, levels: $2, language: $3, since: $4, within: $5, visit: $6) }, Field("items", \.items), Field("page", \.page),
        Field("levels", \.levels), Field("language", \.language), Field("since", \.since), Field("within", \.within), Field("visit", \.visit))
}

struct TextExercise: JSONObject {
    var title: String, answers: [String]
    static let json = Object(
        "TextExercise", { Self(title: $0, answers: $1) }, Field("title", \.title, .length(2...)), Field("answers", \.answers, .count(...4), default: []))
}

struct ImageExercise: JSONObject {
    var url: String
    static let json = Object("ImageExercise", { Self(url: $0) }, Field("url", \.url, .format(.httpURL)))
}

enum Exercise: JSONUnion {
    case text(TextExercise), image(ImageExercise)
    static let json = OneOf(
        "Exercise", tag: "kind", description: "What a learner is asked.",
        Case("text", Exercise.text) { if case .text(let exercise) = $0 { exercise } else { nil } },
        Case("image", Exercise.image) { if case .image(let exercise) = $0 { exercise } else { nil } })
}

/// Several bodies in one.
struct LessonBodies: JSONObject {
    var word: WordChange, exercises: [Exercise], importance: Int
    static let json = Object(
        "LessonBodies", { Self(word: $0, exercises: $1, importance: $2) }, Field("word", \.word), Field("exercises", \.exercises),
        Field("importance", \.importance, .greaterThan(0)))
}

struct Values: JSONObject {
    var id: UUID, moment: Timestamp, day: CivilDate, wait: Duration, price: Decimal, data: Base64Data, site: String, mail: String
    var level: Level, type: String, counts: [String: Int], ratio: Double, anything: JSONFragment?
    static let json = Object(
        "Values",
        {
            Self(
                id: $0, moment: $1, day: $2, wait: $3, price: $4, data: $5, site: $6, mail: $7, level: $8, type: $9, counts: $10, ratio: $11, anything: $12)
        },
        Field("id", \.id), Field("moment", \.moment), Field("day", \.day), Field("wait", \.wait), Field("price", \.price), Field("data", \.data),
        Field("site", \.site, .format(.httpURL)), Field("mail", \.mail, .format(.email)), Field("level", \.level),
        Field("type", \.type, .oneOf(["values"]), default: "values"), Field("counts", \.counts, default: [:]),
        Field("ratio", \.ratio, .range(0...1), default: 0.5), Field("anything", \.anything))
}

struct Sheet: JSONObject {
    var name: String, count: Int, tags: [String], note: String?
    static let json = Object(
        "Sheet", { Self(name: $0, count: $1, tags: $2, note: $3) }, Field("name", \.name, .length(2...)), Field("count", \.count, .range(1...9), default: 5),
        Field("tags", \.tags, default: []), Field("note", \.note))
}

struct Picture: JSONObject {
    var title: String, image: UploadedFile
    static let json = Object("Picture", { Self(title: $0, image: $1) }, Field("title", \.title, .length(2...)), Field("image", \.image))
}

struct PictureFacts: JSONObject {
    var title: String, byteCount: Int
    static let json = Object("PictureFacts", { Self(title: $0, byteCount: $1) }, Field("title", \.title), Field("byte_count", \.byteCount))
}
