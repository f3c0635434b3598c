import CCurl
import Reactor

/// What is to be done: a request that can be sent, and until when. Goes from the caller to its loop.
struct Order: Sendable {
    let request: HTTPClientRequest
    let origin: Origin
    let upload: HTTPClientUpload?
    /// Nanoseconds of the loop's clock.
    let deadline: UInt64
}

/// One request and its answer on their way, on one loop. libcurl's callbacks come here.
final class Exchange {
    enum Phase {
        /// For a place among the connections to its server.
        case waiting
        case running(CurlHandle)
        case over
    }

    let order: Order
    let answer = AnswerPipe()
    @exclusivity(unchecked) var phase = Phase.waiting
    /// Among the connections to its server.
    @exclusivity(unchecked) var hasPlace = false
    /// What went wrong where libcurl can only be told to stop.
    @exclusivity(unchecked) private(set) var failure: HTTPClientError?
    @exclusivity(unchecked) private var head: HeadReader
    @exclusivity(unchecked) private var receivedBytes = 0
    /// libcurl was told that the answer's reader is behind, or the request's producer.
    @exclusivity(unchecked) var isReceivingPaused = false
    @exclusivity(unchecked) var isSendingPaused = false
    @exclusivity(unchecked) var upload: UploadBuffer
    /// Produces the upload, once libcurl has asked for it; waits in `room` for libcurl to take some.
    @exclusivity(unchecked) var producer: Task<Void, Never>?
    @exclusivity(unchecked) var room: LoopContinuation<Void>?
    /// When libcurl began, and when it last took bytes to send.
    @exclusivity(unchecked) var startedAt: UInt64 = 0
    @exclusivity(unchecked) private var sentAt: UInt64 = 0
    @exclusivity(unchecked) private var isSecondTry = false

    init(_ order: Order) {
        self.order = order
        head = HeadReader(limitBytes: order.request.limits.maximumHeaderBytes)
        upload = order.upload.map { UploadBuffer(lengthBytes: $0.lengthBytes) } ?? UploadBuffer(order.request.body)
    }

    var isOver: Bool { if case .over = phase { true } else { false } }
    private var limits: HTTPClientLimits { order.request.limits }
    private var tooLarge: HTTPClientError { .responseTooLarge(limitBytes: limits.maximumResponseBytes) }

    // MARK: What libcurl calls

    /// False ends the exchange.
    func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        switch head.read(line: line) {
        case .more: return true
        case .tooLarge: return fail(.responseTooLarge(limitBytes: limits.maximumHeaderBytes))
        case .complete:
            // The length in an answer to HEAD is of a body that does not come.
            if let length = head.declaredLength, length > limits.maximumResponseBytes, order.request.method != "HEAD" { return fail(tooLarge) }
            answer.begin(AnswerHead(status: head.status, headers: head.headers))
            return true
        }
    }

    /// How many bytes were taken, or that libcurl is to stop or to pause.
    func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        guard receivedBytes + bytes.count <= limits.maximumResponseBytes else {
            _ = fail(tooLarge)
            return 0
        }
        guard bytes.isEmpty || answer.push(bytes) else {
            isReceivingPaused = true
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        receivedBytes += bytes.count
        return bytes.count
    }

    /// How many bytes of the body to send there are now, 0 at its end, or that libcurl is to pause.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        sentAt = monotonicNanoseconds()
        switch upload.take(into: buffer) {
        case .end: return 0
        case .bytes(let count):
            if upload.hasRoom { room.take()?.resume() }
            return count
        case .nothingYet:
            isSendingPaused = true
            return Int(CURL_READFUNC_PAUSE)
        }
    }

    /// A kept connection turned out to be closed: whether the body may be sent from its beginning on another.
    func rewind() -> Bool { (upload.isUntouched || order.request.mayBeRepeated) && upload.rewind() }

    /// A kept connection was closed while the request was sent on it, and libcurl gave up: whether all begins again, which it does once.
    func beginsAgain(at now: UInt64) -> Bool {
        guard failure == nil, !isSecondTry, !head.hasBegun, order.request.mayBeRepeated, rewind() else { return false }
        isSecondTry = true
        isSendingPaused = false
        startedAt = now
        return true
    }

    private func fail(_ error: HTTPClientError) -> Bool {
        failure = error
        return false
    }
}

// Its times.
extension Exchange {
    /// What has not come in time.
    func timeout(at now: UInt64) -> HTTPClientTimeout? {
        guard case .running(let handle) = phase else { return order.deadline <= now ? .waiting : nil }
        if order.deadline <= now { return handle.sentAfter == nil ? .connecting : .total }
        return firstByteDeadline(handle).map { $0 <= now } == true ? .firstByte : nil
    }

    /// When to look again at the latest.
    func nextLook(at now: UInt64) -> UInt64 {
        guard case .running(let handle) = phase, !head.hasBegun else { return order.deadline }
        return min(order.deadline, firstByteDeadline(handle) ?? (now + limits.firstByteTimeout.nanoseconds))
    }

    /// Nil while it is not yet the server's turn, or no longer.
    private func firstByteDeadline(_ handle: CurlHandle) -> UInt64? {
        guard !head.hasBegun, !isSendingPaused, let sentAfter = handle.sentAfter else { return nil }
        return max(sentAt, startedAt + sentAfter) + limits.firstByteTimeout.nanoseconds
    }

    /// The producer has brought something: from now on it is the server's turn.
    func sendingContinues() {
        isSendingPaused = false
        sentAt = monotonicNanoseconds()
    }
}
