import HTTPCore
import Platform
import TestKit
import Testing
import Web

/// Keeps what is counted and measured, under the instrument's name and labels.
private final class Ledger: Metrics {
    let entries = Lock<[String]>([])

    private struct Instrument: Counter, Histogram {
        let name: String, ledger: Ledger
        func add(_ amount: Int) { ledger.entries.withLock { $0.append("\(name) +\(amount)") } }
        func record(_ value: Double) { ledger.entries.withLock { $0.append("\(name) \(value)") } }
    }

    private func instrument(_ name: String, _ labels: [MetricLabel]) -> Instrument {
        Instrument(name: name + labels.map { " \($0.name)=\($0.value)" }.joined(), ledger: self)
    }

    func counter(_ name: String, help: String, labels: [MetricLabel]) -> any Counter { instrument(name, labels) }
    func gauge(_ name: String, help: String, labels: [MetricLabel]) -> any Gauge { NoMetrics() }
    func histogram(_ name: String, help: String, buckets: [Double], labels: [MetricLabel]) -> any Histogram { instrument(name, labels) }
}

@Suite struct `Measurements` {
    private let ledger = Ledger(), clock = ManualClock()

    private var client: TestClient {
        var configuration = ApplicationConfiguration()
        configuration.metrics = ledger
        configuration.clock = clock
        return TestClient(
            Application(configuration) { routes in
                routes.get("/words/{word_id}") { [clock] (path: Path<WordID>) in
                    clock.advance(by: .milliseconds(1500))
                    return NoContent()
                }
                routes.post("/words/{word_id}") { () -> NoContent in throw CancellationError() }
            })
    }

    @Test(
        arguments: [
            (.get, "/words/7", "GET", "/words/{word_id}", "2xx", "1.5"), (.get, "/words/0", "GET", "/words/{word_id}", "4xx", "0.0"),
            (.post, "/words/7", "POST", "/words/{word_id}", "4xx", "0.0"), (.get, "/nothing/at/all", "any", "unmatched", "4xx", "0.0"),
            (.put, "/words/7", "any", "unmatched", "4xx", "0.0"),
        ] as [(HTTPCore.Method, String, String, String, String, String)])
    func `are kept by method, route and class of status, never by path`(
        method: HTTPCore.Method, path: String, name: String, route: String, status: String, seconds: String
    ) async throws {
        _ = try await client.send(method, path)
        let labels = "method=\(name) route=\(route)"
        #expect(
            ledger.entries.withLock { $0 } == ["http_requests_total \(labels) status=\(status) +1", "http_request_duration_seconds \(labels) \(seconds)"])
    }
}
