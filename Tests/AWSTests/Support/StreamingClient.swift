import HTTPClient
import Platform

/// Answers with pieces that a test chooses, and then with an end of its choice.
struct StreamingClient: HTTPClient {
    enum End: Sendable, Equatable {
        case end
        case failure(HTTPClientError)
        /// Nothing more comes until the reader is cancelled.
        case silence
    }

    let pieces: [[UInt8]]
    var end = End.end
    /// Hears when nothing more comes, and when the exchange is let go of.
    let observer = Observer()

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let stream = try await stream(request, upload: nil)
        return HTTPClientResponse(status: stream.status, body: try await stream.collect())
    }

    func stream(_ request: HTTPClientRequest, upload: HTTPClientUpload?) async throws(HTTPClientError) -> HTTPClientStream {
        HTTPClientStream(status: 200, headers: [], source: PieceSource(pieces, end, observer))
    }

    struct Observer: Sendable {
        let silent = AsyncStream<Void>.makeStream()
        let released = AsyncStream<Void>.makeStream()

        func untilSilent() async { for await _ in silent.stream { return } }
        func untilReleased() async { for await _ in released.stream { return } }
    }
}

private final class PieceSource: HTTPClientBodySource {
    private let pieces: Lock<ArraySlice<[UInt8]>>
    private let end: StreamingClient.End
    private let observer: StreamingClient.Observer

    init(_ pieces: [[UInt8]], _ end: StreamingClient.End, _ observer: StreamingClient.Observer) {
        self.pieces = Lock(pieces[...])
        self.end = end
        self.observer = observer
    }

    deinit { observer.released.continuation.yield() }

    func next() async throws(HTTPClientError) -> [UInt8]? {
        if let piece = pieces.withLock({ $0.popFirst() }) { return piece }
        switch end {
        case .end: return nil
        case .failure(let error): throw error
        case .silence:
            observer.silent.continuation.yield()
            try? await Task.sleep(for: .seconds(3_600))
            throw .cancelled
        }
    }
}
