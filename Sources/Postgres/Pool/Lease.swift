import CPostgres
import Platform
import Reactor

/// A connection in the hands of one caller.
///
/// Touched on its loop only; `Sendable` so that a transaction's closure may hold it while the compiler cannot see which loop it runs on.
final class Lease: @unchecked Sendable {
    let loop: EventLoop
    private let slots: PerLoop<LoopPool>
    private let pool: LoopPool
    private var connection: PostgresConnection?
    /// A statement was given up while it ran, so the connection's state is unknown.
    private var isTorn = false
    /// Why every further statement is pointless: the first failure in a transaction.
    private(set) var failure: PostgresError?

    private init(slots: PerLoop<LoopPool>, pool: LoopPool, connection: PostgresConnection, on loop: isolated EventLoop) {
        self.loop = loop
        self.slots = slots
        self.pool = pool
        self.connection = connection
    }

    /// Waits for a connection, at most the lease time-out, and no longer than the caller's task has left.
    static func take(slots: PerLoop<LoopPool>, on loop: isolated EventLoop) async throws(PostgresError) -> Lease {
        let pool = slots.value(on: loop)
        let id = pool.nextID()
        let patience = TaskDeadline.bound(pool.limits.leaseTimeout)
        if patience == .zero { throw .timeout(after: .zero) }
        let deadline = loop.now + patience.nanoseconds
        let result = await withTaskCancellationHandler {
            await withLoopContinuation { (continuation: LoopContinuation<LoopPool.LeaseResult>) in
                if Task.isCancelled { return continuation.resume(returning: .failure(.cancelled)) }
                pool.lease(LoopPool.LeaseWaiter(id: id, deadline: deadline, continuation: continuation), on: loop)
            }
        } onCancel: {
            Task { await cancelLease(id, slots: slots, on: loop) }
        }
        return Lease(slots: slots, pool: pool, connection: try result.get().value, on: loop)
    }

    private static func cancelLease(_ id: UInt64, slots: PerLoop<LoopPool>, on loop: isolated EventLoop) {
        slots.value(on: loop).cancelLease(id)
    }

    /// Sends work and waits for its answer. A cancelled caller or a time-out tears the lease, unless it is shielded.
    func run(_ work: Exchange.Work, timeout: Duration, shielded: Bool = false, on loop: isolated EventLoop) async throws(PostgresError) -> Answer {
        guard let connection else { throw .transactionEnded }
        if let failure { throw failure }
        let timeout = shielded ? timeout : TaskDeadline.bound(timeout)
        if timeout == .zero { throw record(.timeout(after: .zero)) }
        let id = pool.nextID()
        let reply = await withTaskCancellationHandler {
            await withLoopContinuation { (continuation: ReplyContinuation) in
                if Task.isCancelled, !shielded { return continuation.resume(returning: .failure(.cancelled)) }
                guard connection.handle != nil else {
                    return continuation.resume(returning: .failure(.connectionLost(sent: false, reason: "the connection closed between statements")))
                }
                connection.send(
                    Exchange(
                        id: id, work: work, isIdempotent: false, deadline: loop.now + timeout.nanoseconds, timeout: timeout, continuation: continuation),
                    on: loop)
                pool.startSweeping(on: loop)
            }
        } onCancel: {
            if !shielded { Task { await self.abandon(id, on: loop) } }
        }
        do { return try reply.get() } catch { throw record(error) }
    }

    /// Ends the transaction without effect, whatever became of the caller; a connection that is torn or gone needs no telling.
    func rollBack(timeout: Duration, on loop: isolated EventLoop) async {
        guard !isTorn, connection?.handle != nil else { return }
        failure = nil
        _ = try? await run(.statement("rollback"), timeout: timeout, shielded: true, on: loop)
    }

    private func abandon(_ id: UInt64, on loop: isolated EventLoop) {
        connection?.abandon(.cancelled) { $0.id == id }
    }

    private func record(_ error: PostgresError) -> PostgresError {
        switch error {
        case .timeout, .cancelled: isTorn = true
        default: break
        }
        failure = failure ?? error
        return error
    }

    /// Gives the connection back. A torn one is cancelled on the server, drained and closed behind the caller's back.
    func end(on loop: isolated EventLoop) {
        guard let connection = connection.take() else { return }
        guard isTorn, connection.handle != nil else { return pool.release(connection, on: loop) }
        connection.isRetiring = true
        Task { await Self.cancelAndClose(connection, pool: pool, on: loop) }
    }

    /// Keeps its place in the share until the server has let go, or for the time a cancel request may take.
    private static func cancelAndClose(_ connection: PostgresConnection, pool: LoopPool, on loop: isolated EventLoop) async {
        if let handle = connection.handle, !connection.exchanges.isEmpty, let request = CancelRequest(handle) {
            // Full: the server's statement_timeout ends the statement.
            try? await pool.state.blocking.run { request.send() }
        }
        connection.close("cancelled", on: loop)
        pool.release(connection, on: loop)
    }
}

/// What libpq needs to cancel a connection's running statement, without the connection.
final class CancelRequest: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(_ handle: OpaquePointer) {
        guard let pointer = PQgetCancel(handle) else { return nil }
        self.pointer = pointer
    }

    // Also when the blocking pool was full and nobody sent it.
    deinit { PQfreeCancel(pointer) }

    /// Blocks until the server has taken the request.
    func send() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(pointer, &message, Int32(message.count))
    }
}
