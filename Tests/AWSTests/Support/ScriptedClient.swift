import HTTPClient
import Platform

/// Answers in memory what a test wants, and remembers what was asked. Answers wait while it is held.
final class ScriptedClient: HTTPClient {
    typealias Script = @Sendable (_ request: HTTPClientRequest, _ number: Int) throws(HTTPClientError) -> HTTPClientResponse

    private struct State {
        var requests: [HTTPClientRequest] = []
        var script: Script
        var isHeld = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var observers: [(count: Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state: Lock<State>

    init(_ script: @escaping Script) { state = Lock(State(script: script)) }

    var requests: [HTTPClientRequest] { state.withLock { $0.requests } }

    func answer(_ script: @escaping Script) { state.withLock { $0.script = script } }

    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let waiting = state.withLock { state in
            state.isHeld = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until so many requests have been made.
    func requested(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.requests.count >= count { return true }
                state.observers.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let (number, script, observers) = state.withLock { state in
            state.requests.append(request)
            let count = state.requests.count
            let ready = state.observers.filter { $0.count <= count }.map(\.1)
            state.observers.removeAll { $0.count <= count }
            return (count, state.script, ready)
        }
        for observer in observers { observer.resume() }
        await withCheckedContinuation { continuation in
            let goes = state.withLock { state in
                if state.isHeld { state.waiting.append(continuation) }
                return !state.isHeld
            }
            if goes { continuation.resume() }
        }
        return try script(request, number)
    }
}
