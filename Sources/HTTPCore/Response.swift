/// Why a streamed response could not go on.
public enum ResponseBodyError: Error, Equatable, Sendable {
    /// The peer went away or read too slowly.
    case disconnected
}

/// Takes the bytes of a streamed response.
public protocol ResponseBodyWriter: AnyObject {
    /// Sends bytes; suspends while the peer reads slower than we write.
    func write(_ bytes: [UInt8]) async throws(ResponseBodyError)
    /// Says that the content has no end of its own: where nothing is written for `interval`, `heartbeat` is; and when the server goes away, the task is
    /// cancelled. What was written by then is the whole content, if the producer returns without throwing.
    func declareEndless(heartbeat: [UInt8], every interval: Duration) async throws(ResponseBodyError)
}

extension ResponseBodyWriter {
    /// No heartbeats: for writers without a connection.
    public func declareEndless(heartbeat: [UInt8], every interval: Duration) async throws(ResponseBodyError) {}
}

/// The content of a response.
public enum ResponseBody: Sendable {
    /// No content.
    case empty
    /// Content that is there whole.
    case bytes([UInt8])
    /// Content that is produced while it is sent: with a known length, or in chunks (closing the connection for HTTP/1.0 peers).
    /// A producer that throws, or that writes another length than it declared, makes the server close the connection so that the peer sees a broken response.
    case stream(lengthBytes: Int?, produce: @Sendable (any ResponseBodyWriter) async throws -> Void)
    /// Content that leaves a file without passing through our memory. A file that became shorter meanwhile breaks the response off, as above.
    case file(FileBody)
    /// No content, and another protocol from now on; with status 101 and an `Upgrade` field, to a request without content.
    case upgrade(Upgrade)

    /// The length in bytes when it is known.
    public var knownLength: Int? {
        switch self {
        case .empty, .upgrade: 0
        case .bytes(let bytes): bytes.count
        case .stream(let length, _): length
        case .file(let file): file.lengthBytes
        }
    }
}

/// What is left to do when a response was handed over, or could not be: clean-ups, work that the client does not wait for.
///
/// Whoever sends the response calls it exactly once, in a task that does not share the cancellation of the request's.
/// - Parameter failure: why the content was not produced or sent whole; nil when it was.
public typealias ResponseCompletion = @Sendable (_ failure: (any Error)?) async -> Void

/// A response. Framing fields (Content-Length, Transfer-Encoding, Connection, Date) are the serialiser's alone; those given here are ignored.
public struct Response: Sendable {
    /// The status.
    public var status: Status
    /// The header fields.
    public var fields: Fields
    /// The content.
    public var body: ResponseBody
    /// What is left to do afterwards; nil, the default, is nothing.
    public var completion: ResponseCompletion?

    /// Creates a response.
    public init(status: Status = .ok, fields: Fields = Fields(), body: ResponseBody = .empty) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

/// Answers requests; never throws: what goes wrong is a response too.
public typealias Responder = @Sendable (Request) async -> Response
