import Reactor

/// The head of an answer.
struct AnswerHead: Sendable {
    let status: Int
    let headers: [HTTPClientHeader]
}

/// An answer on its way from libcurl to its reader, on one loop; full, it lets libcurl pause.
final class AnswerPipe {
    /// How much waits for the reader at most.
    static var capacityBytes: Int { 256 * 1024 }

    @exclusivity(unchecked) private var head: AnswerHead?
    @exclusivity(unchecked) private var pieces: ArraySlice<[UInt8]> = []
    @exclusivity(unchecked) private(set) var bufferedBytes = 0
    @exclusivity(unchecked) private var end: Result<Void, HTTPClientError>?
    @exclusivity(unchecked) private var waiters: [LoopContinuation<Void>] = []

    // MARK: libcurl's side

    func begin(_ head: AnswerHead) {
        self.head = head
        wake()
    }

    /// Takes bytes; false when it is full, and has taken none.
    func push(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bufferedBytes == 0 || bufferedBytes + bytes.count <= Self.capacityBytes else { return false }
        pieces.append(Array(bytes))
        bufferedBytes += bytes.count
        wake()
        return true
    }

    /// No more comes. After a failure that concerns the reader itself, what waits is dropped.
    func finish(_ end: Result<Void, HTTPClientError>, dropping: Bool = false) {
        self.end = end
        if dropping {
            pieces = []
            bufferedBytes = 0
        }
        wake()
    }

    // MARK: The reader's side

    /// The head, or why there is none; nil to wait.
    func takeHead() -> Result<AnswerHead, HTTPClientError>? {
        if let head { return .success(head) }
        guard let end else { return nil }
        return end.flatMap { .failure(.interrupted(detail: "there was no answer")) }
    }

    /// The next piece, nil at the end, or why there is none; nil to wait.
    func take() -> Result<[UInt8]?, HTTPClientError>? {
        if let piece = pieces.popFirst() {
            bufferedBytes -= piece.count
            return .success(piece)
        }
        return end?.map { nil }
    }

    /// Whether `takeHead` has something to give.
    var hasHead: Bool { head != nil || end != nil }
    /// Whether `take` has something to give.
    var hasPiece: Bool { !pieces.isEmpty || end != nil }

    /// Lets `waiter` go on when there is something new.
    func wait(_ waiter: LoopContinuation<Void>) { waiters.append(waiter) }

    private func wake() {
        guard !waiters.isEmpty else { return }
        let woken = waiters
        waiters.removeAll(keepingCapacity: true)
        for waiter in woken { waiter.resume() }
    }
}
