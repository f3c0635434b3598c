import HTTPClient
import Platform
import TestKit
import Web

/// Calls an application in memory as if it were another server.
struct CloudInMemory: HTTPClient {
    private let client: TestClient
    /// Makes every call fail, as a network does.
    let isAway = Lock(false)

    init(_ application: Application) { client = TestClient(application) }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        if isAway.withLock({ $0 }) { throw .connectionFailed(detail: "the server is away") }
        return try await client.send(request)
    }
}
