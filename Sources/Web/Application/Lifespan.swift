import Platform

/// Why an application did not start.
public enum LifespanError: Error, CustomStringConvertible {
    /// A step threw.
    case failed(step: String, any Error)
    /// A step took longer than it may.
    case timedOut(step: String, limit: Duration)

    /// A line for the person who starts it.
    public var description: String {
        switch self {
        case .failed(let step, let error): "“\(step)” did not start: \(error)"
        case .timedOut(let step, let limit): "“\(step)” did not start within \(limit)"
        }
    }
}

/// One thing that is started before the first request and stopped after the last.
struct LifespanStep: Sendable {
    var name: String
    var startLimit: Duration
    var stopLimit: Duration
    /// Starts it and returns how to stop it.
    var start: @Sendable () async throws -> @Sendable () async throws -> Void
}

/// Starts steps in order and stops them in the opposite order.
final class Lifespan: Sendable {
    private enum Phase {
        case idle
        case started([(step: LifespanStep, stop: @Sendable () async throws -> Void)])
    }

    let steps: [LifespanStep]
    private let logger: Logger
    private let phase = Lock(Phase.idle)

    init(_ steps: [LifespanStep], logger: Logger) {
        self.steps = steps
        self.logger = logger
    }

    func start() async throws {
        phase.withLock { phase in
            guard case .idle = phase else { preconditionFailure("an application that runs was started again") }
            phase = .started([])
        }
        do {
            for step in steps { try await start(step) }
        } catch {
            await stop()
            throw error
        }
    }

    private func start(_ step: LifespanStep) async throws {
        do {
            let stop = try await within(step.startLimit, step.start)
            phase.withLock { phase in
                if case .started(let running) = phase { phase = .started(running + [(step, stop)]) }
            }
        } catch is TimeLimitError {
            throw LifespanError.timedOut(step: step.name, limit: step.startLimit)
        } catch let error where !(error is CancellationError) {
            throw LifespanError.failed(step: step.name, error)
        }
    }

    func stop() async {
        let running = phase.withLock { phase in
            defer { phase = .idle }
            if case .started(let running) = phase { return running }
            return []
        }
        for (step, stop) in running.reversed() {
            do { try await within(step.stopLimit, stop) } catch {
                logger.error("lifespan.stop-failed") { line in
                    line.field("step", step.name)
                    line.field("error", error: error)
                }
            }
        }
    }
}

/// Something took longer than it may.
private struct TimeLimitError: Error, CustomStringConvertible {
    let limit: Duration
    var description: String { "it took longer than \(limit)" }
}

/// Runs `body`, at most so long. Not a task group, which would wait for what does not heed its cancellation: that is left behind.
private func within<Result: Sendable>(_ limit: Duration, _ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
    let (outcomes, outcome) = AsyncStream<Swift.Result<Result, any Error>>.makeStream()
    let working = Task {
        do { outcome.yield(.success(try await body())) } catch { outcome.yield(.failure(error)) }
    }
    let waiting = Task {
        try? await Task.sleep(for: limit)
        outcome.yield(.failure(TimeLimitError(limit: limit)))
    }
    defer {
        working.cancel()
        waiting.cancel()
    }
    for await result in outcomes { return try result.get() }
    throw CancellationError()
}

extension RouteGroup {
    /// Starts something before the first request and stops it after the last: what FastAPI's `lifespan` does around its `yield`.
    ///
    /// Steps start in the order of declaration and stop in the opposite one; the first that fails to start stops those before it, and the service
    /// does not begin to listen. Stopping goes on after a failure, which is logged.
    ///
    /// ```swift
    /// routes.lifespan("search index", start: { try await index.load() }, stop: { await index.close() })
    /// ```
    ///
    /// - Parameters:
    ///   - name: for the line that says what did not start.
    ///   - startLimit: how long starting may take.
    ///   - stopLimit: how long stopping may take.
    ///   - start: starts it; what it returns is given to `stop`.
    public func lifespan<State: Sendable>(
        _ name: String, startLimit: Duration = .seconds(30), stopLimit: Duration = .seconds(10),
        start: @escaping @Sendable () async throws -> State, stop: @escaping @Sendable (State) async throws -> Void = { (_: State) in }
    ) {
        precondition(startLimit > .zero && stopLimit > .zero, "a limit lies ahead")
        registry.lifespan.append(
            LifespanStep(name: name, startLimit: startLimit, stopLimit: stopLimit) {
                let state = try await start()
                return { try await stop(state) }
            })
    }
}
