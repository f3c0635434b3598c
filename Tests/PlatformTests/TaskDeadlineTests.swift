import Platform
import TestKit
import Testing

@Suite struct `The deadline of a task` {
    private let clock = ManualClock()

    @Test func `is what its watch says, as time passes`() async {
        let watch = DeadlineWatch(clock: clock)
        await Task { [clock] in
            #expect(TaskDeadline.remaining == nil && TaskDeadline.bound(.seconds(9)) == .seconds(9))
            let ticket = watch.begin(until: .seconds(5))
            #expect(TaskDeadline.remaining == .seconds(5))
            clock.advance(by: .seconds(2))
            #expect(TaskDeadline.bound(.seconds(9)) == .seconds(3) && TaskDeadline.bound(.seconds(1)) == .seconds(1))
            clock.advance(by: .seconds(4))
            #expect(TaskDeadline.remaining == .zero && TaskDeadline.bound(.seconds(9)) == .zero)
            _ = watch.end(ticket)
            #expect(TaskDeadline.remaining == nil)
        }.value
    }

    @Test func `is the earliest of several, and nobody else's`() async {
        let watch = DeadlineWatch(clock: clock), other = DeadlineWatch(clock: ManualClock())
        await Task {
            let tickets = [9, 4, 6].map { watch.begin(until: .seconds($0)) }
            #expect(TaskDeadline.remaining == .seconds(4))
            #expect(await Task { TaskDeadline.remaining }.value == nil)
            await Task {
                let ticket = other.begin(until: .seconds(2))
                #expect(TaskDeadline.remaining == .seconds(2))
                _ = other.end(ticket)
            }.value
            for ticket in tickets { _ = watch.end(ticket) }
        }.value
    }
}
