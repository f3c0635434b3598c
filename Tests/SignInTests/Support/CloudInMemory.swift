import HTTPClient
import HTTPCore
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
        if isAway.withLock({ $0 }) { throw .connectionFailed(detail: "the pool is away") }
        do {
            let place = request.url.drop { $0 != "/" }.dropFirst(2)
            var fields = Fields()
            for header in request.headers { fields.append(FieldName(header.name), header.value) }
            fields.append(.host, String(place.prefix { $0 != "/" }))
            let target = place.drop { $0 != "/" }
            let body: RequestBody = request.body.isEmpty ? .empty : .buffered(request.body)
            let answer = try await client.send(HTTPCore.Method(request.method), target.isEmpty ? "/" : String(target), headers: fields, body: body)
            return HTTPClientResponse(status: Int(answer.status.code), headers: [], body: answer.body)
        } catch let error as HTTPClientError {
            throw error
        } catch {
            throw .connectionFailed(detail: "\(error)")
        }
    }
}
