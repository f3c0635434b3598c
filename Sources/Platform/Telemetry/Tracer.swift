/// Where in which trace something happens (W3C Trace Context, section 3.2).
public struct TraceContext: Sendable, Hashable {
    /// The 128 bits of the trace id, most significant half first.
    public let traceID: (high: UInt64, low: UInt64)
    /// The id of the span that is the parent of what follows.
    public let spanID: UInt64
    /// Whether the caller records this trace.
    public let isSampled: Bool

    /// A context; ids of zero are invalid in W3C Trace Context and mean "no trace" here.
    public init(traceID: (high: UInt64, low: UInt64), spanID: UInt64, isSampled: Bool) {
        self.traceID = traceID
        self.spanID = spanID
        self.isSampled = isSampled
    }

    /// Same trace, same parent, same decision.
    public static func == (left: TraceContext, right: TraceContext) -> Bool {
        left.traceID == right.traceID && left.spanID == right.spanID && left.isSampled == right.isSampled
    }

    /// Feeds the ids.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(traceID.high)
        hasher.combine(traceID.low)
        hasher.combine(spanID)
    }
}

/// Which side of a call a span describes (OpenTelemetry's SpanKind).
public enum SpanKind: Sendable { case server, client, `internal` }

/// A value attached to a span.
public enum SpanAttribute: Sendable, Equatable { case string(String), int(Int), double(Double), bool(Bool) }

/// Starts spans.
public protocol Tracer: Sendable {
    /// Starts a span now; `name` has few distinct values (a route, not a path). End it exactly once.
    func startSpan(_ name: String, kind: SpanKind, parent: TraceContext?) -> any TraceSpan
}

/// One timed piece of work; callable from any thread.
public protocol TraceSpan: Sendable {
    /// What children and outgoing calls name as their parent; nil when nothing is traced.
    var context: TraceContext? { get }
    /// Attaches a value.
    func set(_ name: String, _ value: SpanAttribute)
    /// Marks the work as failed.
    func fail(_ reason: String)
    /// Ends the span now.
    func end()
}

/// Traces nothing.
public struct NoTracer: Tracer, TraceSpan {
    /// A tracer for nothing.
    public init() {}
    /// Always nil.
    public var context: TraceContext? { nil }
    /// The tracer itself.
    public func startSpan(_ name: String, kind: SpanKind, parent: TraceContext?) -> any TraceSpan { self }
    /// Ignored.
    public func set(_ name: String, _ value: SpanAttribute) {}
    /// Ignored.
    public func fail(_ reason: String) {}
    /// Ignored.
    public func end() {}
}
