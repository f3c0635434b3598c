import Dispatch
import Glibc
import Reactor
import Testing

@Suite struct SharedPoolTests {
    @Test func `a loop hears of others and of its timers though every thread of the shared pool is blocked`() async {
        await #expect(processExitsWith: .success) {
            let loop = EventLoopGroup(count: 1).loops[0]
            // More than the shared pool has threads: all blocked until the process ends.
            for _ in 0..<64 * EventLoopGroup.coreCount { Task.detached { while true { sleep(1_000) } } }
            let told = DispatchSemaphore(value: 0)
            loop.submit { loop in
                // A continuation resumes its task on the shared pool unless the task prefers an executor.
                Task.immediate(executorPreference: loop.executor) {
                    _ = loop
                    try? await loop.sleep(for: .milliseconds(1))
                    told.signal()
                }
            }
            #expect(told.wait(timeout: .now() + 60) == .success)
        }
    }
}
