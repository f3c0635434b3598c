import Dispatch
import HTTPCore
import Platform
import Reactor

/// Carries requests over one keep-alive connection, one after the other; opens another when the server has closed it.
final class SocketTransport: @unchecked Sendable {
    private let address: SocketAddress
    /// Blocks while it waits, so on a queue of its own: neither tasks nor loops lose a thread.
    private let queue = DispatchQueue(label: "test-client")
    /// Touched on the queue alone, as is the count.
    private var connection: RawConnection?
    private var openedCount = 0

    init(to address: SocketAddress) { self.address = address }

    /// How many connections were needed so far.
    var connectionCount: Int { queue.sync { openedCount } }

    /// Sends a request and reads its answer.
    ///
    /// - Throws: `RawConnectionError`, also when the server breaks off in the middle of the answer.
    func exchange(_ request: TestRequest) async throws -> TestResponse {
        let bytes = try await wireBytes(request)
        // Handed over under a lock: where a continuation is resumed before it is awaited, the runtime does not tell the thread sanitizer so.
        let outcome = Lock<Result<TestResponse, any Error>?>(nil)
        await withCheckedContinuation { continuation in
            queue.async {
                let result = Result { try self.exchange(bytes, isHead: request.method == .head) }
                outcome.withLock { $0 = result }
                continuation.resume()
            }
        }
        return try outcome.withLock { $0! }.get()
    }

    /// Sends a request on a connection of its own and leaves its answer open.
    func open(_ request: TestRequest) async throws -> any TestStream { try await SocketStream.open(request, to: address) }

    /// Closes the connection.
    func close() { queue.sync { connection = nil } }

    private func exchange(_ bytes: [UInt8], isHead: Bool) throws(RawConnectionError) -> TestResponse {
        let connection = try openConnection()
        // Whatever ends in the middle leaves a connection behind that nobody can go on with.
        self.connection = nil
        try connection.send(bytes)
        var response = try connection.readResponse(isHead: isHead)
        while response.status < 200 { response = try connection.readResponse(isHead: isHead) }
        if response["Connection"] != "close" { self.connection = connection }
        return TestResponse(response)
    }

    private func openConnection() throws(RawConnectionError) -> RawConnection {
        if let connection { return connection }
        openedCount += 1
        return try RawConnection(to: address)
    }
}

extension TestResponse {
    init(_ response: RawResponse) {
        var fields = Fields()
        for field in response.fields { fields.append(FieldName(field.name), field.value) }
        self.init(status: Status(response.status), fields: fields, body: response.body)
    }
}

/// The request in HTTP/1.1: with its length where that is declared, else in chunks, one for each piece.
func wireBytes(_ request: TestRequest) async throws -> [UInt8] {
    var head = "\(request.method.name) \(request.target) HTTP/1.1\r\n"
    if !request.fields.contains(.host) { head += "Host: localhost\r\n" }
    for (name, value) in request.fields { head += "\(name): \(value)\r\n" }
    let length = request.body.declaredLength
    if length == nil { head += "Transfer-Encoding: chunked\r\n" }
    if let length, length > 0 || !request.method.isSafe { head += "Content-Length: \(length)\r\n" }
    var bytes = Array((head + "\r\n").utf8), pieces = request.body.makeChunks()
    while let piece = try await pieces.next() { bytes += length == nil ? chunk(piece) : piece }
    return length == nil ? bytes + Array("0\r\n\r\n".utf8) : bytes
}

private func chunk(_ bytes: [UInt8]) -> [UInt8] { Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8) }
