import JSON
import ModelKit
import Platform
import TestKit
import Testing

@testable import LanguageModel

@Suite(.timeLimit(.minutes(1))) struct `A call that comes when many come` {
    /// Two in a second, of however many users.
    private func busy(pause: (@Sendable (Duration) async throws -> Void)? = nil, policy change: (inout ModelPolicy) -> Void = { _ in }) throws -> Gateway {
        try Gateway(.says("ねこ"), pause: pause) { policy in
            policy.limits.requestsPerSecond = 2
            change(&policy)
        }
    }

    private func call(_ gateway: Gateway, _ user: String) async -> ModelError? {
        await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request(user: user)) }
    }

    @Test func `waits a moment and passes`() async throws {
        let gateway = try busy()
        for user in ["aoi", "kaede", "momiji"] { #expect(await call(gateway, user) == nil) }
        let waits = gateway.waits.withLock { $0 }
        #expect(waits.count == 1 && waits[0] >= .seconds(1) && waits[0] <= .milliseconds(1_500))
        #expect(gateway.ledger.requests.withLock { $0.count } == 4 && gateway.callLine?["waited_ms"]?.doubleValue ?? 0 >= 1_000)
    }

    @Test func `has nothing to wait for while there is room`() async throws {
        let gateway = try busy()
        for user in ["aoi", "kaede"] { #expect(await call(gateway, user) == nil) }
        #expect(gateway.waits.withLock { $0.isEmpty } && gateway.callLine?["waited_ms"] == nil)
    }

    @Test func `does not wait beyond its patience`() async throws {
        let gateway = try busy(policy: { $0.deadlines.busyPatience = .milliseconds(900) })
        for user in ["aoi", "kaede"] { _ = await call(gateway, user) }
        guard case .limited(.requestsPerSecond, .seconds(1))? = await call(gateway, "momiji") else { return #expect(Bool(false)) }
        #expect(gateway.waits.withLock { $0.isEmpty })
    }

    @Test func `waits for a quarter of its time at most`() async throws {
        let gateway = try busy(policy: { $0.deadlines.text = .seconds(3) })
        for user in ["aoi", "kaede"] { _ = await call(gateway, user) }
        #expect(await call(gateway, "momiji")?.kind == .limited)
        #expect(gateway.waits.withLock { $0.isEmpty })
    }

    @Test func `never waits for a limit of its user's own, nor for a permit`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { $0.limits.userRequestsPerMinute = 1 })
        _ = await call(gateway, "kaede")
        guard case .limited(.userRequestsPerMinute, _)? = await call(gateway, "kaede") else { return #expect(Bool(false)) }
        #expect(gateway.waits.withLock { $0.isEmpty })
        #expect(UsageLimit.allCases.filter(\.isMomentary) == [.requestsPerSecond, .requestsPerMinute, .tokensPerMinute, .tokensPerHour])
    }

    @Test func `asks three times at most, whatever the ledger says`() async throws {
        // The waiting takes no time, so that the ledger refuses each time.
        let gateway = try busy(pause: { _ in }, policy: { $0.deadlines.busyPatience = .seconds(6) })
        for user in ["aoi", "kaede"] { _ = await call(gateway, user) }
        #expect(await call(gateway, "momiji")?.kind == .limited)
        #expect(gateway.ledger.requests.withLock { $0.count } == 5)
    }

    @Test func `that is cancelled while it waits reserves nothing`() async throws {
        let gateway = try busy(pause: { _ in throw CancellationError() })
        for user in ["aoi", "kaede"] { _ = await call(gateway, user) }
        #expect(await call(gateway, "momiji") == .cancelled)
        #expect(gateway.ledger.requests.withLock { $0.count } == 3 && gateway.ledger.books.openCalls == 0)
    }

    @Test func `waits behind those who came before, and takes no more than there is`() async throws {
        let mayGo = Lock(false)
        let order = Lock<[Duration]>([])
        let gateway = try busy(pause: { wait in
            order.withLock { $0.append(wait) }
            while !mayGo.withLock({ $0 }) { await Task.yield() }
        })
        for user in ["aoi", "kaede"] { _ = await call(gateway, user) }
        let calls = (0..<8).map { number in Task { await call(gateway, "user-\(number)") } }
        try await eventually { gateway.ledger.decided.withLock { $0 } >= 8 && order.withLock { $0.count } == 3 }
        gateway.clock.advance(by: .milliseconds(1_500))
        mayGo.withLock { $0 = true }
        var outcomes: [ModelError.Kind?] = []
        for call in calls { outcomes.append(await call.value?.kind) }
        #expect(outcomes.count { $0 == nil } == 2 && outcomes.count { $0 == .limited } == 6)
        // Told by three tasks at once, so in any order.
        let waits = order.withLock { $0.prefix(3).sorted() }
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 } && waits.allSatisfy { $0 <= .milliseconds(1_500) })
    }

    @Test func `has its turn after the one before, and none beyond its patience`() {
        var turns = ReservationTurns()
        func turn(_ wait: Int, at now: Int, until latest: Int) -> Duration? {
            turns.turn(after: .milliseconds(wait), spacing: .milliseconds(100), now: .milliseconds(now), latest: .milliseconds(latest))
        }
        #expect(!turns.isWaitedFor(at: .zero))
        #expect(turn(1_000, at: 0, until: 1_500) == .milliseconds(1_000) && turns.isWaitedFor(at: .milliseconds(999)))
        #expect(turn(900, at: 100, until: 1_600) == .milliseconds(1_100) && turn(0, at: 100, until: 1_600) == .milliseconds(1_200))
        #expect(turn(0, at: 100, until: 1_250) == nil && turn(0, at: 100, until: 1_600) == .milliseconds(1_300))
        #expect(!turns.isWaitedFor(at: .milliseconds(1_300)) && turn(50, at: 5_000, until: 6_000) == .milliseconds(5_050))
    }
}
