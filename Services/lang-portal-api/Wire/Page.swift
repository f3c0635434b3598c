import JSON

/// Which part of a list is asked for.
struct PageRequest: Equatable, Sendable {
    /// From 1.
    var number = 1
    /// Items on a page, 1 to 500.
    var size = 100

    /// Items before this page.
    var offset: Int { (number - 1) * size }
}

/// A page of a list with what pagers need.
protocol Page: JSONObject {
    associatedtype Item: JSONObject
    init(items: [Item], pagination: Pagination)
}

/// Where a page stands in its list.
struct Pagination: JSONObject, Equatable {
    var currentPage: Int
    var totalPages: Int
    var totalItems: Int
    var itemsPerPage: Int

    init(of totalItems: Int, at page: PageRequest) {
        self.init(currentPage: page.number, totalPages: (totalItems + page.size - 1) / page.size, totalItems: totalItems, itemsPerPage: page.size)
    }

    init(currentPage: Int, totalPages: Int, totalItems: Int, itemsPerPage: Int) {
        self.currentPage = currentPage
        self.totalPages = totalPages
        self.totalItems = totalItems
        self.itemsPerPage = itemsPerPage
    }

    static let json = Object(
        "Pagination", { Pagination(currentPage: $0, totalPages: $1, totalItems: $2, itemsPerPage: $3) },
        Field("current_page", \.currentPage, example: 1),
        Field("total_pages", \.totalPages, example: 7),
        Field("total_items", \.totalItems, example: 644),
        Field("items_per_page", \.itemsPerPage, example: 100))
}

/// A page of words.
struct WordPage: Page, Equatable {
    var items: [WordItem]
    var pagination: Pagination

    static let json = Object("WordPage", { WordPage(items: $0, pagination: $1) }, Field("items", \.items), Field("pagination", \.pagination))
}

/// A page of groups.
struct GroupPage: Page, Equatable {
    var items: [GroupItem]
    var pagination: Pagination

    static let json = Object("GroupPage", { GroupPage(items: $0, pagination: $1) }, Field("items", \.items), Field("pagination", \.pagination))
}

/// A page of study sessions, the newest first.
struct SessionPage: Page, Equatable {
    var items: [SessionItem]
    var pagination: Pagination

    static let json = Object("SessionPage", { SessionPage(items: $0, pagination: $1) }, Field("items", \.items), Field("pagination", \.pagination))
}
