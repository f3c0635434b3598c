import Platform
import Postgres
import ServiceKitPostgres
import SignIn
import TestKit
import Testing

@Suite(.timeLimit(.minutes(10))) struct `A registry of sessions` {
    @Test(arguments: Registries.allCases) func `knows the sessions that were begun, for their learner alone`(registries: Registries) async throws {
        try await registries.with { registry in
            let session = SessionEntry.number(1)
            try await registry.begin(session)
            let (own, others, unknown) = (
                try await registry.isOpen(session.id, of: "a"), try await registry.isOpen(session.id, of: "b"),
                try await registry.isOpen(SessionEntry.number(2).id, of: "a")
            )
            #expect(own && !others && !unknown)
            let list = try await registry.list(of: "a", at: SessionEntry.noon), empty = try await registry.list(of: "b", at: SessionEntry.noon)
            #expect(list == [session] && empty.isEmpty)
        }
    }

    @Test(arguments: Registries.allCases) func `ends a session once, for its learner alone, and gives back what it was`(registries: Registries) async throws {
        try await registries.with { registry in
            let session = SessionEntry.number(1)
            try await registry.begin(session)
            let (stranger, first, second) = (
                try await registry.end(session.id, of: "b"), try await registry.end(session.id, of: "a"), try await registry.end(session.id, of: "a")
            )
            #expect(stranger == nil && first == session && second == nil)
            let isOpen = try await registry.isOpen(session.id, of: "a")
            #expect(!isOpen)
        }
    }

    @Test(arguments: Registries.allCases) func `ends all of one learner's`(registries: Registries) async throws {
        try await registries.with { registry in
            for number in 1...3 { try await registry.begin(SessionEntry.number(number)) }
            try await registry.begin(SessionEntry.number(4, of: "b"))
            let ended = try await registry.endAll(of: "a").sorted(), again = try await registry.endAll(of: "a")
            #expect(ended == (1...3).map { SessionEntry.number($0).id } && again.isEmpty)
            let isOpen = try await registry.isOpen(SessionEntry.number(4).id, of: "b")
            #expect(isOpen)
        }
    }

    @Test(arguments: Registries.allCases) func `lists those seen last first, and none that is over`(registries: Registries) async throws {
        try await registries.with { registry in
            for number in 1...3 { try await registry.begin(SessionEntry.number(number, begins: Int64(number))) }
            try await registry.touch(SessionEntry.number(1).id, of: "a", at: SessionEntry.noon + .seconds(60))
            try await registry.touch(SessionEntry.number(2).id, of: "b", at: SessionEntry.noon + .seconds(90))
            // A sign of life that comes late takes nothing back.
            try await registry.touch(SessionEntry.number(1).id, of: "a", at: SessionEntry.noon + .seconds(30))
            let list = try await registry.list(of: "a", at: SessionEntry.noon + .seconds(100))
            #expect(list.map(\.id) == [1, 3, 2].map { SessionEntry.number($0).id } && list[0].seenAt == SessionEntry.noon + .seconds(60))
            let tomorrow = try await registry.list(of: "a", at: SessionEntry.noon + .seconds(86_402))
            #expect(tomorrow.map(\.id) == [SessionEntry.number(3).id])
        }
    }

    @Test(arguments: Registries.allCases) func `keeps fifty of a learner: the oldest make room`(registries: Registries) async throws {
        try await registries.with { registry in
            for number in 1...53 { try await registry.begin(SessionEntry.number(number, begins: Int64(number))) }
            let list = try await registry.list(of: "a", at: SessionEntry.noon + .seconds(60))
            #expect(list.count == 50 && Set(list.map(\.id)) == Set((4...53).map { SessionEntry.number($0).id }))
        }
    }

    @Test(arguments: Registries.allCases) func `takes a session that is begun twice for one`(registries: Registries) async throws {
        try await registries.with { registry in
            for number in 1...50 { try await registry.begin(SessionEntry.number(number, begins: Int64(number))) }
            var session = SessionEntry.number(50, begins: 50)
            session.device = "Chrome on macOS"
            try await registry.begin(session)
            let list = try await registry.list(of: "a", at: SessionEntry.noon + .seconds(60))
            #expect(list.count == 50 && list.first == session)
            // Also when the time of the first was over.
            session = SessionEntry.number(50, begins: 90_000)
            try await registry.begin(session)
            let later = try await registry.list(of: "a", at: session.beganAt)
            #expect(later == [session])
        }
    }

    @Test(arguments: Registries.allCases) func `gives nobody the id of another learner's session`(registries: Registries) async throws {
        try await registries.with { registry in
            let session = SessionEntry.number(1)
            try await registry.begin(session)
            await #expect(throws: SessionIDTaken.self) { try await registry.begin(SessionEntry.number(1, of: "b")) }
            let (own, others) = (try await registry.list(of: "a", at: SessionEntry.noon), try await registry.list(of: "b", at: SessionEntry.noon))
            #expect(own == [session] && others.isEmpty)
        }
    }

    @Test(arguments: Registries.allCases) func `gives back the longest there are as they were`(registries: Registries) async throws {
        try await registries.with { registry in
            var session = SessionEntry.number(1, of: String(repeating: "s", count: 128))
            session.device = String(repeating: "狐", count: 64)
            session.sealedRefreshToken = String(repeating: "r", count: 12_288)
            try await registry.begin(session)
            let list = try await registry.list(of: session.subject, at: SessionEntry.noon), ended = try await registry.end(session.id, of: session.subject)
            #expect(list == [session] && ended == session)
        }
    }

    @Test func `deletes rows whose time is over when others begin`() async throws {
        try await Registries.withPostgres { registry, pool in
            try await registry.begin(SessionEntry.number(1, of: "gone"))
            try await registry.begin(SessionEntry.number(2, begins: 86_401))
            let count = try await pool.query("select count(*) from sessions").exactlyOne().decode(0, as: Int.self)
            #expect(count == 1)
        }
    }

    @Test func `deletes nobody's row for a service whose clock is ahead`() async throws {
        try await Registries.withPostgres { registry, _ in
            var session = SessionEntry.number(1)
            session.endsAt = SystemClock().now() + .seconds(86_400)
            try await registry.begin(session)
            try await registry.begin(SessionEntry.number(2, of: "b", begins: 86_400 * 36_500))
            let isOpen = try await registry.isOpen(session.id, of: "a")
            #expect(isOpen)
        }
    }
}
