import Testing

@testable import Reactor

@Suite struct TimerQueueTests {
    @Test func `timers expire in the order of their deadlines`() {
        var queue = TimerQueue()
        let deadlines: [UInt64] = [50, 10, 40, 20, 30, 20]
        let ids = deadlines.map { queue.insert(deadline: $0) }
        var popped: [UInt64] = []
        while let id = queue.popExpired(now: 100) { popped.append(deadlines[ids.firstIndex(of: id)!]) }
        #expect(popped == [10, 20, 20, 30, 40, 50])
    }

    @Test func `a timer never expires early`() {
        var queue = TimerQueue()
        let id = queue.insert(deadline: 10)
        do {
            let result = queue.popExpired(now: 9)
            #expect(result == nil)
        }
        do {
            let result = queue.popExpired(now: 10)
            #expect(result == id)
        }
        do {
            let result = queue.popExpired(now: 11)
            #expect(result == nil)
        }
    }

    @Test func `a cancelled timer is skipped and does not hold the next deadline`() {
        var queue = TimerQueue()
        let first = queue.insert(deadline: 10)
        let second = queue.insert(deadline: 20)
        do {
            let result = queue.cancel(first)
            #expect(result)
        }
        do {
            let result = queue.cancel(first)
            #expect(!result)
        }
        do {
            let result = queue.nextDeadline()
            #expect(result == 20)
        }
        do {
            let result = queue.popExpired(now: 30)
            #expect(result == second)
        }
    }

    @Test func `cancelled timers do not pile up`() {
        var queue = TimerQueue()
        let kept = queue.insert(deadline: 1_000_000)
        for deadline in 0..<10_000 { queue.cancel(queue.insert(deadline: UInt64(2_000_000 + deadline))) }
        #expect(queue.count == 1)
        #expect(queue.entryCount < 200)
        do {
            let result = queue.popExpired(now: .max)
            #expect(result == kept)
        }
    }

    @Test func `random insertions and cancellations agree with a sorted list`() {
        var queue = TimerQueue()
        var expected: [(deadline: UInt64, id: TimerID)] = []
        for _ in 0..<2_000 {
            let deadline = UInt64.random(in: 0..<500)
            expected.append((deadline, queue.insert(deadline: deadline)))
            if Bool.random(), let victim = expected.indices.randomElement() { queue.cancel(expected.remove(at: victim).id) }
        }
        var popped: [UInt64] = []
        while let id = queue.popExpired(now: .max) { popped.append(expected.first { $0.id == id }!.deadline) }
        #expect(popped == expected.map(\.deadline).sorted())
    }
}
