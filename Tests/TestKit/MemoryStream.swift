import HTTPCore
import Platform

/// Begins a request in memory and leaves its answer open.
func openInMemory(_ request: TestRequest, peer: String, _ respond: @escaping Responder) async throws -> any TestStream {
    let target = try RequestTarget(parsing: request.target, method: request.method)
    let response = await respond(Request(method: request.method, target: target, fields: request.fields, body: request.body, peer: peer))
    switch response.body {
    case .upgrade(let upgrade): return UpgradedMemoryStream(response, upgrade)
    case .stream(_, let produce): return ProducedMemoryStream(response, produce)
    case .bytes(let bytes): return ProducedMemoryStream(response) { try await $0.write(bytes) }
    case .file(let file): return ProducedMemoryStream(response) { try await $0.write(try file.bytes()) }
    case .empty: return ProducedMemoryStream(response) { _ in }
    }
}

/// The content of an answer while it is produced.
private final class ProducedMemoryStream: TestStream {
    private final class Writer: ResponseBodyWriter {
        let pipe: TestPipe
        init(_ pipe: TestPipe) { self.pipe = pipe }

        func write(_ bytes: [UInt8]) async throws(ResponseBodyError) {
            pipe.push(bytes)
            await pipe.waitForRoom()
            if pipe.isEnded { throw .disconnected }
        }
    }

    let response: TestResponse
    private let pipe = TestPipe()
    private let task: Task<Void, Never>

    init(_ response: Response, _ produce: @escaping @Sendable (any ResponseBodyWriter) async throws -> Void) {
        self.response = TestResponse(status: response.status, fields: response.fields, body: [])
        task = Task { [pipe] in
            var failure: (any Error)?
            do { try await produce(Writer(pipe)) } catch { failure = error }
            pipe.end(failure)
            await complete(response, failure: failure)
        }
    }

    func read() async throws -> [UInt8] { try await pipe.next() }
    func write(_ bytes: [UInt8]) async throws { throw NoOpenAnswers() }

    func close() async {
        pipe.end()
        task.cancel()
        await task.value
    }
}

/// A connection that speaks another protocol.
private final class UpgradedMemoryStream: TestStream, UpgradedStream {
    let response: TestResponse
    private let upgrade: Upgrade
    private let pipe = TestPipe()
    private let input = Lock(MemoryInput())
    private let task = Lock<Task<Void, Never>?>(nil)

    init(_ response: Response, _ upgrade: Upgrade) {
        self.response = TestResponse(status: response.status, fields: response.fields, body: [])
        self.upgrade = upgrade
        upgrade.handler.begin(on: self, at: .zero)
        let running = Task { [pipe] in
            let failure = await upgrade.run()
            pipe.end()
            await complete(response, failure: failure)
        }
        task.withLock { $0 = running }
    }

    // MARK: The test's side

    func read() async throws -> [UInt8] { try await pipe.next() }

    func write(_ bytes: [UInt8]) async throws {
        input.withLock { $0.bytes += bytes }
        feed()
    }

    func close() async {
        pipe.end()
        upgrade.handler.ended()
        await task.withLock { $0.take() }?.value
    }

    /// Brings bytes to the handler, on one thread at a time, until it wants no more.
    private func feed() {
        var next = input.withLock { $0.begin() }
        while let bytes = next {
            let taken = upgrade.handler.received(bytes.span, at: .zero)
            next = input.withLock { $0.end(taken) }
        }
    }

    // MARK: The application's side

    func write(_ bytes: [UInt8]) { pipe.push(bytes) }

    func drained() async throws(UpgradedStreamError) {
        await pipe.waitForRoom()
        if pipe.isEnded { throw .disconnected }
    }

    func resumeReading() { feed() }

    func abort() {
        pipe.end()
        upgrade.handler.ended()
    }
}

/// Bytes on their way from a test to the handler.
private struct MemoryInput {
    var bytes: [UInt8] = []
    var isFeeding = false
    var isWanted = false

    /// What is to be brought; nil when there is nothing, or somebody is at it, who then goes on.
    mutating func begin() -> [UInt8]? {
        isWanted = isFeeding
        guard !isFeeding, !bytes.isEmpty else { return nil }
        isFeeding = true
        return bytes
    }

    /// Some were taken: what is to be brought next; nil when no more are wanted now.
    mutating func end(_ taken: Int) -> [UInt8]? {
        isFeeding = false
        bytes.removeFirst(taken)
        return taken > 0 || isWanted ? begin() : nil
    }
}
