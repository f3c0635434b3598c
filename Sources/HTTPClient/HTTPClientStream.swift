import Platform

/// Where the pieces of an answer's body come from; a connection, or a test.
public protocol HTTPClientBodySource: AnyObject, Sendable {
    /// The next piece, at least one byte; nil at the end.
    func next() async throws(HTTPClientError) -> [UInt8]?
}

/// An answer whose body is read while it arrives; to be read once.
///
/// The server can send no faster than the body is read: 256 KiB wait here at most, and what libcurl keeps of them: one buffer, or
/// up to 64 MiB while it undoes a compression. Letting go of the last copy before the end abandons the exchange and
/// closes its connection.
public struct HTTPClientStream: Sendable {
    /// 200…599; interim answers are swallowed.
    public let status: Int
    /// Header fields in their order, without trailers.
    public let headers: [HTTPClientHeader]
    private let source: any HTTPClientBodySource

    /// An answer with a body from somewhere.
    public init(status: Int, headers: [HTTPClientHeader], source: any HTTPClientBodySource) {
        self.status = status
        self.headers = headers
        self.source = source
    }

    /// An answer that is there whole.
    public init(_ response: HTTPClientResponse) {
        self.init(status: response.status, headers: response.headers, source: WholeBody(response.body))
    }

    /// The next piece of the body as it came, at least one byte; nil at the end.
    ///
    /// - Throws: what had arrived before a connection broke or a limit passed is given first, then the error, again and again. A caller that is
    ///   cancelled, or whose time is over, gets the error at once.
    public func next() async throws(HTTPClientError) -> [UInt8]? { try await source.next() }

    /// The rest of the body; its length is bounded by the request's limit.
    public func collect() async throws(HTTPClientError) -> [UInt8] {
        guard var body = try await next() else { return [] }
        while let piece = try await next() { body += piece }
        return body
    }

    /// The first field of this name, compared without case.
    public func header(_ name: String) -> String? { headers.first(named: name) }
}

/// A body that is there whole, in one piece.
private final class WholeBody: HTTPClientBodySource {
    private let body: Lock<[UInt8]>

    init(_ body: [UInt8]) { self.body = Lock(body) }

    func next() async throws(HTTPClientError) -> [UInt8]? {
        let rest = body.withLock { body in
            defer { body = [] }
            return body
        }
        return rest.isEmpty ? nil : rest
    }
}
