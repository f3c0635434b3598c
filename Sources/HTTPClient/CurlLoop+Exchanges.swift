import CCurl
import Reactor

// The life of an exchange: it arrives, waits for a place, runs, and is over once.
extension CurlLoop {
    /// Takes a place for the exchange, or one in the line.
    func begin(_ exchange: Exchange, on loop: isolated EventLoop) {
        guard multi != nil else {
            exchange.phase = .over
            return exchange.answer.finish(.failure(.connectionFailed(detail: "libcurl cannot start, or the client was closed")))
        }
        exchanges[ObjectIdentifier(exchange)] = exchange
        switch line.arrive(exchange, at: exchange.order.origin) {
        case .start: start(exchange, on: loop)
        case .wait: look(by: exchange.order.deadline, on: loop)
        case .refused:
            exchanges[ObjectIdentifier(exchange)] = nil
            exchange.phase = .over
            exchange.answer.finish(.failure(.busy))
        }
    }

    private func start(_ exchange: Exchange, on loop: isolated EventLoop) {
        let now = monotonicNanoseconds()
        exchange.hasPlace = true
        guard let multi, let handle = takeHandle() else { return finish(exchange, .connectionFailed(detail: "libcurl has no memory"), on: loop) }
        exchange.phase = .running(handle)
        exchange.startedAt = now
        handle.prepare(exchange, at: now)
        look(by: exchange.nextLook(at: now), on: loop)
        run(exchange, handle, multi, on: loop)
    }

    private func run(_ exchange: Exchange, _ handle: CurlHandle, _ multi: UnsafeMutableRawPointer, on loop: isolated EventLoop) {
        let code = curl_multi_add_handle(multi, handle.easy)
        if code != CURLM_OK { finish(exchange, .connectionFailed(detail: String(cString: curl_multi_strerror(code))), on: loop) }
    }

    /// libcurl says that it is over.
    func ended(_ exchange: Exchange, _ handle: CurlHandle, _ code: CURLcode, on loop: isolated EventLoop) {
        // When a kept connection turns out to be closed, libcurl takes another by itself; but 7.88 does not where a part of the body had left before.
        if code == CURLE_SEND_ERROR, let multi, handle.usedKeptConnection, exchange.beginsAgain(at: monotonicNanoseconds()) {
            curl_multi_remove_handle(multi, handle.easy)
            handle.set(CURLOPT_FRESH_CONNECT, 1)
            return run(exchange, handle, multi, on: loop)
        }
        let failure = exchange.failure ?? (code == CURLE_OK ? nil : handle.failure(code))
        finish(exchange, failure, on: loop)
    }

    /// Ends an exchange before its time; its connection is closed. Later calls do nothing.
    func abandon(_ exchange: Exchange, _ error: HTTPClientError, on loop: isolated EventLoop) {
        finish(exchange, error, dropping: true, on: loop)
    }

    private func finish(_ exchange: Exchange, _ failure: HTTPClientError?, dropping: Bool = false, on loop: isolated EventLoop) {
        if exchange.isOver { return }
        if case .running(let handle) = exchange.phase {
            if let multi { curl_multi_remove_handle(multi, handle.easy) }
            giveBack(handle)
        }
        exchange.phase = .over
        exchanges[ObjectIdentifier(exchange)] = nil
        endProducer(of: exchange)
        exchange.answer.finish(failure.map { .failure($0) } ?? .success(()), dropping: dropping)
        guard exchange.hasPlace else { return line.withdraw(exchange, from: exchange.order.origin) }
        if let next = line.leave(exchange.order.origin) { start(next, on: loop) }
    }

    /// Ends what has not come in time.
    func expire(at now: UInt64, on loop: isolated EventLoop) {
        for exchange in Array(exchanges.values) {
            if let timeout = exchange.timeout(at: now) { abandon(exchange, .timedOut(timeout), on: loop) }
        }
    }
}

// Pauses that end.
extension CurlLoop {
    /// The reader has made room.
    func resumeReceiving(_ exchange: Exchange, on loop: isolated EventLoop) {
        guard exchange.isReceivingPaused, exchange.answer.bufferedBytes <= AnswerPipe.capacityBytes / 2 else { return }
        exchange.isReceivingPaused = false
        unpause(exchange, on: loop)
    }

    /// The producer has brought something, or is at its end.
    func resumeSending(_ exchange: Exchange, on loop: isolated EventLoop) {
        guard exchange.isSendingPaused else { return }
        exchange.sendingContinues()
        unpause(exchange, on: loop)
    }

    /// libcurl gives what it has kept meanwhile at once, to the exchange, which may then pause again.
    private func unpause(_ exchange: Exchange, on loop: isolated EventLoop) {
        guard case .running(let handle) = exchange.phase else { return }
        let still = (exchange.isReceivingPaused ? CURLPAUSE_RECV : 0) | (exchange.isSendingPaused ? CURLPAUSE_SEND : 0)
        let code = curl_easy_pause(handle.easy, still)
        guard code == CURLE_OK else { return finish(exchange, exchange.failure ?? handle.failure(code), on: loop) }
    }
}

// Bodies that are produced while they are sent.
extension CurlLoop {
    /// libcurl asks for the body: from inside libcurl, on the loop.
    func startProducer(of exchange: Exchange) {
        guard exchange.producer == nil, let upload = exchange.order.upload else { return }
        nonisolated(unsafe) let curl = self
        nonisolated(unsafe) let exchange = exchange
        loop.assumeIsolated { loop in
            exchange.producer = Task {
                _ = loop
                await curl.produce(exchange, upload, on: loop)
            }
        }
    }

    private func produce(_ exchange: Exchange, _ upload: HTTPClientUpload, on loop: isolated EventLoop) async {
        do {
            while let piece = try await upload.next() {
                if exchange.isOver { return }
                try exchange.upload.append(piece)
                resumeSending(exchange, on: loop)
                await waitForRoom(exchange, on: loop)
                if exchange.isOver { return }
            }
            if exchange.isOver { return }
            try exchange.upload.end()
            resumeSending(exchange, on: loop)
        } catch {
            abandon(exchange, .uploadFailed(detail: "\(error)"), on: loop)
        }
    }

    private func waitForRoom(_ exchange: Exchange, on loop: isolated EventLoop) async {
        if exchange.upload.hasRoom { return }
        await withLoopContinuation { (continuation: LoopContinuation<Void>) in
            if exchange.isOver || exchange.upload.hasRoom { return continuation.resume() }
            exchange.room = continuation
        }
    }

    private func endProducer(of exchange: Exchange) {
        exchange.producer?.cancel()
        exchange.producer = nil
        exchange.room.take()?.resume()
    }
}
