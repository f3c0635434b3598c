import Reactor

/// Connections that one caller holds.
extension LoopPool {
    typealias LeaseResult = Result<Confined<PostgresConnection>, PostgresError>

    /// Gives a connection at once where one is idle, else puts the caller in line.
    func lease(_ waiter: LeaseWaiter, on loop: isolated EventLoop) {
        if isClosed { return waiter.continuation.resume(returning: .failure(.closed)) }
        while let connection = idle.popLast() {
            guard connection.isUsable, connection.expiry > loop.now else {
                connection.close("its time was over", on: loop)
                continue
            }
            return hand(connection, to: waiter)
        }
        if let refusal = refusal() { return waiter.continuation.resume(returning: .failure(refusal)) }
        guard waitingLeases.count < limits.waitingLimit else { return waiter.continuation.resume(returning: .failure(.poolExhausted)) }
        waitingLeases.append(waiter)
        startSweeping(on: loop)
        openLeaseIfWanted(on: loop)
        publish()
    }

    func cancelLease(_ id: UInt64) {
        for waiter in waitingLeases.remove(where: { $0.id == id }) { waiter.continuation.resume(returning: .failure(.cancelled)) }
        publish()
    }

    /// Takes a connection back: to the next in line, to the idle ones, or away when it is not clean.
    func release(_ connection: PostgresConnection, on loop: isolated EventLoop) {
        leased.removeAll { $0 === connection }
        guard !isClosed, connection.isUsable, connection.expiry > loop.now, connection.isAtRest else {
            connection.close("it was not at rest after its lease, or its time was over", on: loop)
            openLeaseIfWanted(on: loop)
            return publish()
        }
        connection.idleSince = loop.now
        offer(connection)
    }

    /// Puts a connection at the disposal of those who wait.
    func offer(_ connection: PostgresConnection) {
        if let waiter = waitingLeases.popFirst() { return hand(connection, to: waiter) }
        idle.append(connection)
        publish()
    }

    private func hand(_ connection: PostgresConnection, to waiter: LeaseWaiter) {
        leased.append(connection)
        waiter.continuation.resume(returning: .success(Confined(connection)))
        publish()
    }
}
