import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `An expiring value` {
    private let clock = ManualClock()
    private let source = Source()

    private func value(stale: Duration? = nil) -> ExpiringValue<Int> {
        ExpiringValue(timeToLive: .seconds(60), staleOnFailure: stale.map { .init(retryInterval: $0) }, clock: clock) { [source] in try await source.next() }
    }

    @Test func `is fetched once while it is good, and again when it has expired`() async throws {
        let value = value()
        #expect(value.current() == nil)
        #expect(try await value.value() == 1)
        clock.advance(by: .seconds(59))
        #expect(try await value.value() == 1)
        #expect(value.current() == 1)
        clock.advance(by: .seconds(1))
        #expect(value.current() == nil)
        #expect(try await value.value() == 2)
    }

    @Test func `is fetched once for callers that come together`() async throws {
        let value = value()
        source.hold()
        let callers = (0..<50).map { _ in Task { try await value.value() } }
        try await source.waitForFetch()
        source.release()
        for caller in callers { #expect(try await caller.value == 1) }
        #expect(source.count == 1)
    }

    @Test func `does not remember a failure`() async throws {
        let value = value()
        source.fail(true)
        await #expect(throws: Source.Broken.self) { try await value.value() }
        source.fail(false)
        #expect(try await value.value() == 2)
    }

    @Test func `a cancelled caller leaves at once and the fetch goes on for the others`() async throws {
        let value = value()
        source.hold()
        let impatient = Task { try await value.value() }
        try await source.waitForFetch()
        let patient = Task { try await value.value() }
        impatient.cancel()
        await #expect(throws: CancellationError.self) { try await impatient.value }
        source.release()
        #expect(try await patient.value == 1)
        #expect(source.count == 1)
    }

    @Test func `a caller cancelled beforehand does not wait`() async {
        let value = value()
        source.hold()
        let caller = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await value.value()
        }
        await #expect(throws: CancellationError.self) { try await caller.value }
        source.release()
    }

    @Test func `serves the old value after a failed renewal, and tries again later in the background`() async throws {
        let value = value(stale: .seconds(10))
        #expect(try await value.value() == 1)
        source.fail(true)
        clock.advance(by: .seconds(60))
        #expect(try await value.value() == 1)
        #expect(source.count == 2)
        clock.advance(by: .seconds(9))
        #expect(try await value.value() == 1)
        #expect(source.count == 2)
        clock.advance(by: .seconds(1))
        source.fail(false)
        source.hold()
        #expect(try await value.value() == 1, "nobody waits for an attempt while the old value is served")
        try await source.waitForFetch()
        source.release()
        try await eventually { try await value.value() > 1 }
        #expect(source.count == 3)
    }

    @Test func `throws the failure when there is no old value to serve`() async {
        let value = value(stale: .seconds(10))
        source.fail(true)
        await #expect(throws: Source.Broken.self) { try await value.value() }
        await #expect(throws: Source.Broken.self) { try await value.value() }
        #expect(source.count == 2)
    }

    @Test func `is renewed at most once per interval`() async throws {
        let value = value()
        #expect(try await value.value() == 1)
        #expect(try await value.renewed(minimumInterval: .seconds(30)) == 1)
        clock.advance(by: .seconds(30))
        #expect(try await value.renewed(minimumInterval: .seconds(30)) == 2)
        #expect(try await value.renewed(minimumInterval: .seconds(30)) == 2)
        #expect(try await value.value() == 2)
    }

    @Test func `a failed renewal counts as an attempt and keeps the value`() async throws {
        let value = value(stale: .seconds(10))
        #expect(try await value.value() == 1)
        source.fail(true)
        clock.advance(by: .seconds(30))
        #expect(try await value.renewed(minimumInterval: .seconds(30)) == 1)
        #expect(try await value.renewed(minimumInterval: .seconds(30)) == 1)
        #expect(source.count == 2)
        #expect(value.current() == 1)
    }

    @Test func `is served stale up to its limit, and is an error beyond`() async throws {
        let value = ExpiringValue(timeToLive: .seconds(60), staleOnFailure: .init(retryInterval: .seconds(10), limit: .seconds(25)), clock: clock) {
            [source] in try await source.next()
        }
        #expect(try await value.value() == 1)
        source.fail(true)
        clock.advance(by: .seconds(60))
        #expect(try await value.value() == 1)
        clock.advance(by: .seconds(24))
        #expect(try await value.value() == 1)
        try await eventually { source.count == 3 }
        clock.advance(by: .seconds(1))
        await #expect(throws: Source.Broken.self) { try await value.value() }
        await #expect(throws: Source.Broken.self) { try await value.renewed(minimumInterval: .zero) }
        source.fail(false)
        #expect(try await value.value() > 3)
    }

    @Test func `is served while the next one is fetched, where there is patience, and so long only`() async throws {
        let value = ExpiringValue(timeToLive: .seconds(60), staleOnFailure: .init(retryInterval: .seconds(10), patience: .seconds(5)), clock: clock) {
            [source] in try await source.next()
        }
        #expect(try await value.value() == 1)
        source.hold()
        clock.advance(by: .seconds(64))
        for _ in 0..<3 { #expect(try await value.value() == 1) }
        try await source.waitForFetch()
        clock.advance(by: .seconds(1))
        let waiting = Task { try await value.value() }
        source.release()
        #expect(try await waiting.value == 2)
        #expect(source.count == 2)
    }

    @Test func `may tell its own life`() async throws {
        let value = ExpiringValue(timeToLive: { .seconds($0 * 10) }, clock: clock) { [source] in try await source.next() }
        #expect(try await value.value() == 1)
        clock.advance(by: .seconds(10))
        #expect(try await value.value() == 2)
        clock.advance(by: .seconds(19))
        #expect(try await value.value() == 2)
    }

    @Test func `many callers, cancellations and expiries end well`() async {
        let value = value(stale: .seconds(1))
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask { [clock, source] in
                    source.fail(number % 7 == 0)
                    if number % 5 == 0 { clock.advance(by: .seconds(61)) }
                    let caller = Task { try await value.value() }
                    if number % 3 == 0 { caller.cancel() }
                    _ = await caller.result
                }
            }
        }
        source.fail(false)
        #expect((try? await value.renewed(minimumInterval: .zero)) != nil)
    }
}

/// Counts fetches; can hold them back and let them fail.
private final class Source: Sendable {
    struct Broken: Error {}
    private struct State {
        var count = 0
        var fails = false
        var isHeld = false
        var isHolding = false
    }

    private let state = Lock(State())

    var count: Int { state.withLock { $0.count } }
    func fail(_ fails: Bool) { state.withLock { $0.fails = fails } }
    func hold() { state.withLock { $0.isHeld = true } }
    func release() { state.withLock { $0.isHeld = false } }

    /// Returns once a fetch is being held back.
    func waitForFetch() async throws {
        try await eventually { state.withLock { $0.isHolding } }
    }

    func next() async throws -> Int {
        let (count, fails) = state.withLock { state in
            state.count += 1
            return (state.count, state.fails)
        }
        try await eventually {
            state.withLock { state in
                state.isHolding = state.isHeld
                return !state.isHeld
            }
        }
        if fails { throw Broken() }
        return count
    }
}
