import Platform
import Postgres
import ServiceKitPostgres
import SignIn
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A registry of sessions` {
    private static let now = UnixTime(seconds: 1_770_571_223)

    private func entry(_ number: Int, of subject: String = "a", begins: Int64 = 0) -> SessionEntry {
        let id = String(repeating: "0", count: 32 - String(number).count) + String(number), begin = Self.now + .seconds(begins)
        return SessionEntry(
            id: id, subject: subject, beganAt: begin, seenAt: begin, endsAt: begin + .seconds(86_400), device: "Firefox on Linux",
            sealedRefreshToken: "sealed \(number)")
    }

    /// Both registries are to do the same.
    private func withRegistries(_ body: @Sendable (any SessionRegistry) async throws -> Void) async throws {
        try await body(MemorySessionRegistry())
        try await PostgresFixture.with { fixture in
            _ = try await Migrator([PostgresSessionRegistry.migration(1)]).run(on: fixture.pool)
            try await body(PostgresSessionRegistry(fixture.pool))
        }
    }

    @Test func `knows the sessions that were begun, for their learner alone`() async throws {
        try await withRegistries { registry in
            let session = entry(1)
            try await registry.begin(session)
            let (own, others, unknown) = (
                try await registry.isOpen(session.id, of: "a"), try await registry.isOpen(session.id, of: "b"), try await registry.isOpen(entry(2).id, of: "a")
            )
            #expect(own && !others && !unknown)
            let list = try await registry.list(of: "a", at: Self.now), empty = try await registry.list(of: "b", at: Self.now)
            #expect(list == [session] && empty.isEmpty)
        }
    }

    @Test func `ends a session once, for its learner alone, and gives back what it was`() async throws {
        try await withRegistries { registry in
            let session = entry(1)
            try await registry.begin(session)
            let (stranger, first, second) = (
                try await registry.end(session.id, of: "b"), try await registry.end(session.id, of: "a"), try await registry.end(session.id, of: "a")
            )
            #expect(stranger == nil && first == session && second == nil)
            let isOpen = try await registry.isOpen(session.id, of: "a")
            #expect(!isOpen)
        }
    }

    @Test func `ends all of one learner's`() async throws {
        try await withRegistries { registry in
            for number in 1...3 { try await registry.begin(entry(number)) }
            try await registry.begin(entry(4, of: "b"))
            let ended = try await registry.endAll(of: "a").sorted(), again = try await registry.endAll(of: "a")
            #expect(ended == (1...3).map { entry($0).id } && again.isEmpty)
            let isOpen = try await registry.isOpen(entry(4).id, of: "b")
            #expect(isOpen)
        }
    }

    @Test func `lists those seen last first, and none that is over`() async throws {
        try await withRegistries { registry in
            for number in 1...3 { try await registry.begin(entry(number, begins: Int64(number))) }
            try await registry.touch(entry(1).id, of: "a", at: Self.now + .seconds(60))
            try await registry.touch(entry(2).id, of: "b", at: Self.now + .seconds(90))
            // A sign of life that comes late takes nothing back.
            try await registry.touch(entry(1).id, of: "a", at: Self.now + .seconds(30))
            let list = try await registry.list(of: "a", at: Self.now + .seconds(100))
            #expect(list.map(\.id) == [1, 3, 2].map { entry($0).id } && list[0].seenAt == Self.now + .seconds(60))
            let tomorrow = try await registry.list(of: "a", at: Self.now + .seconds(86_402))
            #expect(tomorrow.map(\.id) == [entry(3).id])
        }
    }

    @Test func `keeps fifty of a learner: the oldest make room`() async throws {
        try await withRegistries { registry in
            for number in 1...53 { try await registry.begin(entry(number, begins: Int64(number))) }
            let list = try await registry.list(of: "a", at: Self.now + .seconds(60))
            #expect(list.count == 50 && Set(list.map(\.id)) == Set((4...53).map { entry($0).id }))
        }
    }

    @Test func `deletes rows whose time is over when others begin`() async throws {
        try await PostgresFixture.with { fixture in
            _ = try await Migrator([PostgresSessionRegistry.migration(1)]).run(on: fixture.pool)
            let registry = PostgresSessionRegistry(fixture.pool)
            try await registry.begin(entry(1, of: "gone"))
            try await registry.begin(entry(2, begins: 86_401))
            let count = try await fixture.pool.query("select count(*) from sessions").exactlyOne().decode(0, as: Int.self)
            #expect(count == 1)
        }
    }
}
