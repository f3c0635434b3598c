/// One dimension of a measurement; keep the number of distinct values small.
public struct MetricLabel: Sendable, Hashable {
    /// The dimension, for instance `route`.
    public let name: String
    /// Its value, for instance `/api/words/{word_id}`.
    public let value: String

    /// A label.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Makes instruments. Ask once for each instrument and keep it: using it is cheap, finding it need not be.
public protocol Metrics: Sendable {
    /// A sum that only grows, for instance `http_requests_total`.
    func counter(_ name: String, help: String, labels: [MetricLabel]) -> any Counter
    /// A value that goes up and down.
    func gauge(_ name: String, help: String, labels: [MetricLabel]) -> any Gauge
    /// A distribution with these upper bucket bounds, ascending; the name carries the unit (`…_seconds`, `…_bytes`).
    func histogram(_ name: String, help: String, buckets: [Double], labels: [MetricLabel]) -> any Histogram
}

/// A sum that only grows; callable from any thread.
public protocol Counter: Sendable {
    /// Adds `amount`, which must not be negative.
    func add(_ amount: Int)
}

/// A value that goes up and down; callable from any thread.
public protocol Gauge: Sendable {
    /// Replaces the value.
    func set(_ value: Double)
    /// Adds to the value.
    func add(_ difference: Double)
}

/// A distribution; callable from any thread.
public protocol Histogram: Sendable {
    /// Adds one observation.
    func record(_ value: Double)
}

/// Measures nothing.
public struct NoMetrics: Metrics, Counter, Gauge, Histogram {
    /// A sink for measurements.
    public init() {}
    /// An instrument that forgets.
    public func counter(_ name: String, help: String, labels: [MetricLabel]) -> any Counter { self }
    /// An instrument that forgets.
    public func gauge(_ name: String, help: String, labels: [MetricLabel]) -> any Gauge { self }
    /// An instrument that forgets.
    public func histogram(_ name: String, help: String, buckets: [Double], labels: [MetricLabel]) -> any Histogram { self }
    /// Ignored.
    public func add(_ amount: Int) {}
    /// Ignored.
    public func set(_ value: Double) {}
    /// Ignored.
    public func add(_ difference: Double) {}
    /// Ignored.
    public func record(_ value: Double) {}
}
