import Encoding
import Platform

/// What services have exported, as people read it.
struct TelemetryPage {
    var sink: TelemetrySink

    var page: Page {
        let totals = TelemetrySignal.allCases.map { signal in
            let total = sink.total(of: signal)
            return Self.row([signal.rawValue, "\(total.requests)", "\(total.items) \(signal.item)", "\(total.bytes)"])
        }
        let last = sink.last.map { export in
            Self.row([Timestamp(secondsSinceEpoch: export.receivedAt.seconds).iso8601(), export.signal.rawValue, "\(export.items)", "\(export.bytes)"])
        }
        return Page(
            place: .telemetry,
            content: """
                <h1>Telemetry</h1>
                <p class="lead">A collector stands here at <code>/v1/traces</code>, <code>/v1/metrics</code> and <code>/v1/logs</code>: it counts what
                services export and keeps none of it. Programs get the same as JSON.</p>
                <h2 id="totals">All together</h2>
                \(Self.table("totals", ["Signal", "Exports", "Items", "Bytes"], totals))
                <h2 id="last">The last exports</h2>
                \(last.isEmpty ? "<p class=\"quiet\">None yet.</p>" : Self.table("last", ["Received", "Signal", "Items", "Bytes"], last))
                """)
    }

    private static func table(_ title: String, _ heads: [String], _ rows: [String]) -> String {
        let head = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return "<table aria-labelledby=\"\(title)\"><thead><tr>\(head)</tr></thead><tbody>\(rows.joined())</tbody></table>"
    }

    private static func row(_ cells: [String]) -> String { "<tr>\(cells.map { "<td>\(XMLText.escaped($0))</td>" }.joined())</tr>" }
}
