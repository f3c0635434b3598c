import Dispatch
import Platform
import Testing

@Suite struct `A lock` {
    @Test func `lets one thread at a time at its state`() {
        let counter = Lock(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<20_000 { counter.withLock { $0 += 1 } }
        }
        #expect(counter.withLock { $0 } == 160_000)
    }

    @Test func `lets several tasks at what must agree`() async {
        let pair = Lock((left: 0, right: 0))
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<2_000 {
                        let agrees = pair.withLock { pair in
                            pair.left += 1
                            pair.right += 1
                            return pair.left == pair.right
                        }
                        if !agrees { Issue.record("somebody was in between") }
                    }
                }
            }
        }
        #expect(pair.withLock { $0.left } == 16_000)
    }

    @Test func `is open again after its body has thrown`() {
        struct Refused: Error {}
        let lock = Lock(1)
        #expect(throws: Refused.self) {
            try lock.withLock { (state) throws(Refused) in
                state = 2; throw Refused()
            }
        }
        #expect(lock.withLock { $0 } == 2, "what was changed before stays")
    }

    @Test func `gives up its state with itself`() {
        final class Owned: Sendable {}
        weak var seen: Owned?
        do {
            let owned = Owned()
            seen = owned
            _ = Lock(owned)
        }
        #expect(seen == nil)
    }
}
