/// Why a request's content could not be had.
public enum RequestBodyError: Error, Equatable, Sendable {
    /// It is, or would become, longer than `limitBytes`; answer 413.
    case tooLarge(limitBytes: Int)
    /// No byte came for the body progress time-out; answer 408.
    case timedOut
    /// The peer went away.
    case disconnected
    /// The chunked framing is broken; answer 400 and close.
    case malformed(ParseError)
}

/// Where the bytes of a body come from while they arrive; a connection, or a test.
public protocol RequestBodySource: AnyObject, Sendable {
    /// The next bytes, at least one; nil at the end. Asking is what lets the peer send more, and what answers `Expect: 100-continue`.
    func next() async throws(RequestBodyError) -> [UInt8]?
    /// Trailer fields; empty before the end.
    var trailers: Fields { get }
}

/// The content of a request: there already, or to be read once as it arrives.
public struct RequestBody: Sendable {
    private enum Content: Sendable {
        case buffered([UInt8])
        case stream(any RequestBodySource)
    }

    private let content: Content
    /// The length the peer declared, in bytes; nil when it sends chunks.
    public let declaredLength: Int?

    private init(_ content: Content, declaredLength: Int?) {
        self.content = content
        self.declaredLength = declaredLength
    }

    /// No content.
    public static var empty: RequestBody { RequestBody(.buffered([]), declaredLength: 0) }

    /// Content that is there whole.
    public static func buffered(_ bytes: [UInt8]) -> RequestBody { RequestBody(.buffered(bytes), declaredLength: bytes.count) }

    /// Content that is still arriving.
    public static func stream(_ source: any RequestBodySource, declaredLength: Int?) -> RequestBody {
        RequestBody(.stream(source), declaredLength: declaredLength)
    }

    /// Reads the whole content.
    ///
    /// - Throws: `RequestBodyError.tooLarge` before anything is read when the declared length is above `limitBytes`, and as soon as more has arrived otherwise.
    public func collect(upTo limitBytes: Int) async throws(RequestBodyError) -> [UInt8] {
        if let declaredLength, declaredLength > limitBytes { throw .tooLarge(limitBytes: limitBytes) }
        switch content {
        case .buffered(let bytes): return bytes
        case .stream(let source): return try await Self.collect(source, upTo: limitBytes, expecting: declaredLength ?? 0)
        }
    }

    /// Reads the content piece by piece; to be iterated once.
    public func makeChunks() -> RequestBodyChunks {
        switch content {
        case .buffered(let bytes): RequestBodyChunks(pending: bytes.isEmpty ? nil : bytes, source: nil)
        case .stream(let source): RequestBodyChunks(pending: nil, source: source)
        }
    }

    private static func collect(_ source: any RequestBodySource, upTo limitBytes: Int, expecting length: Int) async throws(RequestBodyError) -> [UInt8] {
        var collected: [UInt8] = []
        // The declared length is the peer's word: room for it is made as bytes arrive, never more than 64 KiB ahead.
        collected.reserveCapacity(min(length, 65_536))
        while let chunk = try await source.next() {
            guard collected.count + chunk.count <= limitBytes else { throw .tooLarge(limitBytes: limitBytes) }
            collected.append(contentsOf: chunk)
        }
        return collected
    }
}

/// Pieces of a request's content in order.
public struct RequestBodyChunks {
    private var pending: [UInt8]?
    private let source: (any RequestBodySource)?

    init(pending: [UInt8]?, source: (any RequestBodySource)?) {
        self.pending = pending
        self.source = source
    }

    /// The next piece, at least one byte; nil at the end.
    public mutating func next() async throws(RequestBodyError) -> [UInt8]? {
        if let bytes = pending {
            pending = nil
            return bytes
        }
        return try await source?.next()
    }

    /// Trailer fields of a chunked body; empty before its end.
    public var trailers: Fields { source?.trailers ?? Fields() }
}
