import Platform
import SignIn
import Synchronization

/// Takes up jobs that are due and does their steps, one job at a time; every task of a service has one.
///
/// What a step did is written down before the next begins, under the lease the job was taken with: a task that is killed, or that is so slow that another
/// has taken the job over, changes nothing any more.
final class JobRunner: Sendable {
    private let store: JobStore
    private let worker: StepWorker
    private let policy: LearnerDataPolicy
    private let clock: any WallClock
    private let audit: SecurityAudit
    private let logger: Logger
    private let isStopping = Atomic(false)

    init(_ store: JobStore, _ worker: StepWorker, _ policy: LearnerDataPolicy, clock: any WallClock, audit: SecurityAudit, logger: Logger) {
        self.store = store
        self.worker = worker
        self.policy = policy
        self.clock = clock
        self.audit = audit
        self.logger = logger
    }

    /// From now on nothing is begun; the step at work is finished, and its job given back.
    func stop() { isStopping.store(true, ordering: .relaxed) }

    private var mayGoOn: Bool { !isStopping.load(ordering: .relaxed) }

    /// Does what is due until nothing is, and sweeps away what has ended.
    ///
    /// - Throws: `PostgresError` when the database cannot be asked; jobs go on when their leases end.
    func runDue() async throws {
        while mayGoOn, let job = try await store.take(at: clock.now(), for: policy.lease) { try await takeTurn(job) }
        while mayGoOn, try await store.sweep(at: clock.now()) {}
    }

    /// Does a bounded number of steps of a job, then gives it back behind the others that are due.
    private func takeTurn(_ taken: DataJob) async throws {
        var job = taken
        let plan = worker.plan(of: job.kind)
        for _ in 0..<policy.stepsPerTurn where mayGoOn {
            let change = await change(of: job, plan)
            guard try await keep(change, of: job) else { return }
            if change.leaseUntil == nil { return }
            job.step = change.step
            job.cursor = change.cursor
            job.pieces += change.piece == nil ? 0 : 1
            job.attempts = change.attempts
        }
        _ = try await keep(plan.change(givingBack: job, at: clock.now()), of: job)
    }

    /// Does a step; what is to be written down, also when it failed.
    private func change(of job: DataJob, _ plan: JobPlan) async -> JobChange {
        do {
            guard let step = plan.step(of: job) else { throw LearnerDataError.unknownStep(job.step ?? "") }
            if plan.isWornOut(job, policy) { throw LearnerDataError.wornOut(step.name) }
            let (outcome, piece) = try await worker.perform(step, of: job)
            return plan.change(after: step, outcome, piece: piece, at: clock.now(), policy)
        } catch {
            logger.warning("learner-data.step-failed") { line in
                line.field("job", job.id)
                line.field("step", job.step ?? "the first")
                line.field("attempts", max(1, job.attempts))
                line.field("error", error: error)
            }
            return plan.change(afterFailureOf: job, at: clock.now(), policy)
        }
    }

    private func keep(_ change: JobChange, of job: DataJob) async throws -> Bool {
        guard try await store.keep(change, of: job, person: audit.hash(job.subject), at: clock.now()) else {
            logger.warning("learner-data.lease-lost") { $0.field("job", job.id) }
            return false
        }
        switch (change.state, job.kind) {
        case (.ready, _): record(.exportReady, job)
        case (.done, _): record(.deletionDone, job)
        case (.failed, .export): record(.exportFailed, job)
        case (.failed, .deletion): record(.deletionFailed, job)
        default: break
        }
        return true
    }

    private func record(_ event: SecurityAudit.Event, _ job: DataJob) {
        audit.record(event, person: job.subject, requestID: "job-\(job.id)", reason: job.step)
    }
}
