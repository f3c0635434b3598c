import Glibc

/// Which task a job belongs to: the same however often the task waits and goes on, until it ends.
public struct LoopTask: Equatable, Sendable {
    private let address: UInt

    /// No task.
    init() { address = 0 }

    /// A job of a task is the task itself (swift/ABI/Task.h, `AsyncTask`).
    @inline(__always)
    init(_ job: UnownedJob) { address = unsafeBitCast(job, to: UInt.self) }
}

/// Finds the job that took longest in a pass, by a coarse clock: a few nanoseconds per job, right to some milliseconds.
struct JobWatch {
    /// What is shorter is not looked at.
    private static let leastNanoseconds: UInt64 = 8_000_000

    private var before: UInt64 = 0
    private var longest: UInt64 = 0
    /// What the longest job was about; nil when none was long, or nobody knows.
    var activity: EventLoop.Activity?

    /// A pass begins to run jobs, at a moment that the pass has read from the finer clock; the coarse one is behind it by some milliseconds at most.
    @inline(__always)
    mutating func begin(at now: UInt64) {
        before = now
        longest = Self.leastNanoseconds
        if activity != nil { activity = nil }
    }

    /// A job has run; true when it took longest so far.
    @inline(__always)
    mutating func ended() -> Bool {
        let now = Self.now()
        guard now > before else { return false }
        let elapsed = now &- before
        before = now
        guard elapsed > longest else { return false }
        longest = elapsed
        return true
    }

    @inline(__always)
    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
