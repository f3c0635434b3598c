import Postgres
import Reactor
import TestKit

/// A loop of its own for tests that look at one loop's connections.
enum OneLoop {
    static let group = EventLoopGroup(count: 1)
    static var loop: EventLoop { group.loops[0] }

    /// Starts callers on the loop, one after the other: what they send goes out in this order.
    static func start<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> Result) async -> [Task<Result, any Error>] {
        await start(count, on: loop, body)
    }

    private static func start<Result: Sendable>(
        _ count: Int, on loop: isolated EventLoop, _ body: @escaping @Sendable (Int) async throws -> Result
    ) -> [Task<Result, any Error>] {
        (0..<count).map { number in
            Task.immediate {
                _ = loop
                return try await body(number)
            }
        }
    }
}

extension PostgresFixture {
    /// A pool on the same database with a single loop.
    func poolOnOneLoop(adjust: (inout PostgresLimits) -> Void = { _ in }) -> PostgresPool {
        var copy = configuration
        adjust(&copy.limits)
        return PostgresPool(copy, on: OneLoop.group, blocking: Self.blocking)
    }
}

extension PostgresPool {
    /// Makes connections of both kinds, however long that takes on a busy machine.
    func warmUp() async throws {
        try await eventually { await databaseError { try await self.inTransaction("select 1") } == nil }
        try await eventually { await databaseError { try await self.ping() } == nil }
    }

    /// Runs one statement as a transaction, so on a leased connection.
    @discardableResult
    func inTransaction(_ sql: SQL) async throws -> Int { try await transaction { try await $0.execute(sql) } }
}
