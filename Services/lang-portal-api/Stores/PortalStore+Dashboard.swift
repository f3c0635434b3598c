import Postgres

extension PortalStore {
    /// The session the learner began last, or nil while there is none.
    func lastStudySession(of learner: Learner) async throws -> LastStudySession? {
        let rows = try await pool.query(
            """
            SELECT id, group_id, group_name, activity_name, created_at, review_count, correct_count, wrong_count FROM study_sessions
            WHERE user_id = \(learner) ORDER BY id DESC LIMIT 1
            """, idempotent: true)
        return try rows.first.map { row throws(PostgresError) in
            LastStudySession(
                id: try row.decode(0), groupID: try row.decode(1), groupName: try row.decode(2), activityName: try row.decode(3),
                startTime: try row.decode(4), reviewItemsCount: try row.decode(5), correctCount: try row.decode(6), wrongCount: try row.decode(7))
        }
    }

    /// How many of the learner's words were reviewed.
    func studyProgress(of learner: Learner) async throws -> StudyProgress {
        let rows = try await pool.query("SELECT studied_word_count, word_count FROM learners WHERE user_id = \(learner)", idempotent: true)
        guard let row = rows.first else { return StudyProgress(totalWordsStudied: 0, totalAvailableWords: 0) }
        return StudyProgress(totalWordsStudied: try row.decode(0), totalAvailableWords: try row.decode(1))
    }

    /// Success rate, sessions, groups and the streak in the learner's zone.
    func quickStats(of learner: Learner, in zone: TimeZoneName) async throws -> QuickStats {
        let rows = try await statsRows(of: learner, in: zone)
        guard let row = rows.first else { return QuickStats(successRate: 0, totalStudySessions: 0, totalActiveGroups: 0, studyStreakDays: 0) }
        let (correct, wrong, sessions, groups, streak) = try row.decode(Int.self, Int.self, Int.self, Int.self, Int.self)
        return QuickStats(
            successRate: QuickStats.successRate(correct: correct, wrong: wrong), totalStudySessions: sessions, totalActiveGroups: groups,
            studyStreakDays: streak)
    }

    private func statsRows(of learner: Learner, in zone: TimeZoneName) async throws -> PostgresRows {
        do throws(PostgresError) {
            return try await pool.query(
                """
                SELECT correct_count, wrong_count, session_count, active_group_count, \(sql: Self.streak(of: learner, in: zone))
                FROM learners WHERE user_id = \(learner) AND now() AT TIME ZONE \(zone)::text IS NOT NULL
                """, idempotent: true)
        } catch {
            // 22023, invalid_parameter_value: what AT TIME ZONE says of a zone it does not know.
            throw error.serverError?.state == SQLState("22023") ? PortalProblem.unknownTimeZone(zone) : error
        }
    }

    /// Days in a row up to today or yesterday. Walks the stretches of study from the newest back to the first gap of a whole calendar day.
    private static func streak(of learner: Learner, in zone: TimeZoneName) -> SQL {
        """
        (
            SELECT coalesce(max(last_day) - min(first_day) + 1, 0) FROM (
                SELECT first_day, last_day, count(*) FILTER (WHERE newer_day - last_day > 1) OVER (ORDER BY started_at DESC) AS breaks FROM (
                    SELECT started_at, first_day, last_day, lag(first_day, 1, today) OVER (ORDER BY started_at DESC) AS newer_day FROM (
                        SELECT started_at, (started_at AT TIME ZONE zone)::date AS first_day, (last_at AT TIME ZONE zone)::date AS last_day,
                            (now() AT TIME ZONE zone)::date AS today
                        FROM study_stretches, (VALUES (\(zone)::text)) AS learner (zone) WHERE user_id = \(learner) OFFSET 0
                    ) AS stretches
                ) AS neighbours
            ) AS run WHERE breaks = 0
        )
        """
    }
}
