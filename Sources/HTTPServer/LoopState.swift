import Encoding
import Glibc
import HTTPCore
import Reactor

/// What one loop's connections share: scratch memory, spare buffers, the cached date and the list of connections. Lives on its loop.
final class LoopState {
    /// What the server gave all its loops.
    let shared: ServerShared
    /// Bytes are received here and parsed in place; only what must wait is copied.
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: scratchBytes)
    static let scratchBytes = 65_536

    /// Requests whose handler or completion has not ended, also those whose peer has gone.
    @exclusivity(unchecked) var underWay = 0
    private var completions: [UInt64: Task<Void, Never>] = [:]
    private var lastCompletion: UInt64 = 0

    @exclusivity(unchecked) private(set) var connections: [Connection] = []
    /// Peers for whom there was no room, by descriptor.
    var refused: [Int32: RefusedConnection] = [:]
    @exclusivity(unchecked) private var idleWorkers: [RequestWorker] = []
    private var isClosed = false
    @exclusivity(unchecked) private var spareOutputs: [[UInt8]] = []
    @exclusivity(unchecked) private var dateSecond = -1
    @exclusivity(unchecked) private var dateBytes: [UInt8] = []

    init(shared: ServerShared) { self.shared = shared }

    deinit { scratch.deallocate() }

    /// The value of `Date` now (RFC 9110 §6.6.1), made once a second.
    func date() -> [UInt8] {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        if time.tv_sec != dateSecond {
            dateSecond = time.tv_sec
            dateBytes = Timestamp(secondsSinceEpoch: Int64(time.tv_sec)).httpDateBytes
        }
        return dateBytes
    }

    /// Appends a whole answer that closes its connection.
    func write(_ response: Response, into output: inout [UInt8]) {
        _ = ResponseSerializer.head(of: response, method: .get, minorVersion: 1, keepAlive: false, date: date(), into: &output)
        if case .bytes(let bytes) = response.body { output.append(contentsOf: bytes) }
    }

    // MARK: Completions

    /// Runs what a response leaves to be done, in a task of its own: the request's may be cancelled.
    func complete(_ completion: @escaping ResponseCompletion, _ failure: (any Error)?, on loop: isolated EventLoop) {
        lastCompletion += 1
        let id = lastCompletion
        completions[id] = Task {
            _ = loop
            await completion(failure)
            self.completions[id] = nil
            self.underWay -= 1
        }
    }

    /// The server does not wait any longer.
    func cancelCompletions() { for task in completions.values { task.cancel() } }

    // MARK: Connections

    func add(_ connection: Connection) {
        connection.place = connections.count
        connections.append(connection)
    }

    func remove(_ connection: Connection) {
        let place = connection.place
        guard place < connections.count, connections[place] === connection else { return }
        connections.swapAt(place, connections.count - 1)
        connections[place].place = place
        connections.removeLast()
    }

    // MARK: Workers

    /// So many workers wait for a request; a task with its stack takes some 4 KiB.
    private static let idleWorkerLimit = 64

    /// A worker without a request.
    func takeWorker() -> RequestWorker { idleWorkers.popLast() ?? RequestWorker(self) }

    /// Takes a worker back; false when there are enough.
    func keep(_ worker: RequestWorker) -> Bool {
        guard idleWorkers.count < Self.idleWorkerLimit, !isClosed else { return false }
        idleWorkers.append(worker)
        return true
    }

    /// What a task answers, or answered just now.
    func activity(of task: LoopTask) -> EventLoop.Activity? {
        let worker = idleWorkers.last { $0.loopTask == task } ?? connections.lazy.compactMap(\.worker).first { $0.loopTask == task }
        return worker?.activity
    }

    /// Lets idle workers end, now and in the future.
    func dismissWorkers() {
        isClosed = true
        for worker in idleWorkers { worker.dismiss() }
        idleWorkers = []
    }

    // MARK: Buffers

    /// An empty buffer with room, for one answer.
    func takeOutput() -> [UInt8] { spareOutputs.popLast() ?? [] }

    /// Takes a buffer back; large ones are given up.
    func giveBack(_ output: consuming [UInt8]) {
        guard output.capacity <= 65_536, spareOutputs.count < 64 else { return }
        output.removeAll(keepingCapacity: true)
        spareOutputs.append(output)
    }
}
