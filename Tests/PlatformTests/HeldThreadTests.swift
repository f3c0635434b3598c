import Dispatch
import Glibc
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A held thread of a blocking pool` {
    @Test func `holds one thread for asynchronous work, whatever it waits for`() async throws {
        let pool = BlockingPool(label: "test", threads: 2, queueLimit: 0)
        let caller = thread()
        let threads = try await pool.withThread {
            var seen = [thread()]
            for _ in 0..<10 {
                await Task.yield()
                seen.append(thread())
                try await Task.sleep(for: .milliseconds(1))
                seen.append(thread())
            }
            #expect(pool.pendingCount == 1)
            return Set(seen)
        }
        #expect(threads.count == 1)
        #expect(!threads.contains(caller))
    }

    @Test func `refuses asynchronous work beyond its bound, and gives threads back`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 0)
        for _ in 0..<3 {
            try await pool.withThread {
                _ = await #expect(throws: BlockingPoolError.full(limit: 1)) { try await pool.withThread { await Task.yield() } }
            }
            try await eventually { pool.pendingCount == 0 }
        }
    }

    @Test func `hears of the caller's cancellation`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 0)
        let task = Task { try await pool.withThread { try await Task.sleep(for: .seconds(600)) } }
        try await eventually { pool.pendingCount == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

/// The calling thread's number.
private func thread() -> UInt { UInt(pthread_self()) }
