import HTTPCore
import JSON
import LanguageModel
import Ledger
import Platform
import Postgres
import ServiceKitPostgres
import SignIn
import TestKit
import Web

@testable import LearnerData
@testable import lang_portal_api

/// The portal's copies and deletions, on a clock that stands still.
struct Rights: Sendable {
    let fixture: PortalFixture
    let clock = ManualClock()
    let registry: PostgresSessionRegistry
    let rateLimits: PostgresRateLimitStore
    let jobs: LearnerDataJobs

    init(_ fixture: PortalFixture) {
        self.fixture = fixture
        let pool = fixture.database.pool
        registry = PostgresSessionRegistry(pool)
        rateLimits = PostgresRateLimitStore(pool, timeout: .seconds(60))
        let audit = SecurityAudit(logger: .silent, key: Secret(String(repeating: "k", count: 32)))
        var surroundings = LearnerDataJobs.Surroundings(pool: pool, account: NoAccount(), registry: registry, audit: audit, logger: .silent)
        surroundings.clock = clock
        surroundings.policy.stepLimit = .seconds(600)
        jobs = LearnerDataJobs(LangPortalAPI.learnerData(pool, rateLimits), surroundings)
    }

    var application: Application {
        Application { routes in
            SignedIn.provide(to: routes)
            AccountRoutes(jobs).register(on: routes.group("/api/v1/lang-portal", alsoAt: ["/api"]))
        }
    }

    func client(for learner: Learner) throws -> TestClient { TestClient(application, headers: try SignedIn.headers(for: learner)) }

    /// Gives a learner something in every table; texts begin with the learner's id.
    func furnish(_ learner: Learner) async throws {
        let name = String(learner.id.prefix(4)), now = clock.now(), store = fixture.store
        let (_, words, session) = try await store.beginStudy(words: 2, group: name, for: learner)
        for word in words { _ = try await store.review(word, inSession: session, correct: true, by: learner, nil) }
        _ = try await store.createGroup(named: name + " key", for: learner, IdempotentRequest(key: name, asking: name))
        try await registry.begin(
            SessionEntry(
                id: String(repeating: String(learner.id.prefix(1)), count: 32), subject: learner.id, beganAt: now, seenAt: now, endsAt: now + .seconds(3_600),
                device: "Firefox on Linux", sealedRefreshToken: "sealed"))
        _ = try await rateLimits.take(1, of: RateLimit(1, per: .day), for: "everything user \(learner.id)")
        try await furnishModels(learner)
        try await jobs.askForExport(of: learner.id)
        try await jobs.runDue()
    }

    private func furnishModels(_ learner: Learner) async throws {
        let pool = fixture.database.pool, caller = ModelCaller(user: learner.id), ledger = PostgresUsageLedger(pool, timeout: .seconds(60))
        _ = try await ledger.reserve(UsageRequest(caller: caller, tokens: 100, costMicroUSD: 7, lease: .seconds(30), limits: UsageLimits()))
        _ = try await ledger.noteAttempt(by: caller, policy: BlockPolicy())
        let cache = PostgresResponseCache(pool, timeout: .seconds(60)), key = Array((learner.id + learner.id).utf8.prefix(32))
        try await cache.keep(CachedAnswer(text: "はい", model: "m"), for: key, timeToLive: .seconds(60), caller: caller)
    }

    /// Runs a deletion to its end, past the last access token.
    func finish() async throws {
        try await jobs.runDue()
        clock.advance(by: LearnerDataPolicy().tokenLifetime)
        try await jobs.runDue()
    }

    /// A new copy, whole.
    func copy(of learner: Learner) async throws -> JSONFragment {
        try await jobs.askForExport(of: learner.id)
        try await jobs.runDue()
        guard let content = try await jobs.exportContent(of: learner.id) else { throw NoCopy() }
        var bytes: [UInt8] = []
        for number in 0..<content.pieceCount { bytes += try await content.piece(number) }
        return try JSON.parse(bytes)
    }

    struct NoCopy: Error {}
}

extension LearnerDataJobs {
    func runDue() async throws { try await runner.runDue() }
}

/// A pool that knows nobody.
private struct NoAccount: LearnerAccount {
    func signOutEverywhere(_ subject: String) async throws {}
    func delete(_ subject: String) async throws {}
    func attributes(of subject: String) async throws -> [String: String] { [:] }
}

extension PortalFixture {
    /// All tables.
    func tables() async throws -> [String] { try await tables("true") }

    /// Those with a column that says whose a row is, and the one that says so in its key.
    func tablesOfLearners() async throws -> [String] {
        try await tables("data_type = 'uuid' or column_name in ('user_id', 'subject', 'sub', 'learner', 'learner_id', 'owner')") + ["rate_limits"]
    }

    private func tables(_ condition: SQL) async throws -> [String] {
        try await query(
            """
            SELECT DISTINCT table_name::text FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND (\(sql: condition)) ORDER BY 1
            """
        ).map { try $0.decode(0) }
    }

    /// How many rows of a table have the learner's id anywhere.
    func rows(of table: String, of learner: Learner) async throws -> Int {
        try await count(SQL(verbatim: "SELECT count(*) FROM \(table) AS item WHERE item::text LIKE '%\(learner.id)%'"))
    }

    /// Every row of a learner, of every table, as text.
    func traces(of learner: Learner) async throws -> [String: String] {
        var found: [String: String] = [:]
        for table in try await tables() {
            found[table] = try await query(
                SQL(
                    verbatim:
                        "SELECT coalesce(string_agg(item::text, ';' ORDER BY item::text), '') FROM \(table) AS item WHERE item::text LIKE '%\(learner.id)%'"
                ))[0].decode(0)
        }
        return found
    }
}

extension LearnerDataJobs {
    /// Asked for by a request whose name does not matter.
    func askForExport(of subject: String) async throws { try await askForExport(of: subject, requestID: "test") }
    /// Asked for by a request whose name does not matter.
    func askForDeletion(of subject: String) async throws { try await askForDeletion(of: subject, requestID: "test") }
}
