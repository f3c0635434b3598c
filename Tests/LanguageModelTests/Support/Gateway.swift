import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

/// A gateway of which a test sees everything.
struct Gateway {
    let events = Events()
    let clock = ManualClock()
    let ledger: TestLedger
    let cache: TestCache
    let endpoint: ScriptedEndpoint
    let alerts = CapturingAlerts()
    let metrics = CapturingMetrics()
    let log = CapturingLogSink()
    let waits = Lock<[Duration]>([])
    let model: LanguageModel

    static let primary = "anthropic.claude-haiku-4-5-20251001-v1:0", backup = "amazon.nova-lite-v1:0"
    static let prompts = SystemPrompts.fixed(["chat": "You are a patient teacher of Japanese."])

    init(
        _ turns: ScriptedEndpoint.Turn..., opinion: (any SecondOpinion)? = nil, pause: (@Sendable (Duration) async throws -> Void)? = nil,
        policy change: (inout ModelPolicy) -> Void = { _ in }
    ) throws {
        ledger = TestLedger(events, clock: clock)
        cache = TestCache(events, clock: clock)
        endpoint = ScriptedEndpoint(turns, events)
        var policy = ModelPolicy()
        change(&policy)
        var surroundings = LanguageModel.Surroundings(endpoint: endpoint, guardrails: ScriptedJudge(events: events), ledger: ledger, hash: { "#\($0.count)" })
        surroundings.cache = cache
        surroundings.secondOpinion = opinion
        surroundings.alerts = alerts
        surroundings.metrics = metrics
        surroundings.logger = Logger(service: "test", sink: log, clock: clock)
        (surroundings.clock, surroundings.calendar) = (clock, clock)
        surroundings.random = { 0.5 }
        surroundings.pause =
            pause ?? { [waits, clock] wait in
                waits.withLock { $0.append(wait) }
                clock.advance(by: wait)
            }
        model = try LanguageModel(policy, surroundings)
    }

    func request(
        _ text: String = "How do I say cat?", user: String = "kaede", earlier: [ModelTurn] = [], caching: ModelRequest.Caching = .never
    ) -> ModelRequest {
        ModelRequest(
            purpose: "chat", caller: ModelCaller(user: user), requestID: "req-1", prompt: Self.prompts.prompt("chat"), [.message(text)], earlier: earlier,
            maximumTokens: 500, caching: caching)
    }

    /// The error of a call that must not succeed.
    func error<Value: Sendable>(_ body: () async throws(ModelError) -> Value) async -> ModelError? {
        do throws(ModelError) {
            _ = try await body()
            return nil
        } catch {
            return error
        }
    }

    var callLine: JSONFragment? { log.lines.last { $0.contains("\"model.call\"") }.flatMap { try? JSON.parse(Array($0.utf8)) } }
}

final class CapturingAlerts: ModelAlerts {
    let raised = Lock<[ModelAlert]>([])
    var kinds: [ModelAlert.Kind] { raised.withLock { $0.map(\.kind) } }
    func raise(_ alert: ModelAlert) { raised.withLock { $0.append(alert) } }
}

/// Sums by name and labels: `TokenUsage purpose=chat model=…`.
final class CapturingMetrics: Metrics {
    let sums = Lock<[String: Double]>([:])

    private struct Instrument: Counter, Gauge, Histogram {
        let name: String
        let sums: Lock<[String: Double]>
        func add(_ amount: Int) { record(Double(amount)) }
        func add(_ difference: Double) { record(difference) }
        func set(_ value: Double) { sums.withLock { $0[name] = value } }
        func record(_ value: Double) { sums.withLock { $0[name, default: 0] += value } }
    }

    private func make(_ name: String, _ labels: [MetricLabel]) -> Instrument {
        Instrument(name: ([name] + labels.map { "\($0.name)=\($0.value)" }).joined(separator: " "), sums: sums)
    }

    func counter(_ name: String, help: String, labels: [MetricLabel]) -> any Counter { make(name, labels) }
    func gauge(_ name: String, help: String, labels: [MetricLabel]) -> any Gauge { make(name, labels) }
    func histogram(_ name: String, help: String, buckets: [Double], labels: [MetricLabel]) -> any Histogram { make(name, labels) }
}
