/// The three signals of OpenTelemetry, by the last part of their path. Source: OTLP 1.x specification, "OTLP/HTTP request".
enum TelemetrySignal: String, Sendable, CaseIterable {
    case traces, metrics, logs

    /// What one item is called.
    var item: String {
        switch self {
        case .traces: "spans"
        case .metrics: "metrics"
        case .logs: "log records"
        }
    }

    /// The three members that lead to the items in JSON; in protobuf they are the fields 1, 2 and 2.
    var path: [String] {
        switch self {
        case .traces: ["resourceSpans", "scopeSpans", "spans"]
        case .metrics: ["resourceMetrics", "scopeMetrics", "metrics"]
        case .logs: ["resourceLogs", "scopeLogs", "logRecords"]
        }
    }
}
