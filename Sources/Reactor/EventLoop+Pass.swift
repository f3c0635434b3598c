import CEpoll
import Glibc
import Synchronization

extension EventLoop {
    /// How many rounds of jobs and flushes one pass runs before it looks at descriptors again.
    private static var roundLimit: Int { 32 }

    /// Runs the loop on the calling thread until `stop`.
    nonisolated func run() {
        executor.adoptCurrentThread()
        cepoll_set_thread_loop(Unmanaged.passUnretained(self).toOpaque())
        assumeIsolated { loop in
            while !loop.stopped.load(ordering: .relaxed) { loop.pass() }
        }
        cepoll_set_thread_loop(nil)
    }

    /// Ends the loop after its current pass; jobs enqueued later never run.
    nonisolated func stop() {
        stopped.store(true, ordering: .sequentiallyConsistent)
        executor.wake()
    }

    private func pass() {
        let ready = epoll_wait(executor.epoll, executor.events, LoopExecutor.eventCapacity, waitMilliseconds())
        now = monotonicNanoseconds()
        for index in 0..<max(0, Int(ready)) { dispatch(executor.events[index]) }
        runTimers()
        watch.begin(at: now)
        for _ in 0..<Self.roundLimit where executor.hasJobs || !dirty.isEmpty {
            executor.runJobs { if watch.ended() { watch.activity = describeTask(task) } }
            // What these jobs led to comes first, so that the answers to pipelined requests leave together.
            if !executor.hasJobs { flushDirty() }
        }
        flushDirty()
        slowPass?.check(startedAt: now, activity: watch.activity ?? activity)
    }

    private func dispatch(_ event: epoll_event) {
        guard event.data.u64 != Self.wakeUpToken else { return executor.takeRemoteJobs() }
        let slot = Int(UInt32(truncatingIfNeeded: event.data.u64))
        guard entries[slot].generation == UInt32(event.data.u64 >> 32), let handler = entries[slot].handler else { return }
        handler.ready(Readiness(rawValue: event.events), on: self)
    }

    private func flushDirty() {
        swap(&dirty, &flushing)
        for item in flushing { item.flush(on: self) }
        flushing.removeAll(keepingCapacity: true)
    }

    private func waitMilliseconds() -> Int32 {
        if executor.hasJobs || !dirty.isEmpty { return 0 }
        guard let deadline = timers.nextDeadline() else { return -1 }
        let current = monotonicNanoseconds()
        return deadline <= current ? 0 : Int32(min((deadline - current + 999_999) / 1_000_000, 60_000))
    }
}
