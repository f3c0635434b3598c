import Platform
import Postgres
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A database that is away` {
    private struct Away: Error {}

    /// Decides, when a connection needs its password, whether it gets one: now, never, or later.
    private final class Gate: Sendable {
        enum State { case open, shut, held }
        private let state: Lock<State>
        init(_ state: State) { self.state = Lock(state) }
        func set(_ new: State) { state.withLock { $0 = new } }

        func pass() async throws {
            try await eventually { state.withLock { $0 } != .held }
            if state.withLock({ $0 }) == .shut { throw Away() }
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `is found back by itself: open, half-open, closed`(road: PostgresFixture.Road) async throws {
        let gate = Gate(.shut)
        let pool = try Self.pool(road, gate)
        await #expect(throws: PostgresError.self) { try await pool.query("select 1") }
        try await eventually { pool.statistics.breaker == .open }
        gate.set(.held)
        try await eventually { pool.statistics.breaker == .halfOpen }
        let waiting = Task { try await pool.query("select 5")[0].decode(0, as: Int.self) }
        gate.set(.open)
        try await eventually { pool.statistics.breaker == .closed }
        #expect(try await waiting.value == 5)
        await pool.close()
    }

    @Test func `is a 503 at once while the breaker is open, for every kind of caller`() async throws {
        let pool = try Self.pool(.direct, Gate(.shut)) {
            $0.breaker.initialOpen = .seconds(600); $0.breaker.maximumOpen = .seconds(600)
        }
        _ = try? await pool.query("select 1")
        try await eventually { pool.statistics.breaker == .open }
        let calls: [@Sendable () async throws -> Void] = [
            { _ = try await pool.query("select 1", idempotent: true) }, { _ = try await pool.query("select 1", slow: true) },
            { _ = try await pool.inTransaction("select 1") },
        ]
        for call in calls {
            let error = await #expect(throws: PostgresError.self) { try await call() }
            guard case .unavailable(let delay, _) = error else { throw error ?? .closed }
            #expect(delay > .seconds(500) && delay <= .seconds(600))
            #expect(error?.isUnavailability == true && error?.retryAfter == delay)
        }
        await pool.close()
    }

    @Test func `keeps nobody waiting longer than the lease time-out before the breaker opens`() async throws {
        let pool = try Self.pool(.direct, Gate(.held)) { $0.leaseTimeout = .milliseconds(100) }
        let error = await #expect(throws: PostgresError.self) { try await pool.query("select 1", slow: true) }
        guard case .unavailable = error else { throw error ?? .closed }
        await pool.close()
    }

    @Test func `whose port nobody listens on is unavailable`() async throws {
        var configuration = try PostgresConfiguration(url: "postgres://app:hunter2@127.0.0.1:1/db")
        configuration.limits.breaker.failureThreshold = 1
        let error = await #expect(throws: PostgresError.self) { try await Self.ask(configuration) }
        guard case .unavailable(_, let reason) = error else { throw error ?? .closed }
        #expect(reason.contains("refused") && !reason.contains("hunter2"))
    }

    @Test func `whose name has no address is unavailable`() async throws {
        var configuration = try PostgresConfiguration(url: "postgres://app:hunter2@database.invalid/db")
        configuration.limits.breaker.failureThreshold = 1
        let error = await #expect(throws: PostgresError.self) { try await Self.ask(configuration) }
        guard case .unavailable(_, let reason) = error else { throw error ?? .closed }
        #expect(reason.contains("database.invalid") && !reason.contains("hunter2"))
    }

    @Test func `that refuses our password is unavailable, and the password is not told`() async throws {
        var configuration = try PostgresFixture.configuration(.direct)
        configuration.password = Secret("wrong-hunter2")
        configuration.limits.breaker.failureThreshold = 1
        let error = await #expect(throws: PostgresError.self) { try await Self.ask(configuration) }
        guard case .unavailable(_, let reason) = error else { throw error ?? .closed }
        #expect(reason.contains("password authentication failed") && !reason.contains("hunter2"))
    }

    @Test func `whose certificate is signed by nobody we know is not spoken to`() async throws {
        let known = try PostgresFixture.configuration(.direct)
        var configuration = try PostgresConfiguration(
            host: known.host, port: known.port, user: known.user, password: known.password, database: known.database,
            protection: .verified(rootCertificatePath: "/etc/ssl/certs/ca-certificates.crt"))
        configuration.limits.breaker.failureThreshold = 1
        let error = await #expect(throws: PostgresError.self) { try await Self.ask(configuration) }
        guard case .unavailable(_, let reason) = error else { throw error ?? .closed }
        #expect(reason.contains("certificate"))
    }

    @Test func `asks for a password anew for each connection, and tells nothing of why there was none`() async throws {
        let known = try PostgresFixture.configuration(.direct)
        let password = try #require(known.password)
        let asked = Lock(0)
        let pool = PostgresPool(known, on: OneLoop.group, blocking: PostgresFixture.blocking) {
            asked.withLock { $0 += 1 }
            return password
        }
        try await pool.execute("select 1")
        try await pool.inTransaction("select 1")
        #expect(asked.withLock { $0 } == 2)
        await pool.close()

        struct Verbose: Error { let text = "token hunter2 is stale" }
        var configuration = known
        configuration.limits.breaker.failureThreshold = 1
        let without = PostgresPool(configuration, on: OneLoop.group, blocking: PostgresFixture.blocking) { throw Verbose() }
        let error = await #expect(throws: PostgresError.self) { try await without.query("select 1") }
        #expect(error.map { String(reflecting: $0) }?.contains("Verbose") == true)
        #expect(error.map { String(reflecting: $0) }?.contains("hunter2") == false)
        await without.close()
    }

    private static func pool(_ road: PostgresFixture.Road, _ gate: Gate, adjust: (inout PostgresLimits) -> Void = { _ in }) throws -> PostgresPool {
        var configuration = try PostgresFixture.configuration(road)
        configuration.limits.breaker.failureThreshold = 2
        adjust(&configuration.limits)
        let password = configuration.password ?? Secret("")
        return PostgresPool(configuration, on: OneLoop.group, blocking: PostgresFixture.blocking) {
            try await gate.pass()
            return password
        }
    }

    private static func ask(_ configuration: PostgresConfiguration) async throws {
        let pool = PostgresPool(configuration, on: OneLoop.group, blocking: PostgresFixture.blocking)
        let result = await Result { try await pool.query("select 1", timeout: .seconds(30)) }
        await pool.close()
        _ = try result.get()
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
