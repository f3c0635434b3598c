import Dispatch
import HTTPCore
import Reactor

/// An answer over a connection of its own that stays open. Reading and writing block, each on a queue of its own.
final class SocketStream: TestStream, @unchecked Sendable {
    let response: TestResponse
    private let connection: RawConnection
    private let isChunked: Bool
    private let reading: DispatchQueue
    private let writing = DispatchQueue(label: "test-stream-writing")
    /// Touched on the reading queue.
    private var isEnded = false
    /// What is still to come of content that has a length; touched on the reading queue.
    private var remainingBytes: Int?

    private init(_ connection: RawConnection, _ head: RawResponse, on queue: DispatchQueue) {
        self.connection = connection
        reading = queue
        isChunked = head["Transfer-Encoding"] == "chunked"
        remainingBytes = head["Content-Length"].flatMap { Int($0) }
        response = TestResponse(head)
    }

    /// Sends a request and reads the head of its answer.
    static func open(_ request: TestRequest, to address: SocketAddress) async throws -> any TestStream {
        let bytes = try await wireBytes(request)
        let queue = DispatchQueue(label: "test-stream-reading")
        return try await run(on: queue) {
            let connection = try RawConnection(to: address)
            try connection.send(bytes)
            return SocketStream(connection, try connection.readHead(), on: queue)
        }
    }

    func read() async throws -> [UInt8] {
        try await Self.run(on: reading) { [self] in
            if isEnded { return [] }
            let bytes = isChunked ? try connection.readChunk() : try connection.read(atMost: remainingBytes ?? 65_536)
            remainingBytes? -= bytes.count
            isEnded = bytes.isEmpty || remainingBytes == 0
            return bytes
        }
    }

    func write(_ bytes: [UInt8]) async throws {
        try await Self.run(on: writing) { [self] in try connection.send(bytes) }
    }

    func close() async {
        try? await Self.run(on: writing) { [self] in connection.closeWrites() }
        try? await Self.run(on: reading) { [self] in
            isEnded = true
            connection.close()
        }
    }

    private static func run<Result: Sendable>(on queue: DispatchQueue, _ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in queue.async { continuation.resume(with: Swift.Result(catching: body)) } }
    }
}

extension RawConnection {
    /// One chunk of chunked content; none at its end.
    func readChunk() throws(RawConnectionError) -> [UInt8] {
        let line = try readLine()
        guard let size = Int(line, radix: 16) else { throw .malformed(line) }
        let bytes = try read(exactly: size)
        guard try readLine().isEmpty else { throw .malformed("no line end after a chunk") }
        return bytes
    }
}
