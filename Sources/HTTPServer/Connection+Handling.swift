import HTTPCore
import Platform
import Reactor
import Synchronization

extension Connection {
    /// Hands a request to the responder; returns how many bytes of its content it took from `following`.
    func begin(_ head: RequestHead, following: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) -> Int {
        readDeadline.clear()
        let (content, taken) = makeBody(head.framing, following: following, on: loop)
        self.head = head
        _ = machine.headEnded(keepAlive: head.keepAlive, bodyThere: !body.isReading, expectsContinue: head.expectsContinue)
        let request = Request(method: head.method, target: head.target, minorVersion: head.minorVersion, fields: head.fields, body: content, peer: peer)
        state.underWay += 1
        let worker = state.takeWorker()
        self.worker = worker
        worker.begin(request, of: self, on: loop)
        return taken
    }

    private func makeBody(_ framing: BodyFraming, following: UnsafeBufferPointer<UInt8>, on loop: isolated EventLoop) -> (RequestBody, taken: Int) {
        var declared: Int?
        switch framing {
        case .none: return (.empty, 0)
        case .length(let length) where length <= following.count: return (.buffered(Array(following[..<length])), length)
        case .length(let length): declared = length
        case .chunked: break
        }
        nonisolated(unsafe) weak let connection = self
        let number = body.number + 1
        let pipe = BodyPipe { [loop] in
            if loop.isCurrent {
                loop.assumeIsolated { connection?.bodyWanted(number, on: $0) }
            } else {
                loop.submit { connection?.bodyWanted(number, on: $0) }
            }
        }
        body.begin(framing, limits: configuration.requestLimits, pipe: pipe)
        return (.stream(pipe, declaredLength: declared), 0)
    }

    /// The handler took all there was and waits for more.
    private func bodyWanted(_ number: Int, on loop: isolated EventLoop) {
        guard token != nil, body.isReading, body.number == number else { return }
        body.drained()
        readDeadline.set(configuration.bodyProgressTimeout, from: loop.now)
        perform(machine.bodyWanted(), on: loop)
        updateInterest(on: loop)
    }

    /// Writes the handler's answer, whole or piece by piece; returns why that failed.
    func answer(with response: Response, on loop: isolated EventLoop) async -> (any Error)? {
        if case .upgrade(let upgrade) = response.body { return await run(upgrade, answering: response, on: loop) }
        guard token != nil, let head else { return ResponseBodyError.disconnected }
        if state.shared.draining.load(ordering: .relaxed) { machine.draining = true }
        let unreadIsShort = (body.remainingBytes ?? .max) <= configuration.unreadBodyBytes
        let keepAlive = machine.responseStarts(unreadIsShort: unreadIsShort)
        if output.bytes.capacity == 0 { output.bytes = state.takeOutput() }
        let framing = ResponseSerializer.head(
            of: response, method: head.method, minorVersion: head.minorVersion, keepAlive: keepAlive, date: state.date(), into: &output.bytes)
        switch response.body {
        case .bytes(let bytes):
            if framing != .none { output.bytes.append(contentsOf: bytes) }
        case .stream(_, let produce):
            if framing != .none, let failure = await write(produce, framing: framing, on: loop) { return failure }
        case .file(let file):
            if framing != .none, await !write(file, on: loop) { return ResponseBodyError.disconnected }
        case .empty, .upgrade: break
        }
        finishAnswer(framing, on: loop)
        return nil
    }

    private func write(
        _ produce: @Sendable (any ResponseBodyWriter) async throws -> Void, framing: ResponseFraming, on loop: isolated EventLoop
    ) async -> (any Error)? {
        scheduleFlush(on: loop)
        let stream = ResponseStream(self, framing: framing, loop: loop)
        var failure: any Error = ResponseBodyError.disconnected
        defer { endless = nil }
        do {
            try await produce(stream)
            if stream.isComplete && token != nil { return nil }
            state.shared.logger.warning("response.incomplete") { $0.field("peer", peer) }
        } catch {
            if token != nil { state.shared.logger.warning("response.broken") { $0.field("error", "\(error)") } }
            failure = error
        }
        if token != nil {
            _ = machine.responseFailed()
            abort(on: loop)
        }
        return failure
    }

    private func finishAnswer(_ framing: ResponseFraming, on loop: isolated EventLoop) {
        if framing == .chunked { ResponseSerializer.lastChunk(into: &output.bytes) }
        worker = nil
        head = nil
        scheduleFlush(on: loop)
        let action = machine.responseEnded(untilClose: framing == .untilClose)
        if body.isReading { body.discard() }
        if action == .discardBody { readDeadline.set(configuration.bodyProgressTimeout, from: loop.now) }
        perform(action, on: loop)
    }

    /// Answers bytes that are no request; the handler never sees them.
    func refuse(_ refusal: Refusal, on loop: isolated EventLoop) {
        state.write(state.shared.configuration.refuse(refusal, peer), into: &output.bytes)
        perform(.linger, on: loop)
    }
}

extension EventLoop {
    /// Runs a piece of code on the loop, coming from elsewhere.
    func run<Result: Sendable>(_ body: @Sendable (isolated EventLoop) -> Result) -> Result { body(self) }
}
