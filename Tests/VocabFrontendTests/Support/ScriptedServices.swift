import HTTPClient
import Platform

/// Backend and portal as a test wants them: answers in memory, and what was asked.
final class ScriptedServices: HTTPClient {
    struct Answer: Sendable {
        var status = 200
        var headers: [HTTPClientHeader] = []
        /// In pieces, as they would come.
        var pieces: [String]
        /// What breaks it off after them.
        var failure: HTTPClientError?
    }

    private let answers = Lock<[String: Result<Answer, HTTPClientError>]>([:])
    private let asked = Lock<[HTTPClientRequest]>([])

    /// By the end of the path.
    func answer(
        _ path: String, _ pieces: String..., status: Int = 200, type: String = "application/json", retryAfter: String? = nil, cacheControl: String? = nil,
        failure: HTTPClientError? = nil
    ) {
        var headers = [HTTPClientHeader("Content-Type", type)]
        if let cacheControl { headers.append(HTTPClientHeader("Cache-Control", cacheControl)) }
        if let retryAfter { headers.append(HTTPClientHeader("Retry-After", retryAfter)) }
        answers.withLock { $0[path] = .success(Answer(status: status, headers: headers, pieces: pieces, failure: failure)) }
    }

    func fail(_ path: String, _ error: HTTPClientError) { answers.withLock { $0[path] = .failure(error) } }

    var requests: [HTTPClientRequest] { asked.withLock { $0 } }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let stream = try await stream(request, upload: nil)
        return HTTPClientResponse(status: stream.status, headers: stream.headers, body: try await stream.collect())
    }

    func stream(_ request: HTTPClientRequest, upload: HTTPClientUpload?) async throws(HTTPClientError) -> HTTPClientStream {
        asked.withLock { $0.append(request) }
        let path = request.url.prefix { $0 != "?" }
        guard let answer = answers.withLock({ answers in answers.first { path.hasSuffix($0.key) }?.value }) else {
            throw .connectionFailed(detail: "nobody answers \(path)")
        }
        let found = try answer.get()
        return HTTPClientStream(status: found.status, headers: found.headers, source: Pieces(found))
    }
}

private final class Pieces: HTTPClientBodySource {
    private let left: Lock<[String]>
    private let failure: HTTPClientError?

    init(_ answer: ScriptedServices.Answer) {
        left = Lock(answer.pieces)
        failure = answer.failure
    }

    func next() async throws(HTTPClientError) -> [UInt8]? {
        let piece = left.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if piece == nil, let failure { throw failure }
        return piece.map { Array($0.utf8) }
    }
}
