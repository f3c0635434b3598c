import HTTPCore
public import JSON
public import Platform
import Synchronization

/// Whether the service's dependencies answer: what `/api/ready` tells to deploys and people.
///
/// A check that takes longer than its limit counts as failed. Results are kept for a second, so that probes cannot load a dependency.
public final class Readiness: Sendable {
    /// Asks one dependency; throwing means that it does not answer.
    public typealias Check = @Sendable () async throws -> Void

    private static let limit = Duration.seconds(2)

    private let checks = Lock<[(name: String, check: Check)]>([])
    private let draining = Atomic<Bool>(false)
    private let clock: any MonotonicClock
    private let recent = Lock<(at: Duration, states: [DependencyState])?>(nil)

    /// Creates readiness without dependencies.
    public init(clock: any MonotonicClock = SystemClock()) { self.clock = clock }

    /// Adds a dependency by the name it is shown with.
    public func add(_ name: String, _ check: @escaping Check) { checks.withLock { $0.append((name, check)) } }

    /// From now on not ready, whatever the dependencies say: the lame duck has begun.
    func beginDraining() { draining.store(true, ordering: .relaxed) }

    /// Whether the service should get new requests, and the state of each dependency.
    public func report() async -> (isReady: Bool, states: [DependencyState]) {
        let states = await currentStates()
        return (!draining.load(ordering: .relaxed) && states.allSatisfy { $0.state == .ready }, states)
    }

    private func currentStates() async -> [DependencyState] {
        let now = clock.uptime()
        if let kept = recent.withLock({ $0 }), now - kept.at < .seconds(1) { return kept.states }
        var states: [DependencyState] = []
        for (name, check) in checks.withLock({ $0 }) { states.append(await ask(name, check)) }
        recent.withLock { $0 = (now, states) }
        return states
    }

    private func ask(_ name: String, _ check: @escaping Check) async -> DependencyState {
        let start = clock.uptime()
        let isReady = await withTaskGroup { race in
            race.addTask { (try? await check()) != nil }
            race.addTask {
                try? await Task.sleep(for: Self.limit)
                return false
            }
            defer { race.cancelAll() }
            return await race.next() ?? false
        }
        let (seconds, attoseconds) = (clock.uptime() - start).components
        let milliseconds = Double(seconds) * 1_000 + Double(attoseconds / 1_000_000_000_000) / 1_000
        return DependencyState(name: name, state: isReady ? .ready : .unavailable, latencyMilliseconds: milliseconds)
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
