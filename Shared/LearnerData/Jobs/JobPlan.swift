import Platform

/// The steps of a kind of job in their order, and what is written down after each: a value without clock and database.
struct JobPlan: Sendable, Equatable {
    let steps: [JobStep]

    /// The steps over the parts that are registered.
    init(_ kind: JobKind, parts: [String]) {
        switch kind {
        case .export: steps = parts.map { .gather($0) }
        case .deletion:
            // What refers to something goes before it, so the parts go in the opposite order. The account goes when everything else is gone: until then its owner can come back and ask again. Access tokens outlive it, for they are
            // verified without asking the pool: what was written with them meanwhile goes when the last has expired.
            let backwards = Array(parts.reversed())
            steps = [.signOut] + backwards.map { .delete($0) } + [.deleteCopies, .deleteAccount] + backwards.map { .deleteAgain($0) } + [.forget]
        }
    }

    /// The step a job is at; nil when it is none of ours.
    func step(of job: DataJob) -> JobStep? { job.step == nil ? steps.first : steps.first { $0.name == job.step } }

    /// What is written down when a step was done.
    func change(after step: JobStep, _ outcome: StepOutcome, piece: [UInt8]? = nil, at now: UnixTime, _ policy: LearnerDataPolicy) -> JobChange {
        var change = JobChange(step: step.name, dueAt: now, leaseUntil: now + policy.lease, piece: piece)
        switch outcome {
        case .more(let cursor): change.cursor = cursor
        case .complete:
            if let next = self.step(after: step) {
                change.step = next.name
            } else if step == .forget {
                change.state = .done
            } else {
                change.state = .ready
                change.endsAt = now + policy.exportLifetime
            }
        }
        if change.state != .working { change.leaseUntil = nil }
        if step == .deleteAccount, outcome == .complete {
            change.dueAt = now + policy.tokenLifetime
            change.leaseUntil = nil
        }
        return change
    }

    /// What is written down when a step has failed.
    func change(afterFailureOf job: DataJob, at now: UnixTime, _ policy: LearnerDataPolicy) -> JobChange {
        let attempts = max(1, job.attempts), isGivenUp = attempts >= attemptLimit(of: job, policy)
        var change = JobChange(step: job.step, cursor: job.cursor, attempts: attempts, dueAt: now + policy.pause(after: attempts))
        if isGivenUp {
            change.state = .failed
            change.endsAt = job.kind == .export ? now + policy.exportLifetime : nil
        }
        return change
    }

    /// What is written down when somebody stops between two steps.
    func change(givingBack job: DataJob, at now: UnixTime) -> JobChange {
        // Taking it up was no attempt.
        JobChange(step: job.step, cursor: job.cursor, attempts: max(0, job.attempts - 1), dueAt: now)
    }

    /// True when a job was taken up so often without coming forward that it is not tried again: its tasks may have died of it.
    func isWornOut(_ job: DataJob, _ policy: LearnerDataPolicy) -> Bool { job.attempts > attemptLimit(of: job, policy) }

    /// Once the account is gone, and with it who could ask again, the limit is another.
    private func attemptLimit(of job: DataJob, _ policy: LearnerDataPolicy) -> Int {
        guard let account = steps.firstIndex(of: .deleteAccount), let step = step(of: job), let place = steps.firstIndex(of: step), place > account else {
            return policy.attemptLimit
        }
        return policy.lateAttemptLimit
    }

    private func step(after step: JobStep) -> JobStep? {
        guard let place = steps.firstIndex(of: step), place + 1 < steps.count else { return nil }
        return steps[place + 1]
    }
}

/// What is written down about a leased job.
struct JobChange: Sendable, Equatable {
    var state = JobState.working
    var step: String?
    var cursor: String?
    var attempts = 0
    /// When it goes on.
    var dueAt: UnixTime
    /// Until when whoever writes this keeps it; nil gives it back.
    var leaseUntil: UnixTime?
    /// When its end is over, too.
    var endsAt: UnixTime?
    /// What the copy grows by.
    var piece: [UInt8]?
}
