import Platform
import Postgres
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A pool whose password changes` {
    /// As long as a token of RDS, and with its characters.
    private static func token(_ number: Int) -> String {
        "db.example:5432/?Action=connect&DBUser=app&X-Amz-Security-Token=\(String(repeating: "%2Bq8", count: 180))&X-Amz-Signature=\(number)"
    }

    private static func set(_ token: String, of role: String, in fixture: PostgresFixture, verb: String = "alter") async throws {
        try await fixture.pool.execute(SQL(verbatim: "\(verb) role \(role) login password '\(token)'"))
    }

    @Test(arguments: PostgresFixture.Road.allCases) func `answers every statement meanwhile`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let role = "rotating_\(UInt32.random(in: 0 ... .max))"
            try await Self.set(Self.token(0), of: role, in: fixture, verb: "create")
            let (current, isOver, connections) = (Lock(Self.token(0)), Lock(false), Lock(0))
            // A role has one password at a time. Who gives it waits while it changes, so that only attempts already under way meet the wrong one.
            let change = Turnstile(places: 1)
            var configuration = fixture.configuration
            configuration.user = role
            configuration.password = nil
            // Connections are replaced all the time, each with the password of the moment.
            configuration.limits.lifetime = .milliseconds(100)
            let pool = PostgresPool(configuration, on: OneLoop.group, blocking: PostgresFixture.blocking) {
                await change.pass {
                    connections.withLock { $0 += 1 }
                    return Secret(current.withLock { $0 })
                }
            }
            try await withThrowingTaskGroup { group in
                for number in 0..<8 {
                    group.addTask {
                        while !isOver.withLock({ $0 }) {
                            let row = try await pool.query("select current_user::text", slow: number == 0)[0]
                            #expect(try row.decode(0) == role)
                        }
                    }
                }
                group.addTask {
                    defer { isOver.withLock { $0 = true } }
                    for number in 1...4 {
                        try await change.pass {
                            try await Self.set(Self.token(number), of: role, in: fixture)
                            current.withLock { $0 = Self.token(number) }
                        }
                        connections.withLock { $0 = 0 }
                        try await eventually { connections.withLock { $0 } > 2 }
                    }
                }
                try await group.waitForAll()
            }
            await pool.close()
            await #expect(throws: PostgresError.self) {
                let old = PostgresPool(configuration, on: OneLoop.group, blocking: PostgresFixture.blocking) { Secret(Self.token(0)) }
                defer { Task { await old.close() } }
                _ = try await old.query("select 1")
            }
            try await eventually { await databaseError { try await fixture.pool.execute(SQL(verbatim: "drop role \(role)")) } == nil }
        }
    }
}
