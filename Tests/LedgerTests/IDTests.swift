import LanguageModel
import Platform
import Postgres
import TestKit
import Testing

@testable import Ledger

/// What holds of the ledger in PostgreSQL and of the one in memory.
@Suite(.timeLimit(.minutes(5))) struct `The id of a reservation` {
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case postgres, memory
        var testDescription: String { rawValue }
    }

    private func with(_ kind: Kind, _ body: @Sendable (any UsageLedger, Hands) async throws -> Void) async throws {
        let hands = Hands()
        switch kind {
        case .postgres: try await Books.with { fixture in try await body(Books.ledger(fixture, hands), hands) }
        case .memory: try await body(InMemoryLedger(clock: hands), hands)
        }
    }

    private let kaede = ModelCaller(user: "kaede"), momiji = ModelCaller(user: "momiji")

    @Test func `is 128 random bits in hexadecimal digits`() {
        let ids = Set((0..<100).map { _ in UsageRequest.randomID() })
        #expect(ids.count == 100 && ids.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy { "0123456789abcdef".contains($0) } })
        #expect(Books.request().id != Books.request().id)
    }

    @Test(arguments: Kind.allCases) func `is reserved once, however often it is asked for`(kind: Kind) async throws {
        try await with(kind) { ledger, _ in
            let limits = Books.limits { $0.tokensPerDay = 125 }, request = Books.request(within: limits)
            for _ in 0..<5 {
                let reservation = try #require(try await ledger.reserve(request).reservation)
                #expect(reservation == UsageReservation(id: request.id, alerts: [.tokensPerDay]))
            }
            #expect(try await ledger.reserve(Books.request(tokens: 25, within: limits)).reservation != nil)
            #expect(try await ledger.reserve(Books.request(tokens: 25, within: limits)).obstacle == .tokensPerDay)
        }
    }

    @Test(arguments: Kind.allCases) func `reserves nothing when it was used up, or is another's`(kind: Kind) async throws {
        try await with(kind) { ledger, hands in
            let request = Books.request(), late = Books.request(lease: .seconds(40))
            let reservation = try #require(try await ledger.reserve(request).reservation)
            await #expect(throws: ReservationIDTaken()) { _ = try await ledger.reserve(Books.request("momiji", id: request.id)) }
            try await ledger.settle(reservation, .none, by: kaede)
            await #expect(throws: ReservationIDTaken()) { _ = try await ledger.reserve(request) }
            _ = try await ledger.reserve(late)
            hands.advance(41)
            await #expect(throws: ReservationIDTaken()) { _ = try await ledger.reserve(late) }
        }
    }

    @Test(arguments: Kind.allCases) func `is settled once, however often it is told, and by its user alone`(kind: Kind) async throws {
        try await with(kind) { ledger, _ in
            let limits = Books.limits { $0.tokensPerDay = 100 }
            let reservation = try #require(try await ledger.reserve(Books.request(within: limits)).reservation)
            try await ledger.settle(reservation, .none, by: momiji)
            #expect(try await ledger.reserve(Books.request(tokens: 1, within: limits)).obstacle == .tokensPerDay)
            for tokens in [60, 0, 60] { try await ledger.settle(reservation, UsedTokens(input: tokens, output: 0, costMicroUSD: 0), by: kaede) }
            #expect(try await ledger.reserve(Books.request(tokens: 41, within: limits)).obstacle == .tokensPerDay)
            #expect(try await ledger.reserve(Books.request(tokens: 40, within: limits)).reservation != nil)
        }
    }

    @Test(arguments: Kind.allCases) func `reserves nothing when it was settled before, and counts nowhere then`(kind: Kind) async throws {
        try await with(kind) { ledger, _ in
            let limits = Books.limits {
                ($0.userRequestsPerMinute, $0.requestsPerSecond, $0.requestsPerMinute, $0.concurrentCalls) = (1, 1, 1, 1)
                ($0.userTokensPerHour, $0.tokensPerMinute, $0.tokensPerHour, $0.tokensPerDay, $0.microUSDPerMonth) = (100, 100, 100, 100, 1_000)
            }
            for _ in 0..<3 {
                let request = Books.request(within: limits)
                for _ in 0..<2 { try await ledger.settle(UsageReservation(id: request.id), UsedTokens(input: 9, output: 9, costMicroUSD: 9), by: kaede) }
                await #expect(throws: ReservationIDTaken()) { _ = try await ledger.reserve(request) }
            }
            #expect(try await ledger.reserve(Books.request(within: limits)).reservation != nil)
        }
    }

    @Test(arguments: [PostgresFixture.Road.direct, .pooled])
    func `is settled in the end, whichever of the two comes first of those that come at once`(road: PostgresFixture.Road) async throws {
        try await Books.with(road) { fixture in
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(60)), caller = kaede
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<200 {
                    let request = Books.request()
                    group.addTask { do { _ = try await ledger.reserve(request) } catch is ReservationIDTaken {} }
                    group.addTask { try await ledger.settle(UsageReservation(id: request.id), .none, by: caller) }
                }
                try await group.waitForAll()
            }
            let row = try await fixture.pool.query(
                "select count(*), count(lease_until), sum(tokens), (select coalesce(sum(tokens), 0) from model_spend) from model_calls"
            ).exactlyOne()
            #expect(try (0..<4).map { try row.decode($0, as: Int.self) } == [200, 0, 0, 0])
        }
    }

    @Test func `waits for a reservation that is under way, and settles it`() async throws {
        try await Books.with { fixture in
            let ledger = PostgresUsageLedger(fixture.pool, timeout: .seconds(60)), other = fixture.anotherPool(), caller = kaede
            let id = UsageRequest.randomID()
            let settling = try await other.transaction { transaction in
                try await transaction.execute(
                    """
                    insert into model_calls (id, user_id, began_at, tokens, micro_usd, lease_until, alerts)
                    values (\(id), 'kaede', now(), 100, 0, now() + interval '1 minute', '{}')
                    """)
                let settling = Task { try await ledger.settle(UsageReservation(id: id), .none, by: caller) }
                try await eventually {
                    try await transaction.query(
                        "select count(*) from pg_locks where not granted and transactionid = pg_current_xact_id()::xid"
                    ).exactlyOne().decode(0, as: Int.self) == 1
                }
                return settling
            }
            try await settling.value
            let row = try await fixture.pool.query("select tokens, lease_until is null from model_calls").exactlyOne()
            let (tokens, isSettled) = (try row.decode(0, as: Int.self), try row.decode(1, as: Bool.self))
            #expect(tokens == 0 && isSettled)
            await other.close()
        }
    }

    @Test func `is settled for tasks of the version before, too, while both are at work`() async throws {
        try await Books.with { fixture in
            let request = Books.request()
            _ = try await PostgresUsageLedger(fixture.pool, timeout: .seconds(60)).reserve(request)
            let isSettled = try await fixture.pool.query("select model_settle(\(request.id), 'kaede', 7, 7)").exactlyOne().decode(0, as: Bool.self)
            #expect(isSettled)
        }
    }

    @Test func `is forgotten a day after it was settled`() async throws {
        try await Books.with { fixture in
            let hands = Hands(), ledger = Books.ledger(fixture, hands)
            try await ledger.settle(UsageReservation(id: UsageRequest.randomID()), .none, by: kaede)
            for (hours, rows) in [(22.0, 1), (24, 0)] {
                hands.advance(hours * 3_600)
                try await ledger.sweep()
                #expect(try await fixture.pool.query("select count(*) from model_calls").exactlyOne().decode(0, as: Int.self) == rows)
            }
        }
    }
}
