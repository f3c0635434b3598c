import Dispatch
import Glibc
import Reactor
import TestKit
import Testing

/// Every thread of the shared pool is blocked, in a process of each test's own.
@Suite struct SharedPoolTests {
    @Test func `a loop hears of others and of its timers`() async {
        await #expect(processExitsWith: .success) {
            endSoon()
            let loop = blockedPoolLoop()
            let told = DispatchSemaphore(value: 0)
            loop.submit { $0.schedule(after: .milliseconds(1)) { _ in told.signal() } }
            #expect(told.wait(timeout: .now() + 60) == .success)
        }
    }

    @Test func `what waits on a loop goes on there`() async {
        await #expect(processExitsWith: .success) {
            endSoon()
            let loop = blockedPoolLoop()
            let told = DispatchSemaphore(value: 0)
            loop.submit { loop in
                Task {
                    _ = loop
                    await withLoopContinuation { continuation in loop.schedule(after: .milliseconds(1)) { _ in continuation.resume() } }
                    if loop.isCurrent { told.signal() }
                }
            }
            #expect(told.wait(timeout: .now() + 60) == .success)
        }
    }
}

/// A loop of a process whose shared pool does nothing until its end.
private func blockedPoolLoop() -> EventLoop {
    for _ in 0..<64 * EventLoopGroup.coreCount { Task.detached { while true { sleep(1_000) } } }
    return EventLoopGroup(count: 1).loops[0]
}
