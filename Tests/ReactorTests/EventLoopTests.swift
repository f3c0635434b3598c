import Glibc
import Platform
import TestKit
import Testing

@testable import Reactor

@Suite struct EventLoopTests {
    @Test func `code isolated to a loop runs on its thread and elsewhere nothing is current`() async {
        let group = EventLoopGroup(count: 2)
        #expect(EventLoop.current == nil)
        for loop in group.loops {
            let index = await loop.perform { $0.isCurrent && EventLoop.current === $0 ? $0.index : -1 }
            #expect(index == loop.index)
        }
        group.stop()
    }

    @Test func `a peer that has gone is an error and no signal, also where a file is sent`() async {
        // In a process of its own, where nothing else has touched the signal.
        await #expect(processExitsWith: .exitCode(EPIPE)) {
            endSoon()
            let group = EventLoopGroup(count: 1)
            var ends: [Int32] = [0, 0]
            socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)
            close(ends[1])
            let file = open("/proc/self/exe", O_RDONLY)
            guard case .failed(let code) = Socket(descriptor: ends[0]).write(fromFile: file, offset: 0, count: 10) else { exit(0) }
            withExtendedLifetime(group) { exit(code) }
        }
    }

    @Test func `an immediate task starts in place, before the code that follows it`() async throws {
        let group = EventLoopGroup(count: 1)
        let order = await group.loops[0].perform { loop in
            let steps = Lock<[Int]>([])
            Task.immediate {
                _ = loop
                steps.withLock { $0.append(1) }
                await Task.yield()
                steps.withLock { $0.append(3) }
            }
            steps.withLock { $0.append(2) }
            return steps
        }
        try await eventually { order.withLock { $0.count } == 3 }
        #expect(order.withLock { $0 } == [1, 2, 3])
        group.stop()
    }

    @Test func `timers run in order and a cancelled one does not`() async throws {
        let group = EventLoopGroup(count: 1)
        let fired = Lock<[Int]>([])
        await group.loops[0].perform { loop in
            // Far behind the next, which a busy machine may schedule late.
            loop.schedule(after: .milliseconds(500)) { _ in fired.withLock { $0.append(2) } }
            loop.schedule(after: .milliseconds(5)) { _ in fired.withLock { $0.append(1) } }
            let third = loop.schedule(after: .milliseconds(10)) { _ in fired.withLock { $0.append(3) } }
            loop.cancel(third)
        }
        try await eventually { fired.withLock { $0.count } == 2 }
        #expect(fired.withLock { $0 } == [1, 2])
        group.stop()
    }

    @Test func `a sleep ends early when its task is cancelled`() async {
        let group = EventLoopGroup(count: 1)
        let sleeper = Task { try await group.loops[0].sleep(for: .seconds(60)) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        group.stop()
    }

    @Test func `a sleep lasts at least as long as asked`() async throws {
        let group = EventLoopGroup(count: 1)
        let start = ContinuousClock.now
        try await group.loops[0].sleep(for: .milliseconds(15))
        #expect(ContinuousClock.now - start >= .milliseconds(15))
        group.stop()
    }

    @Test func `the watchdog names what held the loop`() async {
        let reports = Lock<[String]>([])
        let group = EventLoopGroup(count: 1, slowPass: SlowPassReport(threshold: .milliseconds(20)) { _, activity in reports.withLock { $0.append(activity) } })
        await group.loops[0].perform { loop in
            loop.activity = EventLoop.Activity(Array("GET /slow HTTP/1.1".utf8), 4..<9)
            usleep(30_000)
        }
        await group.loops[0].perform { _ in }
        #expect(reports.withLock { $0 }.contains("/slow"), "and nothing of what stands around it")
        group.stop()
    }

    @Test func `each loop has its own value and it is made once`() async {
        let group = EventLoopGroup(count: 3)
        let made = Lock(0)
        let values = PerLoop(group) { loop in
            made.withLock { $0 += 1 }
            return loop.index * 10
        }
        for _ in 0..<2 {
            for loop in group.loops { #expect(await loop.perform { values.value(on: $0) } == loop.index * 10) }
        }
        #expect(made.withLock { $0 } == 3)
        group.stop()
    }

    @Test func `thousands of jobs from other threads all run on the loop`() async {
        let group = EventLoopGroup(count: 1)
        let loop = group.loops[0]
        let count = Lock(0)
        await withTaskGroup { tasks in
            for _ in 0..<5_000 { tasks.addTask { await loop.perform { if $0.isCurrent { count.withLock { $0 += 1 } } } } }
        }
        #expect(count.withLock { $0 } == 5_000)
        group.stop()
    }
}

extension EventLoop {
    func perform<Result: Sendable>(_ body: @Sendable (isolated EventLoop) -> Result) -> Result { body(self) }
}
