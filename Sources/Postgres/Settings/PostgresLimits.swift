/// Every limit and time-out of a pool.
public struct PostgresLimits: Sendable, Equatable {
    /// Connections of all loops together; each loop has at least two.
    public var maximumConnections = 16
    /// Connections per loop that short statements share, 1 or 2.
    public var pipelinedPerLoop = 1
    /// Statements in flight on one shared connection.
    public var pipelineDepth = 64
    /// Callers per loop that may wait for a connection, and as many that may wait for a place in a pipeline.
    public var waitingLimit = 512
    /// How long a caller waits for a connection.
    public var leaseTimeout: Duration = .seconds(5)
    /// How long making a connection may take.
    public var connectTimeout: Duration = .seconds(3)
    /// How long an answer may take, unless the call says otherwise; observed to 50 ms.
    public var statementTimeout: Duration = .seconds(10)
    /// A shared connection whose oldest statement is this much over its time-out is closed.
    public var stallGrace: Duration = .seconds(5)
    /// A leased connection unused for this long is closed.
    public var idleLimit: Duration = .seconds(300)
    /// Connections are replaced after about this long (10 % jitter); a shared one serves on until its successor is there, which is one more for a moment.
    public var lifetime: Duration = .seconds(1800)
    /// How often a statement is tried at most, the first time included, when its connection is lost.
    public var attempts = 3
    /// When connecting is given up for a while.
    public var breaker = CircuitBreaker.Settings()

    /// The defaults.
    public init() {}
}
