import HTTPClient
import Platform

/// Answers as a local model would, and keeps what it was sent.
final class ModelServer: HTTPClient {
    let answer: Result<HTTPClientResponse, HTTPClientError>
    let seen = Lock<HTTPClientRequest?>(nil)

    init(_ answer: Result<HTTPClientResponse, HTTPClientError>) { self.answer = answer }
    convenience init(_ text: String, status: Int = 200, type: String? = nil) {
        let headers = type.map { [HTTPClientHeader("Content-Type", $0)] } ?? []
        self.init(.success(HTTPClientResponse(status: status, headers: headers, body: Array(text.utf8))))
    }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        seen.withLock { $0 = request }
        return try answer.get()
    }
}
