public import Platform

/// Answers kept by this process alone, for tests and for trying things out; the oldest goes when there are too many.
public final class InMemoryCache: ResponseCache {
    private struct Kept {
        let answer: CachedAnswer
        let until: UnixTime
    }

    private struct State {
        var answers: [[UInt8]: Kept] = [:]
        var order: [[UInt8]] = []
    }

    private let capacity: Int
    private let clock: any WallClock
    private let state = Lock(State())

    /// An empty cache.
    public init(capacity: Int = 1_000, clock: any WallClock = SystemClock()) {
        self.capacity = max(1, capacity)
        self.clock = clock
    }

    /// The answer of a key, unless its time is over.
    public func answer(for key: [UInt8], caller: ModelCaller) async throws -> CachedAnswer? {
        let now = clock.now()
        return state.withLock { $0.answers[key].flatMap { $0.until > now ? $0.answer : nil } }
    }

    /// Keeps an answer.
    public func keep(_ answer: CachedAnswer, for key: [UInt8], timeToLive: Duration, caller: ModelCaller) async throws {
        let until = clock.now() + timeToLive
        state.withLock { state in
            if state.answers.updateValue(Kept(answer: answer, until: until), forKey: key) == nil { state.order.append(key) }
            if state.order.count > capacity { state.answers[state.order.removeFirst()] = nil }
        }
    }
}
