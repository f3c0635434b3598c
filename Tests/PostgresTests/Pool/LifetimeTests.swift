import Platform
import Postgres
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A connection of a pool` {
    @Test func `that is leased by nobody for long is closed`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop { $0.idleLimit = .milliseconds(50) }
            let session = try await Self.session(of: pool, slow: true)
            try await eventually { try await observer.sessions("pid = \(session)") == 0 }
            #expect(try await pool.query("select 5", slow: true)[0].decode(0, as: Int.self) == 5)
        }
    }

    @Test func `that is shared stays while it is young, however idle`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop { $0.idleLimit = .milliseconds(1) }
            let first = try await Self.session(of: pool)
            try await pool.inTransaction("select 1")
            try await eventually { pool.statistics.connections == 1 }
            #expect(try await Self.session(of: pool) == first)
        }
    }

    @Test func `is replaced when its lifetime is over, and no statement notices`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop { $0.lifetime = .milliseconds(100) }
            let first = try await Self.session(of: pool)
            try await eventually { try await Self.session(of: pool) != first }
            #expect(pool.statistics.retried == 0)
        }
    }

    @Test func `serves beyond its lifetime while no other can be made`() async throws {
        try await PostgresFixture.with { fixture in
            let (isRefused, asked) = (Lock(false), Lock(0))
            var configuration = fixture.configuration
            configuration.limits.lifetime = .milliseconds(100)
            let password = configuration.password ?? Secret("")
            let pool = PostgresPool(configuration, on: OneLoop.group, blocking: PostgresFixture.blocking) {
                asked.withLock { $0 += 1 }
                if isRefused.withLock({ $0 }) { throw CancellationError() }
                return password
            }
            let first = try await Self.session(of: pool)
            isRefused.withLock { $0 = true }
            asked.withLock { $0 = 0 }
            try await eventually { asked.withLock { $0 } > 1 }
            #expect(try await Self.session(of: pool) == first)
            isRefused.withLock { $0 = false }
            try await eventually { try await Self.session(of: pool) != first }
            try await eventually { pool.statistics.connections == 1 }
            await pool.close()
        }
    }

    @Test func `is not leased again when its lifetime is over`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop { $0.lifetime = .milliseconds(100) }
            let first = try await Self.session(of: pool, slow: true)
            try await eventually { try await Self.session(of: pool, slow: true) != first }
        }
    }

    @Test func `is leased again while it is good`() async throws {
        try await PostgresFixture.with { fixture in
            let pool = fixture.poolOnOneLoop()
            let first = try await Self.session(of: pool, slow: true)
            for _ in 0..<5 { #expect(try await Self.session(of: pool, slow: true) == first) }
        }
    }

    @Test func `that the server ended while nobody used it is replaced`() async throws {
        try await PostgresFixture.with { fixture in
            let observer = try Observer(fixture)
            let pool = fixture.poolOnOneLoop()
            let (shared, leased) = (try await Self.session(of: pool), try await Self.session(of: pool, slow: true))
            #expect(try await observer.terminate() == 2)
            // Until the loss has been noticed, a statement may still be sent on what is lost.
            try await eventually { try await pool.query("select pg_backend_pid()", idempotent: true)[0].decode(0, as: Int.self) != shared }
            try await eventually { pool.statistics.connections == 1 }
            #expect(try await Self.session(of: pool, slow: true) != leased)
        }
    }

    @Test func `is encrypted when the URL says so, and says who it is`() async throws {
        let pool = try SharedPool.get()
        let row = try await pool.query(
            """
            select ssl, application_name, current_setting('client_encoding') from pg_stat_ssl join pg_stat_activity using (pid)
            where pid = pg_backend_pid()
            """
        ).exactlyOne()
        let (isEncrypted, name, encoding) = try row.decode(Bool.self, String.self, String.self)
        #expect(isEncrypted && name == "app" && encoding == "UTF8")
    }

    private static func session(of pool: PostgresPool, slow: Bool = false) async throws -> Int {
        try await pool.query("select pg_backend_pid()", slow: slow)[0].decode(0)
    }
}
