import Platform

/// Bytes on their way from an application to a test, in memory; bounded as a socket's buffers are.
final class TestPipe: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isEnded = false
        var failure: (any Error)?
        var reader: CheckedContinuation<Void, Never>?
        var writers: [CheckedContinuation<Void, Never>] = []
    }

    /// A writer waits while so much is unread.
    static let limitBytes = 65_536

    private let state = Lock(State())

    var isEnded: Bool { state.withLock { $0.isEnded } }

    func push(_ bytes: [UInt8]) {
        wakeReader { if !$0.isEnded { $0.bytes += bytes } }
    }

    /// Nothing follows; what threw is told to the reader when it has read the rest.
    func end(_ failure: (any Error)? = nil) {
        wakeReader { state in
            if !state.isEnded { state.failure = failure }
            state.isEnded = true
        }
        wakeWriters { _ in }
    }

    /// All there is, waited for; nothing at the end.
    func next() async throws -> [UInt8] {
        while true {
            var taken: [UInt8] = [], isEnded = false, failure: (any Error)?
            wakeWriters { state in
                (taken, isEnded, failure) = (state.bytes, state.isEnded, state.failure)
                state.bytes = []
            }
            if !taken.isEmpty { return taken }
            if let failure { throw failure }
            if isEnded { return [] }
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if !state.bytes.isEmpty || state.isEnded { return true }
                    state.reader = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// Waits until there is room, or the end.
    func waitForRoom() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.bytes.count < Self.limitBytes || state.isEnded { return true }
                state.writers.append(continuation)
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    private func wakeReader(_ change: (inout State) -> Void) {
        let reader = state.withLock { state in
            change(&state)
            return state.reader.take()
        }
        reader?.resume()
    }

    private func wakeWriters(_ change: (inout State) -> Void) {
        let writers: [CheckedContinuation<Void, Never>] = state.withLock { state in
            change(&state)
            defer { state.writers = [] }
            return state.writers
        }
        for writer in writers { writer.resume() }
    }
}
