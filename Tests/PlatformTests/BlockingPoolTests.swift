import Dispatch
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct `A blocking pool` {
    private struct Broken: Error {}

    @Test func `gives back what the work returns, or throws what it throws`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 4)
        #expect(try await pool.run { 5 } == 5)
        await #expect(throws: Broken.self) { try await pool.run { throw Broken() } }
        #expect(try await pool.run { "after a failure" } == "after a failure")
        try await Self.wait(until: pool, has: 0)
    }

    @Test func `has let go of what the work held when the caller goes on`() async throws {
        let pool = BlockingPool(label: "test", threads: 2, queueLimit: 4)
        for _ in 0..<2_000 {
            let held = try await Self.hold(in: pool)
            #expect(held.value == nil)
        }
    }

    private final class Held: Sendable {}

    private struct WeakReference { weak var value: Held? }

    private static func hold(in pool: BlockingPool) async throws -> WeakReference {
        let held = Held()
        try await pool.run { withExtendedLifetime(held) {} }
        return WeakReference(value: held)
    }

    @Test func `runs so many pieces at once and no more`() async throws {
        let pool = BlockingPool(label: "test", threads: 3, queueLimit: 100)
        let (crowd, gate) = (Lock((now: 0, most: 0)), Gate())
        let work = (0..<30).map { _ in
            Task {
                try await pool.run {
                    crowd.withLock { crowd in
                        crowd.now += 1
                        crowd.most = max(crowd.most, crowd.now)
                    }
                    gate.pass()
                    crowd.withLock { $0.now -= 1 }
                }
            }
        }
        try await Self.wait(until: pool, has: 30)
        // The fourth would come in now, if it could.
        try await eventually { crowd.withLock { $0.now } == 3 }
        gate.open()
        for piece in work { try await piece.value }
        #expect(crowd.withLock { $0.most } == 3)
    }

    @Test(arguments: [(1, 0), (1, 2), (3, 5)]) func `refuses work at once when it is full`(threads: Int, queueLimit: Int) async throws {
        let pool = BlockingPool(label: "test", threads: threads, queueLimit: queueLimit)
        let gate = Gate()
        let admitted = (0..<threads + queueLimit).map { number in
            Task {
                try await pool.run {
                    gate.pass()
                    return number
                }
            }
        }
        try await Self.wait(until: pool, has: threads + queueLimit)
        await #expect(throws: BlockingPoolError.full(limit: threads + queueLimit)) { try await pool.run { Issue.record("refused work ran") } }
        gate.open()
        for (number, piece) in admitted.enumerated() { #expect(try await piece.value == number) }
        try await Self.wait(until: pool, has: 0)
        #expect(try await pool.run { 5 } == 5, "there is room again")
    }

    @Test func `serves first who came first`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 1_000)
        let (order, gate) = (Lock<[Int]>([]), Gate())
        let first = Task { try await pool.run { gate.pass() } }
        try await Self.wait(until: pool, has: 1)
        var callers: [Task<Void, any Error>] = []
        for number in 0..<600 {
            callers.append(Task { try await pool.run { order.withLock { $0.append(number) } } })
            try await Self.wait(until: pool, has: number + 2)
        }
        gate.open()
        try await first.value
        for caller in callers { try await caller.value }
        #expect(order.withLock { $0 } == Array(0..<600))
    }

    @Test func `does not stop work that runs when its caller is cancelled`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 1)
        let gate = Gate()
        let caller = Task {
            try await pool.run {
                gate.pass()
                return 5
            }
        }
        try await Self.wait(until: pool, has: 1)
        caller.cancel()
        gate.open()
        #expect(try await caller.value == 5)
    }

    private static func wait(until pool: BlockingPool, has count: Int) async throws {
        try await eventually { pool.pendingCount == count }
    }
}

/// Holds threads back until it is opened.
private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    /// Blocks the thread.
    func pass() {
        semaphore.wait()
        semaphore.signal()
    }

    func open() { semaphore.signal() }
}
