import Platform
import SignIn

/// Does single steps.
struct StepWorker: Sendable {
    let handlers: [any LearnerDataHandler]
    let account: any LearnerAccount
    let registry: any SessionRegistry
    let store: JobStore
    /// How long a step may take.
    let limit: Duration

    /// The steps of a kind of job.
    func plan(of kind: JobKind) -> JobPlan { JobPlan(kind, parts: handlers.map(\.name)) }

    /// Does a step of a job, within its limit; what the copy grows by comes back and is not written yet.
    func perform(_ step: JobStep, of job: DataJob) async throws -> (outcome: StepOutcome, piece: [UInt8]?) {
        let working = Task { try await performAtLeisure(step, of: job) }
        let watching = Task {
            try await Task.sleep(for: limit)
            working.cancel()
        }
        defer { watching.cancel() }
        do {
            return try await working.value
        } catch  where working.isCancelled {
            throw LearnerDataError.stepTooSlow(step.name)
        }
    }

    private func performAtLeisure(_ step: JobStep, of job: DataJob) async throws -> (outcome: StepOutcome, piece: [UInt8]?) {
        switch step {
        case .gather(let part): return try await gather(part, of: job)
        case .signOut:
            _ = try await registry.endAll(of: job.subject)
            try await account.signOutEverywhere(job.subject)
        case .delete(let part), .deleteAgain(let part):
            if try await handler(of: part).delete(of: job.subject) == .more { return (.more(cursor: nil), nil) }
        case .deleteCopies:
            if try await store.deleteCopies(of: job.subject) == .more { return (.more(cursor: nil), nil) }
        case .deleteAccount: try await account.delete(job.subject)
        case .forget: break
        }
        return (.complete, nil)
    }

    private func gather(_ part: String, of job: DataJob) async throws -> (outcome: StepOutcome, piece: [UInt8]?) {
        let page = try await handler(of: part).export(of: job.subject, after: job.cursor)
        let piece = try ExportDocument.piece(
            page, of: part, isFirstOfPart: job.cursor == nil, isLastPart: part == handlers.last?.name, for: job)
        return (page.next.map { .more(cursor: $0) } ?? .complete, piece)
    }

    private func handler(of part: String) throws(LearnerDataError) -> any LearnerDataHandler {
        guard let handler = handlers.first(where: { $0.name == part }) else { throw .unknownStep(part) }
        return handler
    }
}
