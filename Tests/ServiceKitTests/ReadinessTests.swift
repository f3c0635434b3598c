import HTTPClient
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import ServiceKit

@Suite(.timeLimit(.minutes(2))) struct `The readiness of a service` {
    private struct Away: Error {}

    private let clock = ManualClock()

    @Test func `without dependencies is ready`() async {
        let (isReady, states) = await Readiness(clock: clock).report()
        #expect(isReady && states.isEmpty)
    }

    @Test func `tells each dependency's state and latency in the order of their registration`() async {
        let readiness = Readiness(clock: clock)
        readiness.add("database") { clock.advance(by: .milliseconds(12)) }
        readiness.add("model") {
            clock.advance(by: .microseconds(1_500))
            throw Away()
        }
        let (isReady, states) = await readiness.report()
        #expect(!isReady)
        #expect(
            states == [
                DependencyState(name: "database", state: .ready, latencyMilliseconds: 12),
                DependencyState(name: "model", state: .unavailable, latencyMilliseconds: 1.5),
            ])
    }

    @Test(arguments: [(200, true), (503, false), (404, false), (nil, false)])
    func `knows another service by its health`(status: Int?, isThere: Bool) async {
        let asked = Lock<[String]>([]), readiness = Readiness(clock: clock)
        readiness.add("lang-portal", at: "https://portal.example", Neighbour(status: status, asked: asked))
        let (isReady, states) = await readiness.report()
        #expect(isReady == isThere && states.map(\.name) == ["lang-portal"] && asked.withLock { $0 } == ["https://portal.example/api/health"])
    }

    private struct Neighbour: HTTPClient {
        let status: Int?
        let asked: Lock<[String]>

        func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
            asked.withLock { $0.append(request.url) }
            guard let status else { throw .timedOut(.total) }
            return HTTPClientResponse(status: status)
        }
    }

    @Test func `asks a dependency once a second at most`() async {
        let (readiness, asked) = (Readiness(clock: clock), Lock(0))
        readiness.add("database") {
            asked.withLock { $0 += 1 }
            if asked.withLock({ $0 }) == 1 { throw Away() }
        }
        #expect(await !readiness.report().isReady)
        clock.advance(by: .milliseconds(999))
        #expect(await !readiness.report().isReady)
        #expect(asked.withLock { $0 } == 1)
        clock.advance(by: .milliseconds(1))
        #expect(await readiness.report().isReady)
        #expect(asked.withLock { $0 } == 2)
    }

    @Test func `asks a dependency once for probes that come together`() async throws {
        let (readiness, asked, mayAnswer) = (Readiness(limit: .seconds(60), clock: clock), Lock(0), Lock(false))
        readiness.add("database") {
            asked.withLock { $0 += 1 }
            try await eventually { mayAnswer.withLock { $0 } }
        }
        let probes = (0..<20).map { _ in Task.immediate { await readiness.report().isReady } }
        try await eventually { asked.withLock { $0 } > 0 }
        mayAnswer.withLock { $0 = true }
        for probe in probes { #expect(await probe.value) }
        #expect(asked.withLock { $0 } == 1)
    }

    @Test func `counts a check as failed that takes too long, even one that cannot be cancelled`() async {
        let (readiness, isOver) = (Readiness(limit: .milliseconds(20), clock: clock), Lock(false))
        readiness.add("database") { while !isOver.withLock({ $0 }) { await Task.yield() } }
        #expect(await readiness.report().states.map(\.state) == [.unavailable])
        isOver.withLock { $0 = true }
    }

    @Test func `is over once the lame duck has begun, whatever was kept`() async {
        let readiness = Readiness(clock: clock)
        readiness.add("database") {}
        #expect(await readiness.report().isReady)
        readiness.beginDraining()
        let (isReady, states) = await readiness.report()
        #expect(!isReady && states.map(\.state) == [.ready], "the dependencies are as they were")
    }
}
