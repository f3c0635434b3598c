/// When rows that nobody needs any more are deleted: at the first call of a process, then at one in so many or at the first after so long; never two at once.
struct SweepSchedule: Sendable, Equatable {
    private let calls: Int
    private let interval: Duration
    private var callsLeft = 1
    private var dueAt = Duration.zero
    private var isSweeping = false

    init(every calls: Int, orAfter interval: Duration) {
        precondition(calls > 0 && interval > .zero, "rows are deleted from time to time")
        self.calls = calls
        self.interval = interval
    }

    /// Notes a call; tells whether it begins a sweep, whose end is to be told.
    mutating func begins(at now: Duration) -> Bool {
        callsLeft = max(0, callsLeft - 1)
        guard !isSweeping, callsLeft == 0 || now >= dueAt else { return false }
        (callsLeft, dueAt, isSweeping) = (calls, now + interval, true)
        return true
    }

    mutating func end() { isSweeping = false }
}
