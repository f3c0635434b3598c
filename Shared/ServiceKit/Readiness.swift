import HTTPCore
public import JSON
public import Platform
import Synchronization

/// Whether the service's dependencies answer: what `/api/ready` tells to deploys and people.
///
/// A check that takes longer than its limit counts as failed. Probes that come together share one check and results are kept for a second,
/// so that probes cannot load a dependency.
public final class Readiness: Sendable {
    /// Asks one dependency; throwing means that it does not answer.
    public typealias Check = @Sendable () async throws -> Void

    private let checks: Lock<[(name: String, check: Check)]>
    private let draining = Atomic<Bool>(false)
    private let states: ExpiringValue<[DependencyState]>

    /// Creates readiness without dependencies.
    ///
    /// - Parameter limit: how long a check may take.
    public init(limit: Duration = .seconds(2), clock: any MonotonicClock = SystemClock()) {
        let checks = Lock<[(name: String, check: Check)]>([])
        self.checks = checks
        states = ExpiringValue(timeToLive: .seconds(1), clock: clock) {
            var states: [DependencyState] = []
            for (name, check) in checks.withLock({ $0 }) { states.append(await Self.ask(name, check, limit, clock)) }
            return states
        }
    }

    /// Adds a dependency by the name it is shown with.
    public func add(_ name: String, _ check: @escaping Check) { checks.withLock { $0.append((name, check)) } }

    /// From now on not ready, whatever the dependencies say: the lame duck has begun.
    func beginDraining() { draining.store(true, ordering: .relaxed) }

    /// Whether the service should get new requests, and the state of each dependency; none when the caller was cancelled.
    public func report() async -> (isReady: Bool, states: [DependencyState]) {
        guard let states = try? await states.value() else { return (false, []) }
        return (!draining.load(ordering: .relaxed) && states.allSatisfy { $0.state == .ready }, states)
    }

    private static func ask(_ name: String, _ check: @escaping Check, _ limit: Duration, _ clock: any MonotonicClock) async -> DependencyState {
        let start = clock.uptime()
        let isReady = await succeeds(check, within: limit)
        let (seconds, attoseconds) = (clock.uptime() - start).components
        let milliseconds = Double(seconds) * 1_000 + Double(attoseconds / 1_000_000_000_000) / 1_000
        return DependencyState(name: name, state: isReady ? .ready : .unavailable, latencyMilliseconds: milliseconds)
    }

    /// Not a task group, which would wait for a check that does not heed its cancellation.
    private static func succeeds(_ check: @escaping Check, within limit: Duration) async -> Bool {
        let (outcomes, outcome) = AsyncStream<Bool>.makeStream()
        let asking = Task { outcome.yield((try? await check()) != nil) }
        let waiting = Task {
            try? await Task.sleep(for: limit)
            outcome.yield(false)
        }
        defer {
            asking.cancel()
            waiting.cancel()
        }
        return await outcomes.first { _ in true } ?? false
    }
}

/// One dependency as `/api/ready` shows it: no addresses, no error texts.
public struct DependencyState: JSONObject, Equatable {
    /// Whether it answers.
    public enum State: String, JSONEnum, CaseIterable {
        /// It answered in time.
        case ready
        /// It failed or did not answer in time.
        case unavailable

        /// Other states have schemas, too.
        public static var schemaName: String { "DependencyReadiness" }
    }

    /// Its name, such as `database`.
    public var name: String
    /// Whether it answers.
    public var state: State
    /// How long it took to find out, in milliseconds.
    public var latencyMilliseconds: Double

    /// Name, state and latency.
    public static let json = Object(
        "DependencyState", { Self(name: $0, state: $1, latencyMilliseconds: $2) },
        Field("name", \.name, example: "database"), Field("state", \.state), Field("latency_ms", \.latencyMilliseconds))
}
