/// Something that lives on a loop and waits for a time.
public protocol TimerHandler: AnyObject {
    /// Called once on the loop when the time has come.
    func timerFired(on loop: isolated EventLoop)
}

extension EventLoop {
    /// Runs `action` on the loop after `delay`; millisecond precision, never early.
    @discardableResult
    public func schedule(after delay: Duration, _ action: @escaping @Sendable (isolated EventLoop) -> Void) -> TimerID {
        let id = timers.insert(deadline: monotonicNanoseconds() + delay.nanoseconds)
        timerActions[id] = action
        return id
    }

    /// Calls `handler` on the loop after `delay`; it is kept until then, or until the timer is cancelled.
    @discardableResult
    public func schedule(after delay: Duration, _ handler: any TimerHandler) -> TimerID {
        let id = timers.insert(deadline: monotonicNanoseconds() + delay.nanoseconds)
        timerHandlers[id] = handler
        return id
    }

    /// Forgets a timer that has not run yet.
    public func cancel(_ timer: TimerID) {
        timers.cancel(timer)
        timerActions[timer] = nil
        timerHandlers[timer] = nil
    }

    func runTimers() {
        while let id = timers.popExpired(now: now) {
            timerActions.removeValue(forKey: id)?(self)
            timerHandlers.removeValue(forKey: id)?.timerFired(on: self)
        }
    }

    /// Suspends the caller for `delay`; returns early, with `CancellationError`, when its task is cancelled.
    public nonisolated func sleep(for delay: Duration) async throws {
        let wait = SleepState()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard wait.begin(continuation) else { return }
                submit { loop in loop.schedule(after: delay) { _ in wait.finish(throwing: nil) } }
            }
        } onCancel: {
            wait.finish(throwing: CancellationError())
        }
    }
}
