public import Platform
public import Postgres

/// Has a store delete rows that nobody needs any more, now and then while it is used: at the first call of a process, then at one in so many or at the first
/// after so long.
///
/// Nobody waits for it. One that fails is logged, and made up for by the next; each deletes a bounded number of rows, so that none takes long.
public final class RowSweeper: Sendable {
    private let rows: String
    private let schedule: Lock<SweepSchedule>
    private let logger: Logger
    private let clock: any MonotonicClock

    /// A sweeper that has not swept yet.
    ///
    /// - Parameter rows: what is swept away, for the log.
    public init(
        _ rows: String, every calls: Int, orAfter interval: Duration = .seconds(600), logger: Logger, clock: any MonotonicClock = SystemClock()
    ) {
        self.rows = rows
        schedule = Lock(SweepSchedule(every: calls, orAfter: interval))
        self.logger = logger
        self.clock = clock
    }

    /// Notes a call of the store, and begins to sweep when it is time.
    public func noteCall(_ sweep: @escaping @Sendable () async throws(PostgresError) -> Void) {
        guard schedule.withLock({ $0.begins(at: clock.uptime()) }) else { return }
        Task {
            do throws(PostgresError) {
                try await sweep()
            } catch {
                logger.warning("postgres.not-swept") { line in
                    line.field("rows", rows)
                    line.field("error", error: error)
                }
            }
            schedule.withLock { $0.end() }
        }
    }
}
