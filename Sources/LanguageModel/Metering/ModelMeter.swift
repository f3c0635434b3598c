import Guardrails
import Platform

/// The metrics of the specification, by purpose and model.
///
/// `TokenUsage`, `PromptLength`, `ResponseLength`, `ProcessingTime`, `ErrorRates` (also by error), `GuardrailViolations` (also by family). Purposes are
/// constants of programs and models come from a table, so that there are few instruments; what is beyond a bound is not measured.
final class ModelMeter: Sendable {
    static let maximumInstruments = 2_000

    private struct Instruments {
        var counters: [[MetricLabel]: [String: any Counter]] = [:]
        var histograms: [[MetricLabel]: [String: any Histogram]] = [:]
        var count = 0
    }

    private let metrics: any Metrics
    private let instruments = Lock(Instruments())

    init(_ metrics: any Metrics) { self.metrics = metrics }

    /// Counts a call that is over.
    func record(_ call: CallRecord, error: ModelError?, took: Duration) {
        let labels = [MetricLabel("purpose", call.purpose), MetricLabel("model", call.model ?? "none")]
        histogram("PromptLength", Self.characters, labels)?.record(Double(call.promptCharacters))
        histogram("ProcessingTime", Self.seconds, labels)?.record(took / .seconds(1))
        if call.usage.input + call.usage.output > 0 { counter("TokenUsage", labels)?.add(call.usage.input + call.usage.output) }
        if let error {
            counter("ErrorRates", labels + [MetricLabel("error", error.kind.rawValue)])?.add(1)
        } else {
            histogram("ResponseLength", Self.characters, labels)?.record(Double(call.responseCharacters))
        }
        for family in Set(call.findings.map(\.family)) {
            counter("GuardrailViolations", labels + [MetricLabel("family", family.rawValue)])?.add(1)
        }
    }

    /// Counts something that went wrong beside a call, such as a cache that did not answer.
    func fault(_ name: String, _ call: CallRecord) {
        counter("ErrorRates", [.init("purpose", call.purpose), .init("model", call.model ?? "none"), .init("error", name)])?.add(1)
    }

    private static let characters = [10, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000].map(Double.init)
    private static let seconds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60, 120]

    private static let help = [
        "TokenUsage": "Tokens that models have read and written.", "PromptLength": "Characters of what users wrote.",
        "ResponseLength": "Characters of answers.", "ProcessingTime": "Seconds from a question to its answer.", "ErrorRates": "Calls without an answer.",
        "GuardrailViolations": "Calls in which the guardrails found something.",
    ]

    private func counter(_ name: String, _ labels: [MetricLabel]) -> (any Counter)? {
        instruments.withLock { kept in
            if let known = kept.counters[labels]?[name] { return known }
            guard kept.count < Self.maximumInstruments else { return nil }
            let made = metrics.counter(name, help: Self.help[name] ?? "", labels: labels)
            kept.counters[labels, default: [:]][name] = made
            kept.count += 1
            return made
        }
    }

    private func histogram(_ name: String, _ buckets: [Double], _ labels: [MetricLabel]) -> (any Histogram)? {
        instruments.withLock { kept in
            if let known = kept.histograms[labels]?[name] { return known }
            guard kept.count < Self.maximumInstruments else { return nil }
            let made = metrics.histogram(name, help: Self.help[name] ?? "", buckets: buckets, labels: labels)
            kept.histograms[labels, default: [:]][name] = made
            kept.count += 1
            return made
        }
    }
}
