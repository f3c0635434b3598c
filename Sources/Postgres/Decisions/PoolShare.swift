/// One loop's part of the pool's limits.
struct PoolShare: Equatable {
    /// Connections for short statements, each shared by many callers.
    var pipelined: Int
    /// Connections for transactions and slow statements, each held by one caller.
    var leased: Int

    /// Divides "at most N" among loops; every loop gets at least one of each kind, so N below twice the loops is exceeded.
    init(limits: PostgresLimits, loops: Int) {
        let perLoop = max(2, limits.maximumConnections / max(1, loops))
        pipelined = min(max(1, limits.pipelinedPerLoop), perLoop - 1)
        leased = perLoop - pipelined
    }
}
