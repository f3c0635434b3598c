import Crypto
import Encoding
import Platform
import Postgres
import SignIn

/// Jobs and pieces in PostgreSQL. Statements about a leased job name its lease.
struct JobStore: Sendable {
    let pool: PostgresPool

    /// The newest job of a kind: its state, when it was asked for and when its copy ends.
    func newest(_ kind: JobKind, of subject: String) async throws -> (state: JobState, askedAt: UnixTime, endsAt: UnixTime?)? {
        let row = try await pool.queryOne(
            "select state, asked_at, ends_at from learner_data_jobs where subject = \(subject) and kind = \(kind.rawValue) and state <> 'over'",
            idempotent: true)
        guard let row, let state = JobState(rawValue: try row.decode(0)) else { return nil }
        return (state, UnixTime(seconds: try row.decode(1)), try row.decode(2, as: Int64?.self).map { UnixTime(seconds: $0) })
    }

    /// The learner's ready copy.
    func content(of subject: String, at now: UnixTime) async throws -> ExportContent? {
        let row = try await pool.queryOne(
            """
            select id, pieces, bytes from learner_data_jobs
            where subject = \(subject) and kind = 'export' and state = 'ready' and ends_at > \(now.seconds)
            """, idempotent: true)
        guard let row else { return nil }
        let id = try row.decode(0, as: Int.self)
        return ExportContent(lengthBytes: try row.decode(2), pieceCount: Int(try row.decode(1, as: Int32.self))) { number in
            try await piece(number, ofJob: id, of: subject)
        }
    }

    private func piece(_ number: Int, ofJob id: Int, of subject: String) async throws -> [UInt8] {
        let row = try await pool.queryOne(
            """
            select content from learner_export_pieces as piece join learner_data_jobs as job on job.id = piece.job_id
            where job.id = \(id) and job.subject = \(subject) and job.state = 'ready' and number = \(number)
            """, idempotent: true)
        guard let row else { throw LearnerDataError.copyIsGone }
        return try row.decode(0)
    }

    /// Leases the job that is due for the longest time; nil when none is.
    func take(at now: UnixTime, for lease: Duration) async throws -> DataJob? {
        let token = Hex.encode(SecureRandom.bytes(16)), end = now + lease
        let row = try await pool.queryOne(
            """
            update learner_data_jobs set state = 'working', lease = \(token), lease_until = \(end.seconds), attempts = attempts + 1, turns = turns + 1
            where id = (
                select id from learner_data_jobs
                where state in ('asked', 'working') and due_at <= \(now.seconds) and (lease_until is null or lease_until <= \(now.seconds))
                order by due_at, turns, id limit 1 for update skip locked)
            returning id, kind, subject, asked_at, step, cursor, pieces, attempts
            """)
        guard let row, let kind = JobKind(rawValue: try row.decode(1)) else { return nil }
        return DataJob(
            id: try row.decode(0), kind: kind, subject: try row.decode(2), askedAt: try row.decode(3), step: try row.decode(4), cursor: try row.decode(5),
            pieces: Int(try row.decode(6, as: Int32.self)), attempts: Int(try row.decode(7, as: Int32.self)), lease: token)
    }

    /// Writes down how far the job is, in one statement with what its copy grows by. False when somebody else has the job now: then nothing has changed.
    ///
    /// - Parameter person: what is left of the subject when the job is done.
    func keep(_ change: JobChange, of job: DataJob, person: String, at now: UnixTime) async throws -> Bool {
        let state = change.state.rawValue, hasPiece = change.piece != nil
        return try await pool.query(
            """
            with kept as (
                update learner_data_jobs set state = \(state), step = \(change.step), cursor = \(change.cursor), attempts = \(change.attempts)::integer,
                    pieces = pieces + \(hasPiece)::integer, bytes = bytes + \(change.piece?.count ?? 0), due_at = \(change.dueAt.seconds), lease_until = \(change.leaseUntil?.seconds),
                    lease = case when \(change.leaseUntil == nil) then null else lease end, ends_at = \(change.endsAt?.seconds),
                    ended_at = case when \(change.state == .working) then null else \(now.seconds) end,
                    subject = case when \(change.state == .done) then null else subject end,
                    person = case when \(change.state == .done) then \(person)::text end
                where id = \(job.id) and lease = \(job.lease) and state = 'working' returning id),
            grown as (
                insert into learner_export_pieces (job_id, number, content)
                select id, \(job.pieces)::integer, \(change.piece) from kept where \(hasPiece))
            select count(*) from kept
            """
        ).exactlyOne().decode(0, as: Int.self) == 1
    }
}
