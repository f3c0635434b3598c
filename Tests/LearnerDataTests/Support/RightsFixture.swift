import JSON
import Platform
import Postgres
import SignIn
import TestKit

@testable import LearnerData

/// A database with the tables of jobs alone, two parts in memory, an account and sessions, on a clock that stands still.
struct RightsFixture: Sendable {
    static let learner = "11111111-1111-4111-8111-111111111111"
    static let other = "22222222-2222-4222-8222-222222222222"

    let database: PostgresFixture
    let clock = ManualClock()
    let shelf = Shelf("books")
    let drawer = Shelf("letters")
    let account = AccountInMemory()
    let registry = MemorySessionRegistry()
    let log = CapturingLogSink()
    /// Nobody's hands are tied by how long a test machine takes.
    var policy: LearnerDataPolicy = {
        var policy = LearnerDataPolicy()
        policy.stepLimit = .seconds(600)
        return policy
    }()

    static func with(_ body: @Sendable (RightsFixture) async throws -> Void) async throws {
        try await PostgresFixture.with { database in
            try await Migrator([LearnerDataJobs.migration(1)]).run(on: database.pool)
            try await body(RightsFixture(database: database))
        }
    }

    /// The jobs of one task of a service; several are several tasks.
    func task(_ more: [any LearnerDataHandler] = [], adjust: (inout LearnerDataPolicy) -> Void = { _ in }) -> LearnerDataJobs {
        let logger = Logger(service: "test", sink: log, clock: clock)
        let audit = SecurityAudit(logger: logger, key: Secret(String(repeating: "k", count: 32)))
        var surroundings = LearnerDataJobs.Surroundings(pool: database.pool, account: account, registry: registry, audit: audit, logger: logger)
        surroundings.clock = clock
        surroundings.policy = policy
        adjust(&surroundings.policy)
        return LearnerDataJobs([shelf, drawer] + more, surroundings)
    }

    /// The ready copy as a document.
    func copy(of subject: String = learner, _ rights: LearnerDataJobs) async throws -> JSONFragment {
        guard let content = try await rights.exportContent(of: subject) else { throw NoCopy() }
        var bytes: [UInt8] = []
        for number in 0..<content.pieceCount { bytes += try await content.piece(number) }
        guard bytes.count == content.lengthBytes else { throw NoCopy() }
        return try JSON.parse(bytes)
    }

    func count(_ sql: SQL) async throws -> Int { try await database.pool.query(sql)[0].decode(0) }

    /// The events of security so far.
    var events: [String] {
        log.lines.compactMap { line in (try? JSON.parse(Array(line.utf8)))?["security_event"]?.stringValue }
    }

    struct NoCopy: Error {}
}

/// Numbers of learners in memory, ten to a page and to a deletion, with calls that are counted and may be made to fail or to wait.
final class Shelf: LearnerDataHandler {
    struct Broken: Error {}

    let name: String
    let items = Lock<[String: [Int]]>([:])
    let exports = Lock(0)
    let deletions = Lock(0)
    /// So many calls fail from now on.
    let failures = Lock(0)
    /// What the next call waits for.
    let gate = Lock<Gate?>(nil)

    init(_ name: String) { self.name = name }

    func fill(_ subject: String, _ count: Int) { items.withLock { $0[subject] = Array(0..<count) } }

    func export(of subject: String, after cursor: String?) async throws -> ExportPage {
        exports.withLock { $0 += 1 }
        try await trouble()
        let rest = items.withLock { $0[subject] ?? [] }.filter { $0 > cursor.flatMap(Int.init) ?? -1 }
        return ExportPage(Array(rest.prefix(10)), next: rest.count > 10 ? "\(rest[9])" : nil)
    }

    func delete(of subject: String) async throws -> DeletionPart {
        deletions.withLock { $0 += 1 }
        try await trouble()
        return items.withLock { items in
            let rest = Array((items[subject] ?? []).dropFirst(10))
            items[subject] = rest
            return rest.isEmpty ? .complete : .more
        }
    }

    private func trouble() async throws {
        let isBroken = failures.withLock { failures in
            defer { failures = max(0, failures - 1) }
            return failures > 0
        }
        if isBroken { throw Broken() }
        let gate = gate.withLock { gate in
            defer { gate = nil }
            return gate
        }
        await gate?.pass()
        try Task.checkCancellation()
    }
}

/// Holds one caller until it is opened.
final class Gate: Sendable {
    private let arrivals = AsyncStream<Void>.makeStream()
    private let openings = AsyncStream<Void>.makeStream()

    func pass() async {
        arrivals.continuation.yield()
        for await _ in openings.stream { return }
    }

    /// Waits until somebody stands before it.
    func arrival() async { for await _ in arrivals.stream { return } }

    func open() { openings.continuation.yield() }
}

/// Accounts in memory that note what happens to them.
final class AccountInMemory: LearnerAccount {
    let history = Lock<[String]>([])

    func signOutEverywhere(_ subject: String) async throws { history.withLock { $0.append("signed out \(subject)") } }
    func delete(_ subject: String) async throws { history.withLock { $0.append("deleted \(subject)") } }
    func attributes(of subject: String) async throws -> [String: String] { ["email": "kaede@example.com", "sub": subject] }
}

extension LearnerDataJobs {
    /// Asked for by a request whose name does not matter.
    func askForExport(of subject: String) async throws { try await askForExport(of: subject, requestID: "test") }
    /// Asked for by a request whose name does not matter.
    func askForDeletion(of subject: String) async throws { try await askForDeletion(of: subject, requestID: "test") }
}
