/// An answer that a test reads while it goes on, and perhaps writes behind.
public protocol TestStream: AnyObject, Sendable {
    /// The answer's head; its body is empty.
    var response: TestResponse { get }
    /// Bytes of the content, or of the new protocol, waited for; none at the end.
    func read() async throws -> [UInt8]
    /// Sends bytes of the new protocol.
    func write(_ bytes: [UInt8]) async throws
    /// Goes away, and waits until the application has noticed.
    func close() async
}

/// The client was made with a transport that holds no answer open.
public struct NoOpenAnswers: Error {}
