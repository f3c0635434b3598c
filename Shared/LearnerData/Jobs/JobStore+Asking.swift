import Platform
import Postgres

extension JobStore {
    /// Asks for a copy; false when one is being made. A copy of before cannot be fetched any more.
    ///
    /// - Throws: `LearnerDataError.isLeaving`.
    func askForExport(of subject: String, at now: UnixTime) async throws -> Bool {
        do {
            return try await pool.transaction { transaction in
                _ = try await transaction.query("select refuse_leaving_learner(\(subject)::text)")
                try await transaction.execute(
                    """
                    update learner_data_jobs set state = 'over', ends_at = \(now.seconds)
                    where subject = \(subject) and kind = 'export' and state in ('ready', 'failed')
                    """)
                return try await transaction.execute(
                    """
                    insert into learner_data_jobs (kind, subject, state, asked_at, due_at)
                    values ('export', \(subject), 'asked', \(now.seconds), \(now.seconds)) on conflict (subject, kind) where state <> 'over' do nothing
                    """) == 1
            }
        } catch let error as PostgresError where error.constraint == "learner_is_leaving" {
            throw LearnerDataError.isLeaving
        }
    }

    /// Asks for the deletion; false when it is under way. One that was given up begins again: what is gone stays gone. Copies end at once.
    func askForDeletion(of subject: String, at now: UnixTime) async throws -> Bool {
        try await pool.transaction { transaction in
            // Waits for transactions that begin something of the learner's; those that come later see the job (`refuse_leaving_learner`).
            _ = try await transaction.query("select pg_advisory_xact_lock(hashtextextended(\(subject)::text, 5))")
            try await transaction.execute(
                """
                update learner_data_jobs set state = 'over', lease = null, lease_until = null, ends_at = \(now.seconds)
                where subject = \(subject) and kind = 'export' and state <> 'over'
                """)
            return try await transaction.execute(
                """
                insert into learner_data_jobs as known (kind, subject, state, asked_at, due_at)
                values ('deletion', \(subject), 'asked', \(now.seconds), \(now.seconds))
                on conflict (subject, kind) where state <> 'over' do update
                set state = 'asked', step = null, cursor = null, attempts = 0, asked_at = excluded.asked_at, due_at = excluded.due_at, ended_at = null
                where known.state = 'failed'
                """) == 1
        }
    }
}
