import HTTPCore
import Platform
import Reactor

/// Carries a request's content from its connection to its handler, bounded by back-pressure: the connection stops reading while it is full.
final class BodyPipe: RequestBodySource {
    typealias Outcome = Result<[UInt8]?, RequestBodyError>

    private struct State {
        /// One piece, however it came: thousands of tiny chunks must not cost more than their bytes.
        var waiting: [UInt8] = []
        var end: Result<Fields, RequestBodyError>?
        var waiter: LoopContinuation<Outcome>?

        /// What the reader gets now; nil to wait.
        mutating func take() -> Outcome? {
            if !waiting.isEmpty {
                defer { waiting = [] }
                return .success(waiting)
            }
            switch end {
            case .success: return .success(nil)
            case .failure(let error): return .failure(error)
            case nil: return nil
            }
        }
    }

    private let state = Lock(State())
    /// Called when the reader has taken all there was: on any thread.
    private let demand: @Sendable () -> Void

    init(demand: @escaping @Sendable () -> Void) { self.demand = demand }

    // MARK: The connection's side

    /// Adds bytes; returns how many wait now.
    func push(_ bytes: [UInt8]) -> Int {
        let (waiter, waiting): (LoopContinuation<Outcome>?, Int) = state.withLock { state in
            if let waiter = state.waiter.take() { return (waiter, 0) }
            if state.waiting.isEmpty { state.waiting = bytes } else { state.waiting += bytes }
            return (nil, state.waiting.count)
        }
        waiter?.resume(returning: .success(bytes))
        return waiting
    }

    /// Ends the content: well, with its trailers, or with an error. Only the first end counts.
    func end(_ end: Result<Fields, RequestBodyError>) {
        let woken: (LoopContinuation<Outcome>, Outcome)? = state.withLock { state in
            guard state.end == nil else { return nil }
            state.end = end
            guard let waiter = state.waiter, let outcome = state.take() else { return nil }
            state.waiter = nil
            return (waiter, outcome)
        }
        woken?.0.resume(returning: woken!.1)
    }

    /// Whether the handler waits for bytes now.
    var isWanted: Bool { state.withLock { $0.waiter != nil } }

    // MARK: The handler's side

    func next() async throws(RequestBodyError) -> [UInt8]? {
        if let outcome = takeReady() { return try outcome.get() }
        demand()
        let outcome = await withTaskCancellationHandler {
            await withLoopContinuation { continuation in
                let ready: Outcome? = state.withLock { state in
                    if let outcome = state.take() { return outcome }
                    state.waiter = continuation
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            end(.failure(.disconnected))
        }
        return try outcome.get()
    }

    var trailers: Fields {
        state.withLock { state in if case .success(let fields) = state.end { fields } else { Fields() } }
    }

    private func takeReady() -> Outcome? {
        state.withLock { $0.take() }
    }
}
