/// A request's body that is produced while it is sent.
///
/// The client asks for a piece when it has room for one: at most 64 KiB wait to be sent, and one piece of whatever length the producer chose.
public struct HTTPClientUpload: Sendable {
    /// How long the body is altogether, sent as `Content-Length`; nil to send it in chunks (RFC 9112 section 7.1).
    public let lengthBytes: Int?
    /// The next piece; nil at the end.
    let next: @Sendable () async throws -> [UInt8]?

    /// A body.
    ///
    /// - Parameters:
    ///   - lengthBytes: its length; producing another one is `HTTPClientError.uploadFailed`.
    ///   - next: gives the next piece, nil at the end. Called on the exchange's loop, one call at a time, never before there is a connection, by a task
    ///     that is cancelled when the exchange ends. What it throws becomes the detail of `HTTPClientError.uploadFailed`.
    public init(lengthBytes: Int? = nil, next: @escaping @Sendable () async throws -> [UInt8]?) {
        self.lengthBytes = lengthBytes
        self.next = next
    }
}
