import Postgres
import Testing

@testable import lang_portal_api

/// Holds every maintained counter against a count of the rows it speaks of.
enum Recount {
    static func expectEqual(_ fixture: PortalFixture, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for (name, sql) in checks {
            let wrong = try await fixture.count(sql)
            #expect(wrong == 0, "\(name): \(wrong) rows are wrong", sourceLocation: sourceLocation)
        }
    }

    static let checks: [(name: String, sql: SQL)] = [
        ("learners", learners), ("words", words), ("groups", groups), ("study_sessions", sessions), ("session_words", sessionWords),
        ("learner_activities", activities), ("study_stretches", stretches),
    ]

    /// Reviews outlive their words, but count for words that are there only.
    private static let isKept: SQL = "EXISTS (SELECT FROM words AS w WHERE w.user_id = x.user_id AND w.id = x.word_id)"

    private static let learners: SQL = """
        SELECT count(*) FROM learners AS l WHERE (
            word_count, studied_word_count, group_count, active_group_count, session_count, correct_count, wrong_count, last_review_at
        ) IS DISTINCT FROM (
            (SELECT count(*) FROM words AS x WHERE x.user_id = l.user_id),
            (SELECT count(DISTINCT word_id) FROM word_reviews AS x WHERE x.user_id = l.user_id AND \(sql: isKept)),
            (SELECT count(*) FROM groups AS x WHERE x.user_id = l.user_id),
            (SELECT count(DISTINCT group_id) FROM study_sessions AS x WHERE x.user_id = l.user_id),
            (SELECT count(*) FROM study_sessions AS x WHERE x.user_id = l.user_id),
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = l.user_id AND correct),
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = l.user_id AND NOT correct),
            (SELECT max(created_at) FROM word_reviews AS x WHERE x.user_id = l.user_id)
        )
        """

    private static let words: SQL = """
        SELECT count(*) FROM words AS w WHERE (correct_count, wrong_count) IS DISTINCT FROM (
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = w.user_id AND x.word_id = w.id AND correct),
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = w.user_id AND x.word_id = w.id AND NOT correct)
        )
        """

    private static let groups: SQL = """
        SELECT count(*) FROM groups AS g WHERE (word_count, session_count) IS DISTINCT FROM (
            (SELECT count(*) FROM word_groups AS x WHERE x.user_id = g.user_id AND x.group_id = g.id),
            (SELECT count(*) FROM study_sessions AS x WHERE x.user_id = g.user_id AND x.group_id = g.id)
        )
        """

    private static let sessions: SQL = """
        SELECT count(*) FROM study_sessions AS s WHERE (review_count, correct_count, wrong_count, word_count, last_review_at) IS DISTINCT FROM (
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = s.user_id AND x.session_id = s.id),
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = s.user_id AND x.session_id = s.id AND correct),
            (SELECT count(*) FROM word_reviews AS x WHERE x.user_id = s.user_id AND x.session_id = s.id AND NOT correct),
            (SELECT count(DISTINCT word_id) FROM word_reviews AS x WHERE x.user_id = s.user_id AND x.session_id = s.id AND \(sql: isKept)),
            (SELECT max(created_at) FROM word_reviews AS x WHERE x.user_id = s.user_id AND x.session_id = s.id)
        )
        """

    private static let sessionWords: SQL = """
        SELECT count(*) FROM (
            SELECT user_id, session_id, word_id, correct_count, wrong_count FROM session_words
        ) AS kept FULL JOIN (
            SELECT user_id, session_id, word_id, count(*) FILTER (WHERE correct) AS correct_count, count(*) FILTER (WHERE NOT correct) AS wrong_count
            FROM word_reviews AS x WHERE \(sql: isKept) GROUP BY user_id, session_id, word_id
        ) AS counted USING (user_id, session_id, word_id)
        WHERE (kept.correct_count, kept.wrong_count) IS DISTINCT FROM (counted.correct_count, counted.wrong_count)
        """

    private static let activities: SQL = """
        SELECT count(*) FROM learner_activities AS kept FULL JOIN (
            SELECT user_id, study_activity_id, count(*) AS session_count FROM study_sessions GROUP BY user_id, study_activity_id
        ) AS counted USING (user_id, study_activity_id)
        WHERE kept.session_count IS DISTINCT FROM counted.session_count
        """

    private static let stretches: SQL = """
        SELECT count(*) FROM study_stretches AS kept FULL JOIN (
            SELECT user_id, min(created_at) AS started_at, max(created_at) AS last_at FROM (
                SELECT user_id, created_at, count(*) FILTER (WHERE begins) OVER (PARTITION BY user_id ORDER BY created_at) AS stretch FROM (
                    SELECT user_id, created_at,
                        created_at - lag(created_at) OVER (PARTITION BY user_id ORDER BY created_at) >= interval '20 hours' AS begins
                    FROM word_reviews
                ) AS reviews
            ) AS numbered GROUP BY user_id, stretch
        ) AS counted USING (user_id, started_at)
        WHERE kept.last_at IS DISTINCT FROM counted.last_at
        """
}
