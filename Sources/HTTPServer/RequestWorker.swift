import HTTPCore
import Reactor

/// A task that answers one request after another, of whichever connection of its loop: making a task per request costs an allocation and its stack.
///
/// While it has a request it is that request's task: cancelling it is cancelling the handler, and a cancelled worker takes no further request.
/// Lives on its loop.
final class RequestWorker {
    private let state: LoopState
    @exclusivity(unchecked) private var task: Task<Void, Never>?
    @exclusivity(unchecked) private var connection: Connection?
    @exclusivity(unchecked) private var request: Request?
    /// What it answers, or answered last; for the watchdog.
    @exclusivity(unchecked) private(set) var activity = EventLoop.Activity([], 0..<0)
    @exclusivity(unchecked) private(set) var loopTask: LoopTask?
    @exclusivity(unchecked) private var waiter: LoopContinuation<Void>?

    init(_ state: LoopState) { self.state = state }

    /// Answers a request of `connection` later in this pass.
    func begin(_ request: consuming Request, of connection: Connection, on loop: isolated EventLoop) {
        activity = EventLoop.Activity(request.target.bytes, request.target.range)
        self.request = consume request
        self.connection = connection
        if let waiter = waiter.take() { return waiter.resume() }
        // Isolated to the loop, so it starts in this pass and resumes here. `Task.immediate` is no faster: it gives the task an (empty) executor
        // preference that is looked up under a lock at every return.
        task = Task {
            _ = loop
            await self.run(on: loop)
        }
    }

    /// Cancels the request under way.
    func cancel() { task?.cancel() }

    /// Lets the task of an idle worker end.
    func dismiss() { waiter.take()?.resume() }

    private func run(on loop: isolated EventLoop) async {
        loopTask = loop.task
        while let request = self.request.take(), let connection = self.connection.take() {
            let response = await state.shared.responder(request)
            let failure = await connection.answer(with: response, on: loop)
            // Also where there was nobody left to answer: from now on cancelling means another request.
            if connection.worker === self { connection.worker = nil }
            finish(response, of: connection, failure, on: loop)
            guard !Task.isCancelled, state.keep(self) else { return }
            await withLoopContinuation { waiter = $0 }
        }
    }

    /// The exchange is over, but for what the answer left to be done.
    private func finish(_ response: borrowing Response, of connection: Connection, _ failure: (any Error)?, on loop: isolated EventLoop) {
        guard let completion = response.completion else { return state.underWay -= 1 }
        // The answer first: what comes now is nothing the client waits for.
        connection.flush(on: loop)
        state.complete(completion, failure, on: loop)
    }
}
