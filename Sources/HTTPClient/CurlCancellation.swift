import CCurl
import Platform

/// Lets another thread end a transfer at once: sets a flag and wakes the thread that waits in libcurl.
final class CurlCancellation: Sendable {
    private struct State {
        var isCancelled = false
        var waiting: Handle?
    }

    private struct Handle: @unchecked Sendable { let multi: UnsafeMutableRawPointer }

    private let state = Lock(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// The handle to wake from now on, until `detach`; the lock keeps it alive while it is being woken.
    func attach(_ multi: UnsafeMutableRawPointer) {
        let handle = Handle(multi: multi)
        state.withLock { $0.waiting = handle }
    }

    func detach() { state.withLock { $0.waiting = nil } }

    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if let waiting = state.waiting { curl_multi_wakeup(waiting.multi) }
        }
    }
}
