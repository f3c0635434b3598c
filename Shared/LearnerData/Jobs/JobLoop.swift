import Platform

/// Has a runner look for work now and then, and at once when somebody knows of some.
final class JobLoop: Sendable {
    private let runner: JobRunner
    private let interval: Duration
    private let logger: Logger
    private let wakes: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    init(_ runner: JobRunner, every interval: Duration, logger: Logger) {
        self.runner = runner
        self.interval = interval
        self.logger = logger
        (wakes, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// There is something to do.
    func wake() { bell.yield() }

    /// Begins; returns how to stop: the step at work is finished, and nothing is begun any more.
    func start() -> @Sendable () async -> Void {
        let ticking = Task { [bell, interval] in
            repeat { bell.yield() } while (try? await Task.sleep(for: interval)) != nil
        }
        let working = Task { [wakes] in
            for await _ in wakes { await look() }
        }
        return { [runner, bell] in
            runner.stop()
            ticking.cancel()
            bell.finish()
            await working.value
        }
    }

    private func look() async {
        do {
            try await runner.runDue()
        } catch {
            logger.warning("learner-data.unavailable") { $0.field("error", error: error) }
        }
    }
}
