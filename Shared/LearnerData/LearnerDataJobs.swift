public import Platform
public import Postgres
public import SignIn
public import Web

/// A learner's rights as jobs in PostgreSQL: what was asked for goes on by itself, in whichever task is there, until it is done.
///
/// A copy is gathered page by page from the handlers in their order, and kept for seven days. A deletion ends every session first, here and at the user
/// pool; then every handler deletes, the last first; then copies go, and last the account. Access
/// tokens that are out live on for an hour, as they are verified without asking anybody: what is written with them meanwhile is refused where a service's
/// tables call `refuse_leaving_learner`, and what is not refused goes in a second sweep when the last token has expired. What is left is a keyed hash, and
/// when it was done.
public final class LearnerDataJobs: LearnerRights {
    private let store: JobStore
    private let audit: SecurityAudit
    private let clock: any WallClock
    private let loop: JobLoop
    let runner: JobRunner

    /// What jobs are done with.
    public struct Surroundings: Sendable {
        /// The database of the service, with the tables of `migration(_:)`.
        public var pool: PostgresPool
        /// Accounts at the user pool.
        public var account: any LearnerAccount
        /// Where sessions are written down.
        public var registry: any SessionRegistry
        /// Writes down what was asked for and done.
        public var audit: SecurityAudit
        /// Hears of steps that fail.
        public var logger: Logger
        /// What time it is.
        public var clock: any WallClock = SystemClock()
        /// How jobs go on.
        public var policy = LearnerDataPolicy()

        /// The machine's clock, and jobs as they go on by default.
        public init(pool: PostgresPool, account: any LearnerAccount, registry: any SessionRegistry, audit: SecurityAudit, logger: Logger) {
            self.pool = pool
            self.account = account
            self.registry = registry
            self.audit = audit
            self.logger = logger
        }
    }

    /// Jobs over these parts, those that others refer to first, and over the account and its sessions, which every service has.
    public init(_ handlers: [any LearnerDataHandler], _ surroundings: Surroundings) {
        let (clock, policy, logger) = (surroundings.clock, surroundings.policy, surroundings.logger)
        let all = [AccountData(account: surroundings.account)] + handlers + [SessionData(registry: surroundings.registry, clock: clock)]
        precondition(Set(all.map(\.name)).count == all.count && all.allSatisfy { Self.isName($0.name) }, "parts have names of their own: \(all.map(\.name))")
        store = JobStore(pool: surroundings.pool)
        audit = surroundings.audit
        self.clock = clock
        let worker = StepWorker(
            handlers: all, account: surroundings.account, registry: surroundings.registry, store: store, limit: policy.stepLimit)
        runner = JobRunner(store, worker, policy, clock: clock, audit: audit, logger: logger)
        loop = JobLoop(runner, every: policy.pollInterval, logger: logger)
    }

    /// The tables, as a step of a service's schema.
    public static func migration(_ number: Int) -> Migration { Migration(number, "copies and deletions", JobStore.schema) }

    /// Has this task work on jobs from the service's start to its end; there the step at work is finished, and its job goes on elsewhere.
    public func register(on routes: RouteGroup) {
        routes.lifespan("copies and deletions", start: { [loop] in loop.start() }, stop: { await $0() })
    }

    private static func isName(_ text: String) -> Bool { (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { $0 &- 97 < 26 || $0 == 95 } }
}

// MARK: - Rights

extension LearnerDataJobs {
    /// See `LearnerRights`.
    public func export(of subject: String) async throws -> ExportProgress {
        guard let job = try await store.newest(.export, of: subject) else { return .none }
        switch job.state {
        case .asked: return .asked(at: job.askedAt)
        case .working: return .working
        case .ready:
            guard let end = job.endsAt, end > clock.now() else { return .none }
            return .ready(until: end)
        case .failed: return .failed
        case .done, .over: return .none
        }
    }

    /// See `LearnerRights`.
    ///
    /// - Throws: `LearnerDataError.isLeaving` when the deletion was asked for.
    public func askForExport(of subject: String, requestID: String) async throws {
        guard try await store.askForExport(of: subject, at: clock.now()) else { return }
        audit.record(.exportAsked, person: subject, requestID: requestID)
        loop.wake()
    }

    /// See `LearnerRights`.
    public func exportContent(of subject: String) async throws -> ExportContent? { try await store.content(of: subject, at: clock.now()) }

    /// See `LearnerRights`.
    public func deletion(of subject: String) async throws -> DeletionProgress {
        guard let job = try await store.newest(.deletion, of: subject) else { return .none }
        return switch job.state {
        case .asked: .asked(at: job.askedAt)
        case .failed: .failed
        case .working, .ready, .done, .over: .working
        }
    }

    /// See `LearnerRights`.
    public func askForDeletion(of subject: String, requestID: String) async throws {
        guard try await store.askForDeletion(of: subject, at: clock.now()) else { return }
        audit.record(.deletionAsked, person: subject, requestID: requestID)
        loop.wake()
    }
}
