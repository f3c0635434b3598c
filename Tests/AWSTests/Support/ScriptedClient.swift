import HTTPClient
import Platform
import TestKit

/// Answers in memory what a test wants, and remembers what was asked. Answers wait while it is held.
final class ScriptedClient: HTTPClient {
    typealias Script = @Sendable (_ request: HTTPClientRequest, _ number: Int) throws(HTTPClientError) -> HTTPClientResponse

    private struct State {
        var requests: [HTTPClientRequest] = []
        var script: Script
        var isHeld = false
        var waiting: [CheckedContinuation<Void, Never>] = []
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
    func requested(_ count: Int) async throws { try await eventually { requests.count >= count } }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let (number, script) = state.withLock { state in
            state.requests.append(request)
            return (state.requests.count, state.script)
        }
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
