import JSON

/// `page` and `per_page` of lists.
struct PageQuery: JSONObject {
    var page: Int
    var perPage: Int

    static let json = Object(
        "PageQuery", { PageQuery(page: $0, perPage: $1) },
        Field("page", \.page, .range(1...1_000_000_000), default: 1),
        Field("per_page", \.perPage, .range(1...500), default: 100))

    var request: PageRequest { PageRequest(number: page, size: perPage) }
}

/// The same with `limit`, by which some clients ask for the first few.
struct SessionPageQuery: JSONObject {
    var page: Int
    var perPage: Int
    var limit: Int?

    static let json = Object(
        "SessionPageQuery", { SessionPageQuery(page: $0, perPage: $1, limit: $2) },
        Field("page", \.page, .range(1...1_000_000_000), default: 1),
        Field("per_page", \.perPage, .range(1...500), default: 100),
        Field("limit", \.limit, .range(1...500)))

    var request: PageRequest { PageRequest(number: page, size: limit ?? perPage) }
}

/// How many words come next.
struct NextWordsQuery: JSONObject {
    var limit: Int

    static let json = Object("NextWordsQuery", { NextWordsQuery(limit: $0) }, Field("limit", \.limit, .range(1...500), default: 10))
}
