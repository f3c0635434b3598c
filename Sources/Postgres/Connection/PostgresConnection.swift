import CPostgres
import Reactor

/// Hears of what happens on a connection.
protocol ConnectionOwner: AnyObject {
    /// One or more exchanges were answered: there is room for others.
    func connectionAnswered(_ connection: PostgresConnection, on loop: isolated EventLoop)
    /// The connection is gone, with it the exchanges it had not answered.
    func connectionClosed(_ connection: PostgresConnection, unanswered: [Exchange], reason: String, on loop: isolated EventLoop)
}

/// One libpq connection in pipeline mode, confined to its loop: exchanges go out in order and are answered in order.
final class PostgresConnection {
    /// Nil once closed.
    @exclusivity(unchecked) private(set) var handle: OpaquePointer?
    weak var owner: (any ConnectionOwner)?
    /// Sent and not yet answered, oldest first.
    @exclusivity(unchecked) var exchanges = FIFO<Exchange>()
    /// When it should be replaced, and since when it has had nothing to do.
    let expiry: UInt64
    @exclusivity(unchecked) var idleSince: UInt64
    /// Takes no new work.
    @exclusivity(unchecked) var isRetiring = false

    /// Which exchanges share a Sync.
    @exclusivity(unchecked) private var groups = SyncGroups()
    /// How many of the newest exchanges wait here to be sent as one group.
    @exclusivity(unchecked) private var gathered = 0
    /// Exchanges of a group that failed by one of the others: each goes out again, alone.
    @exclusivity(unchecked) private var innocent: [Exchange] = []
    @exclusivity(unchecked) private var token: ReadinessToken?
    @exclusivity(unchecked) private var vectors = ParameterVectors()
    @exclusivity(unchecked) private var wantsWrite = false
    @exclusivity(unchecked) private var awaitsFlush = false
    @exclusivity(unchecked) private var lossReason: String?

    /// Takes over a connection that was just made.
    init(handle: OpaquePointer, expiry: UInt64, on loop: isolated EventLoop) throws(PostgresError) {
        self.handle = handle
        self.expiry = expiry
        idleSince = loop.now
        PQsetnonblocking(handle, 1)
        // Notices would be printed on standard error.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        do {
            guard PQenterPipelineMode(handle) == 1 else { throw SystemError(call: "PQenterPipelineMode", code: 0) }
            token = try loop.register(PQsocket(handle), for: .readable, self)
        } catch {
            PQfinish(handle)
            self.handle = nil
            throw .unavailable(retryAfter: .seconds(1), reason: "\(error)")
        }
    }

    deinit { if let handle { PQfinish(handle) } }

    /// Can take work now.
    var isUsable: Bool { handle != nil && !isRetiring && lossReason == nil }

    /// Between transactions with nothing in flight.
    var isAtRest: Bool {
        guard let handle, exchanges.isEmpty, lossReason == nil else { return false }
        // The call lets libpq see that its own queue is empty.
        if let stray = PQgetResult(handle) {
            PQclear(stray)
            return false
        }
        return PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    /// Closes; the owner hears of it. Later calls do nothing.
    func close(_ reason: String, on loop: isolated EventLoop) {
        guard let handle else { return }
        self.handle = nil
        if let token { loop.deregister(token) }
        PQfinish(handle)
        owner?.connectionClosed(self, unanswered: exchanges.removeAll(), reason: lossReason ?? reason, on: loop)
    }

    /// Remembers the server's farewell as the reason of the loss to come.
    fileprivate func expectLoss(_ reason: String) { lossReason = lossReason ?? reason }
}

// MARK: Sending

extension PostgresConnection: Flushable {
    /// Sends an exchange behind those in flight. What libpq refuses is answered by closing at the end of the pass.
    func send(_ exchange: Exchange, on loop: isolated EventLoop) {
        guard let handle else { return }
        if exchange.mayShareSync, gathered > 0 || groups.gathers, gathered < SyncGroups.limit {
            exchanges.append(exchange)
            gathered += 1
        } else {
            putGathered(on: handle)
            exchanges.append(exchange)
            put(exchange, on: handle)
        }
        guard !awaitsFlush else { return }
        awaitsFlush = true
        loop.flushLater(self)
    }

    /// Only whole groups are given to libpq, which sends what it has whenever it reads: a pooler takes a statement whose Sync is not there yet for the
    /// end of a transaction.
    private func putGathered(on handle: OpaquePointer) {
        let first = exchanges.count - gathered
        gathered = 0
        for index in first..<exchanges.count { put(exchanges[index], on: handle) }
    }

    private func put(_ exchange: Exchange, on handle: OpaquePointer) {
        exchange.attempts += 1
        if !write(exchange, to: handle) { expectLoss(trimmedMessage(PQerrorMessage(handle))) }
    }

