import Dispatch
import Glibc
import Platform

/// SIGTERM and SIGINT as an event: the first asks the process to finish its work, the second ends it at once.
final class TerminationSignals: Sendable {
    // Set up once and never touched again.
    nonisolated(unsafe) private let sources: [any DispatchSourceSignal]
    private let state = Lock(State())

    private struct State {
        var received = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    init() {
        let queue = DispatchQueue(label: "signals")
        sources = [SIGTERM, SIGINT].map { number in
            // The default action would end the process before the source hears of it.
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        // Signals that come before the sources are registered would be ignored: wait, for microseconds.
        let registered = DispatchSemaphore(value: 0)
        for source in sources {
            source.setEventHandler { [state] in Self.received(state) }
            source.setRegistrationHandler { registered.signal() }
            source.resume()
            registered.wait()
        }
    }

    /// Returns when the first signal came.
    func first() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.received { state.waiter = continuation }
                return state.received
            }
            if isOver { continuation.resume() }
        }
    }

    private static func received(_ state: Lock<State>) {
        let (isSecond, waiter): (Bool, CheckedContinuation<Void, Never>?) = state.withLock { state in
            defer {
                state.received = true
                state.waiter = nil
            }
            return (state.received, state.waiter)
        }
        if isSecond { _exit(1) }
        waiter?.resume()
    }
}
