import Testing

@testable import Postgres

@Suite struct `A queue` {
    @Test func `gives back what came first, however it grows and wraps`() {
        var (queue, next, expected) = (FIFO<Int>(), 0, 0)
        for round in 1...60 {
            for _ in 0..<round {
                queue.append(next)
                next += 1
            }
            for _ in 0..<(round - 1) {
                #expect(queue.popFirst() == expected)
                expected += 1
            }
            #expect(queue.count == next - expected && queue[0] == expected && queue[queue.count - 1] == next - 1)
        }
        #expect(queue.removeAll() == Array(expected..<next))
        #expect(queue.isEmpty && queue.popFirst() == nil)
    }

    @Test func `gives up some from its middle and keeps the order of the others`() {
        var queue = FIFO<Int>()
        for number in 0..<6 { queue.append(number) }
        for _ in 0..<3 { _ = queue.popFirst() }
        for number in 6..<11 { queue.append(number) }
        #expect(queue.remove { $0 % 3 == 0 } == [3, 6, 9])
        #expect(queue.removeAll() == [4, 5, 7, 8, 10])
    }

    @Test func `may be changed in place`() {
        var queue = FIFO<Int>()
        for number in 0..<9 { queue.append(number) }
        _ = queue.popFirst()
        queue[7] = 80
        #expect(queue.removeAll() == [1, 2, 3, 4, 5, 6, 7, 80])
    }
}
