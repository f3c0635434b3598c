import Dispatch
import Glibc
import Platform
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A blocking pool` {
    private struct Broken: Error {}

    @Test func `runs so many pieces at once, lets so many wait and refuses one more`() async throws {
        let pool = BlockingPool(label: "test", threads: 2, queueLimit: 1)
        let release = DispatchSemaphore(value: 0)
        let admitted = (0..<3).map { number in
            Task {
                try await pool.run {
                    release.wait()
                    return number
                }
            }
        }
        while pool.pendingCount < 3 { await Task.yield() }
        await #expect(throws: BlockingPoolError.full(limit: 3)) { try await pool.run {} }
        for _ in 0..<3 { release.signal() }
        for (number, task) in admitted.enumerated() { #expect(try await task.value == number) }
        while pool.pendingCount > 0 { await Task.yield() }
        #expect(try await pool.run { 7 } == 7)
    }

    @Test func `what waits longest runs first`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 10)
        let release = DispatchSemaphore(value: 0)
        let order = Lock<[Int]>([])
        var tasks = [Task { try await pool.run { release.wait() } }]
        for number in 0..<10 {
            while pool.pendingCount < number + 1 { await Task.yield() }
            tasks.append(Task { try await pool.run { order.withLock { $0.append(number) } } })
        }
        while pool.pendingCount < 11 { await Task.yield() }
        release.signal()
        for task in tasks { try await task.value }
        #expect(order.withLock { $0 } == Array(0..<10))
    }

    @Test func `throws what the work throws`() async {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 0)
        await #expect(throws: Broken.self) { try await pool.run { throw Broken() } }
        await #expect(throws: Broken.self) {
            try await pool.withThread {
                await Task.yield()
                throw Broken()
            }
        }
    }

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
            while pool.pendingCount > 0 { await Task.yield() }
        }
    }

    @Test func `hears of the caller's cancellation`() async throws {
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 0)
        let task = Task { try await pool.withThread { try await Task.sleep(for: .seconds(600)) } }
        while pool.pendingCount < 1 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

/// The calling thread's number.
private func thread() -> UInt { UInt(pthread_self()) }
