import Reactor

// What callers wait for, on the loop.
extension CurlLoop {
    /// Sends a request and waits for the head of its answer.
    func open(_ exchange: Exchange, on loop: isolated EventLoop) async throws(HTTPClientError) -> AnswerHead {
        if Task.isCancelled { throw .cancelled }
        if exchange.order.deadline <= monotonicNanoseconds() { throw .timedOut(.waiting) }
        begin(exchange, on: loop)
        while true {
            if let head = exchange.answer.takeHead() { return try head.get() }
            await wait(for: exchange, until: { $0.hasHead }, on: loop)
        }
    }

    /// The next piece of the answer's body; nil at its end.
    func next(_ exchange: Exchange, on loop: isolated EventLoop) async throws(HTTPClientError) -> [UInt8]? {
        if Task.isCancelled { abandon(exchange, .cancelled, on: loop) }
        while true {
            if let piece = exchange.answer.take() {
                resumeReceiving(exchange, on: loop)
                return try piece.get()
            }
            await wait(for: exchange, until: { $0.hasPiece }, on: loop)
        }
    }

    /// Cancelling the caller's task ends the exchange, and with it the wait.
    private func wait(for exchange: Exchange, until isReady: (AnswerPipe) -> Bool, on loop: isolated EventLoop) async {
        let (curl, confined) = (Confined(self), Confined(exchange))
        await withTaskCancellationHandler {
            // Captured, so that this closure is the loop's too: the wait would begin and end on the shared pool otherwise.
            _ = loop
            await withLoopContinuation { continuation in
                // What it waits for may have come before it is put in line.
                if isReady(exchange.answer) { return continuation.resume() }
                exchange.answer.wait(continuation)
            }
        } onCancel: {
            curl.value.loop.submit { curl.value.abandon(confined.value, .cancelled, on: $0) }
        }
    }
}
