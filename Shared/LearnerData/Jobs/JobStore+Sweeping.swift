import Platform
import Postgres

extension JobStore {
    private static let piecesAtOnce = 50

    /// Deletes some of a learner's copies; complete when none is left.
    func deleteCopies(of subject: String) async throws -> DeletionPart {
        let pieces = try await pool.execute(
            """
            delete from learner_export_pieces where (job_id, number) in (
                select job_id, number from learner_export_pieces as piece join learner_data_jobs as job on job.id = piece.job_id
                where job.subject = \(subject) and job.kind = 'export' limit \(Self.piecesAtOnce))
            """, slow: true)
        if pieces == Self.piecesAtOnce { return .more }
        try await pool.execute("delete from learner_data_jobs where subject = \(subject) and kind = 'export' and state = 'over'")
        return .complete
    }

    /// Sweeps away some of what has ended: copies after their time, and pieces of those that were given up. Tells whether there may be more.
    func sweep(at now: UnixTime) async throws -> Bool {
        try await pool.execute(
            """
            update learner_data_jobs set state = 'over' where id in (
                select id from learner_data_jobs where kind = 'export' and state in ('ready', 'failed') and ends_at <= \(now.seconds)
                limit 100 for update skip locked)
            """)
        let pieces = try await pool.execute(
            """
            delete from learner_export_pieces where (job_id, number) in (
                select job_id, number from learner_export_pieces as piece join learner_data_jobs as job on job.id = piece.job_id
                where job.kind = 'export' and job.state in ('failed', 'over') limit \(Self.piecesAtOnce))
            """, slow: true)
        if pieces == Self.piecesAtOnce { return true }
        try await pool.execute(
            """
            delete from learner_data_jobs where id in (
                select id from learner_data_jobs as job where kind = 'export' and state = 'over'
                    and not exists (select from learner_export_pieces where job_id = job.id) limit 100 for update skip locked)
            """)
        return false
    }
}
