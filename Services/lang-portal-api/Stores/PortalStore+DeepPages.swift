import Postgres

// OFFSET reads every row it passes over. Behind the thousandth row a list therefore first finds, in the index alone, where its page begins:
// the last page of 10,000 words takes half the time.
extension PortalStore {
    private static let deepOffset = 1_000

    /// The end of a list of words after `WHERE user_id = …`.
    static func window(_ page: PageRequest, ofWords learner: Learner) -> SQL {
        guard page.offset >= deepOffset else { return "ORDER BY id LIMIT \(page.size) OFFSET \(page.offset)" }
        return "AND id >= (SELECT id FROM words WHERE user_id = \(learner) ORDER BY id LIMIT 1 OFFSET \(page.offset)) ORDER BY id LIMIT \(page.size)"
    }

    /// The end of a list of sessions after `WHERE user_id = …` and the condition, the newest first.
    static func window(_ page: PageRequest, ofSessions learner: Learner, _ condition: SQL = "") -> SQL {
        guard page.offset >= deepOffset else { return "ORDER BY id DESC LIMIT \(page.size) OFFSET \(page.offset)" }
        return """
            AND id <= (SELECT id FROM study_sessions WHERE user_id = \(learner) \(sql: condition) ORDER BY id DESC LIMIT 1 OFFSET \(page.offset))
            ORDER BY id DESC LIMIT \(page.size)
            """
    }
}
