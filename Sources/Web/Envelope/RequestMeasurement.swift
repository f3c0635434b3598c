import HTTPCore
import Platform

/// Counts requests by route and class of status, and measures how long they take.
///
/// `http_requests_total` and `http_request_duration_seconds`; every instrument is made when the application stands.
struct RequestMeasurement: Sendable {
    private struct Instruments: Sendable {
        var duration: any Histogram
        var counts: [any Counter]
    }

    /// Upper bounds in seconds.
    static let buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25]

    private let clock: any MonotonicClock
    private let known: [ObjectIdentifier: Instruments]
    private let unmatched: Instruments

    init(_ metrics: any Metrics, clock: any MonotonicClock, routes: [Route]) {
        self.clock = clock
        known = Dictionary(uniqueKeysWithValues: routes.map { (ObjectIdentifier($0), Self.instruments(metrics, $0.method.name, $0.template)) })
        unmatched = Self.instruments(metrics, "any", "unmatched")
    }

    func record(_ response: Response, _ context: RequestContext) {
        let instruments = context.route.flatMap { known[ObjectIdentifier($0)] } ?? unmatched
        instruments.counts[Int(response.status.code / 100) - 1].add(1)
        instruments.duration.record(Double((clock.uptime() - context.startedAt).wholeMicroseconds) / 1_000_000)
    }

    private static func instruments(_ metrics: any Metrics, _ method: String, _ route: String) -> Instruments {
        let labels = [MetricLabel("method", method), MetricLabel("route", route)]
        return Instruments(
            duration: metrics.histogram("http_request_duration_seconds", help: "How long requests take.", buckets: buckets, labels: labels),
            counts: (1...5).map { digit in
                metrics.counter("http_requests_total", help: "Requests answered.", labels: labels + [MetricLabel("status", "\(digit)xx")])
            })
    }
}