    private func write(_ exchange: Exchange, to handle: OpaquePointer) -> Bool {
        let needsSync = groups.append(sharing: exchange.mayShareSync, bytes: exchange.messageBytes)
        if needsSync, PQpipelineSync(handle) != 1 { return false }
        switch exchange.work {
        case .statement(let sql) where exchange.mayShareSync: return vectors.send(sql, on: handle)
        case .statement(let sql): return vectors.send(sql, on: handle) && PQpipelineSync(handle) == 1
        case .batch(let statements, _):
            for sql in statements where !vectors.send(sql, on: handle) { return false }
            return PQpipelineSync(handle) == 1
        case .script(let text):
            // Only called at rest: the simple protocol and the pipeline exclude each other.
            return PQexitPipelineMode(handle) == 1 && PQsendQuery(handle, text) == 1
        }
    }

    func flush(on loop: isolated EventLoop) {
        awaitsFlush = false
        guard let handle else { return }
        // Else the answer that makes room takes them up.
        if gathered >= SyncGroups.limit || !groups.gathers { putGathered(on: handle) }
        if groups.close(), PQpipelineSync(handle) != 1 { expectLoss(trimmedMessage(PQerrorMessage(handle))) }
        if lossReason != nil { return close("lost while sending", on: loop) }
        switch PQflush(handle) {
        case 0: watch(forWriting: false, on: loop)
        case 1: watch(forWriting: true, on: loop)
        default: close(trimmedMessage(PQerrorMessage(handle)), on: loop)
        }
    }

    private func watch(forWriting: Bool, on loop: isolated EventLoop) {
        guard wantsWrite != forWriting, let token else { return }
        wantsWrite = forWriting
        loop.modify(token, for: forWriting ? [.readable, .writable] : .readable)
    }
}

// MARK: Receiving

extension PostgresConnection: ReadinessHandler {
    func ready(_ readiness: Readiness, on loop: isolated EventLoop) {
        if readiness.contains(.writable) { flush(on: loop) }
        guard let handle, !readiness.isDisjoint(with: [.readable, .failed]) else { return }
        let isOpen = PQconsumeInput(handle) == 1
        readAnswers(from: handle)
        sendInnocent(on: loop)
        if let lossReason { return close(lossReason, on: loop) }
        if !isOpen || PQstatus(handle) == CONNECTION_BAD { return close(trimmedMessage(PQerrorMessage(handle)), on: loop) }
        if wantsWrite || gathered > 0 { flush(on: loop) }
        if exchanges.isEmpty { idleSince = loop.now }
        owner?.connectionAnswered(self, on: loop)
    }

    private func readAnswers(from handle: OpaquePointer) {
        var ends = 0
        // Each statement's results end with one nil; two in a row mean that nothing more is to come (a broken connection).
        // After a COPY began, libpq would give the same result for ever.
        while !exchanges.isEmpty, ends < 2, lossReason == nil, PQisBusy(handle) == 0 {
            guard let result = PQgetResult(handle) else {
                ends += 1
                groups.statementEnded()
                finishScript(on: handle)
                continue
            }
            ends = 0
            take(result)
        }
    }

    private func take(_ result: OpaquePointer) {
        let status = PQresultStatus(result)
        if status != PGRES_PIPELINE_SYNC { groups.resultCame() }
        switch status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: exchanges[groups.reading].take(PostgresRows(ResultStorage(result)))
        case PGRES_PIPELINE_SYNC:
            PQclear(result)
            answerGroup()
        case PGRES_PIPELINE_ABORTED: PQclear(result)
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR: takeError(result)
        default:
            // COPY has no place in a pipeline.
            PQclear(result)
            expectLoss("a statement that transfers data by COPY")
        }
    }

    private func takeError(_ result: OpaquePointer) {
        var (error, isFatal) = ServerError.read(result)
        PQclear(result)
        if isFatal { return expectLoss("\(error.state.code) \(error.message)") }
        if case .statement(let sql) = exchanges[groups.reading].work { error.statement = sql.description }
        exchanges[groups.reading].take(.server(error))
    }

    /// Without a pipeline there is no Sync: the end of the results is the end of the script.
    private func finishScript(on handle: OpaquePointer) {
        guard !exchanges.isEmpty, exchanges[0].isScript, PQstatus(handle) == CONNECTION_OK else { return }
        if PQenterPipelineMode(handle) != 1 { expectLoss("cannot return to the pipeline") }
        answerGroup()
    }

    /// A Sync ends an implicit transaction: where one statement of a group failed, nothing of the others took effect. One that failed by a conflict may
    /// have done so for what the others had locked or read, so it has its own try, too.
    private func answerGroup() {
        let count = groups.popFirst()
        let hasFailed = (0..<count).contains { exchanges[$0].hasFailed }
        for _ in 0..<count {
            guard let exchange = exchanges.popFirst() else { return }
            if hasFailed, !exchange.hasFailed || count > 1 && exchange.isInConflict {
                if let again = exchange.alone() { innocent.append(again) }
            } else {
                exchange.answer(exchange.reply)
            }
        }
    }

    private func sendInnocent(on loop: isolated EventLoop) {
        guard !innocent.isEmpty else { return }
        let exchanges = innocent
        innocent = []
        for exchange in exchanges { send(exchange, on: loop) }
    }
}
