import Platform
import Testing

@testable import LearnerData

@Suite(.timeLimit(.minutes(5))) struct JobPlanTests {
    private let now = UnixTime(seconds: 1_770_571_223)
    private let policy = LearnerDataPolicy()

    private func job(_ kind: JobKind = .deletion, step: String? = nil, attempts: Int = 1) -> DataJob {
        DataJob(id: 1, kind: kind, subject: "s", askedAt: 0, step: step, cursor: "c", pieces: 0, attempts: attempts, lease: "l")
    }

    @Test func `a copy goes through the parts in order`() {
        #expect(JobPlan(.export, parts: ["a", "b"]).steps.map(\.name) == ["gather a", "gather b"])
    }

    @Test func `a deletion signs out first, deletes backwards, the account last, sweeps again and forgets`() {
        #expect(
            JobPlan(.deletion, parts: ["a", "b"]).steps.map(\.name) == [
                "sign out", "delete b", "delete a", "delete the copies", "delete the account", "delete b again", "delete a again", "forget",
            ])
    }

    @Test(arguments: [JobKind.export, .deletion])
    func `a job finds every step by its name, whatever parts are called`(kind: JobKind) {
        let plan = JobPlan(kind, parts: ["account", "copies", "the", "again", "out"])
        for step in plan.steps { #expect(plan.step(of: job(kind, step: step.name)) == step) }
    }

    @Test func `a step with more to do comes again from its cursor, and the lease is longer`() {
        let plan = JobPlan(.export, parts: ["a", "b"])
        let change = plan.change(after: .gather("a"), .more(cursor: "7"), piece: [1], at: now, policy)
        #expect(change == JobChange(step: "gather a", cursor: "7", dueAt: now, leaseUntil: now + policy.lease, piece: [1]))
    }

    @Test func `after the last part a copy is ready for seven days, and given back`() {
        let change = JobPlan(.export, parts: ["a"]).change(after: .gather("a"), .complete, at: now, policy)
        #expect(change == JobChange(state: .ready, step: "gather a", dueAt: now, endsAt: now + .seconds(7 * 86_400)))
    }

    @Test func `when the account is gone the job sleeps until no access token is good any more`() {
        let change = JobPlan(.deletion, parts: ["a"]).change(after: .deleteAccount, .complete, at: now, policy)
        #expect(change == JobChange(step: "delete a again", dueAt: now + .seconds(3_900)))
    }

    @Test(arguments: [(1, 5), (2, 10), (3, 20), (8, 640), (9, 900), (70, 900)])
    func `each failure waits twice as long, up to a quarter of an hour`(attempts: Int, seconds: Int) {
        #expect(policy.pause(after: attempts) == .seconds(seconds))
    }

    @Test func `a step that has failed is tried again where it was, until it is given up`() {
        let plan = JobPlan(.deletion, parts: ["a"])
        let again = plan.change(afterFailureOf: job(step: "delete a", attempts: 11), at: now, policy)
        #expect(again == JobChange(step: "delete a", cursor: "c", attempts: 11, dueAt: now + .seconds(900)))
        let last = plan.change(afterFailureOf: job(step: "delete a", attempts: 12), at: now, policy)
        #expect(last.state == .failed)
        #expect(last.endsAt == nil)
    }

    @Test(arguments: ["delete a again", "forget"])
    func `what a learner cannot ask for again is tried for a week`(step: String) {
        let plan = JobPlan(.deletion, parts: ["a"])
        #expect(plan.change(afterFailureOf: job(step: step, attempts: 699), at: now, policy).state == .working)
        #expect(plan.change(afterFailureOf: job(step: step, attempts: 700), at: now, policy).state == .failed)
    }

    @Test(arguments: ["sign out", "delete the account"])
    func `what a learner can ask for again is given up sooner`(step: String) {
        #expect(JobPlan(.deletion, parts: ["a"]).change(afterFailureOf: job(step: step, attempts: 12), at: now, policy).state == .failed)
    }

    @Test func `a failed copy is forgotten after seven days`() {
        let change = JobPlan(.export, parts: ["a"]).change(afterFailureOf: job(.export, attempts: 12), at: now, policy)
        #expect(change.endsAt == now + .seconds(7 * 86_400))
    }

    @Test func `a failure right after progress counts as the first`() {
        #expect(JobPlan(.export, parts: ["a"]).change(afterFailureOf: job(.export, attempts: 0), at: now, policy).attempts == 1)
    }

    @Test func `taking a job up and giving it back is no attempt`() {
        let change = JobPlan(.export, parts: ["a"]).change(givingBack: job(.export, step: "gather a", attempts: 4), at: now)
        #expect(change == JobChange(step: "gather a", cursor: "c", attempts: 3, dueAt: now))
    }

    @Test func `a job that kills the tasks that take it up is not taken up for ever`() {
        let plan = JobPlan(.export, parts: ["a"])
        #expect(!plan.isWornOut(job(.export, attempts: 12), policy))
        #expect(plan.isWornOut(job(.export, attempts: 13), policy))
    }
}
