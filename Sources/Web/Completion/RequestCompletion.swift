import HTTPCore
import Platform

/// What one request leaves to be done after its answer: tasks in order, then releases in reverse order, each within its time.
final class RequestCompletion: Sendable {
    typealias Release = @Sendable (RequestOutcome) async throws -> Void

    /// A task with its place in the application.
    struct BackgroundTask: Sendable {
        var work: @Sendable () async throws -> Void
        var lease: ConcurrencyLimit.Lease
    }

    private struct State: Sendable {
        var tasks: [BackgroundTask] = []
        var releases: [Release] = []
        var failure: (any Error)?
        var running: Task<Void, Never>?
        var isCutOff = false
    }

    private let state = Lock(State())

    var taskCount: Int { state.withLock { $0.tasks.count } }

    func add(_ task: BackgroundTask) { state.withLock { $0.tasks.append(task) } }

    func add(_ release: @escaping Release) { state.withLock { $0.releases.append(release) } }

    /// The error that is the answer; the last one counts, for it has been translated by those that stand around.
    func fail(_ error: any Error) { state.withLock { $0.failure = error } }

    /// Everything that is left to be done, after what an application inside this one left.
    func completion(of context: RequestContext, after inner: ResponseCompletion?) -> ResponseCompletion {
        let run = CompletionRun(context)
        return { failure in
            await inner?(failure)
            await self.finish(run, sendingFailed: failure)
        }
    }

    /// Does it all in a task of its own, which nobody's cancellation reaches: releases happen in any case. Tasks hear of it.
    private func finish(_ run: CompletionRun, isolation: isolated (any Actor)? = #isolation, sendingFailed: (any Error)?) async {
        let all = Task {
            _ = isolation
            await self.runTasks(run)
            await self.release(run, sendingFailed)
        }
        await withTaskCancellationHandler {
            await all.value
        } onCancel: {
            self.cutOff()
        }
    }

    /// Tasks belong to the handler's answer: where an error took its place, they are dropped.
    private func runTasks(_ run: CompletionRun, isolation: isolated (any Actor)? = #isolation) async {
        while let task = nextTask() {
            let (running, end) = run.start(task)
            let isCutOff = state.withLock { state in
                state.running = running
                return state.isCutOff
            }
            if isCutOff { running.cancel() }
            for await end in end {
                run.log(end, "background.failed")
                break
            }
        }
    }

    private func nextTask() -> BackgroundTask? {
        state.withLock { state in
            if state.failure != nil || state.isCutOff { state.tasks = [] }
            return state.tasks.isEmpty ? nil : state.tasks.removeFirst()
        }
    }

    private func cutOff() {
        let running = state.withLock { state in
            state.isCutOff = true
            return state.running
        }
        running?.cancel()
    }

    private func release(_ run: CompletionRun, _ sendingFailed: (any Error)?, isolation: isolated (any Actor)? = #isolation) async {
        let (releases, failure) = state.withLock { state in
            defer { state.releases = [] }
            return (state.releases, state.failure)
        }
        let outcome = (failure ?? sendingFailed).map(RequestOutcome.failed) ?? .answered
        for release in releases.reversed() {
            for await end in run.start(release, outcome).end {
                run.log(end, "release.failed")
                break
            }
        }
    }
}
