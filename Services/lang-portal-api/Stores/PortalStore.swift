import Postgres

/// The learners' words, groups and studies in PostgreSQL.
///
/// Every method takes the learner whose data it is about, and every statement carries it: an id of somebody else's row finds nothing.
/// Lists are one statement each: the list's owner with its maintained total, beside it the page's rows, or NULLs when the page is empty.
struct PortalStore: Sendable {
    let pool: PostgresPool
    let turns: LearnerTurns

    init(pool: PostgresPool, turns: LearnerTurns = LearnerTurns()) {
        self.pool = pool
        self.turns = turns
    }
}

/// Why the portal does not do what was asked.
enum PortalProblem: Error, Equatable {
    case noSuchWord(WordID)
    case noSuchGroup(GroupID)
    case noSuchSession(SessionID)
    case noSuchActivity(ActivityID)
    case wordNotInGroup(WordID, GroupID)
    case wordNotInSessionsGroup(WordID, SessionID)
    case wordExists
    case groupExists
    case unknownTimeZone(TimeZoneName)
    case keyUsedForAnotherRequest
    case keyInUse
    /// Too many writes of the learner wait for one another.
    case learnerIsBusy
    case quotaReached(Quota)
    case textTooLong
    /// The learner has asked for the deletion of their account.
    case learnerIsLeaving
}

extension PortalStore {
    /// The page in rows of which the first column is the list's total and the second is NULL when the page has no rows; nil without any row.
    static func page<Body: Page>(
        _ rows: PostgresRows, _ request: PageRequest, _ item: (PostgresRow) throws(PostgresError) -> Body.Item
    ) throws(PostgresError) -> Body? {
        guard let first = rows.first else { return nil }
        let total = try first.decode(0, as: Int.self)
        let isEmpty = try first.decode(1, as: Int?.self) == nil
        var items: [Body.Item] = []
        items.reserveCapacity(rows.count)
        if !isEmpty { for row in rows { items.append(try item(row)) } }
        return Body(items: items, pagination: Pagination(of: total, at: request))
    }

    /// The empty page of a learner who has nothing yet.
    static func emptyPage<Body: Page>(_ request: PageRequest) -> Body {
        Body(items: [], pagination: Pagination(of: 0, at: request))
    }
}
