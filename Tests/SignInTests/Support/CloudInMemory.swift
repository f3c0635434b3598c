import HTTPClient
import Platform
import TestKit
import Web

/// Calls an application in memory as if it were another server.
struct CloudInMemory: HTTPClient {
    private let client: TestClient
    /// Makes every call fail, as a network does.
    let isAway = Lock(false)
    /// Keeps every answer back while it is set.
    let isHeld = Lock(false)
    /// What operations answer instead, by their names.
    let answers = Lock<[String: (status: Int, json: String)]>([:])
    /// The operations that were called.
    let calls = Lock<[String]>([])

    init(_ application: Application) { client = TestClient(application) }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        if isAway.withLock({ $0 }) || Task.isCancelled { throw .connectionFailed(detail: "the server is away") }
        if let operation = request.headers.first(where: { $0.name.lowercased() == "x-amz-target" })?.value.split(separator: ".").last.map(String.init) {
            calls.withLock { $0.append(operation) }
            if let answer = answers.withLock({ $0[operation] }) {
                return HTTPClientResponse(status: answer.status, headers: [], body: Array(answer.json.utf8))
            }
        }
        try? await eventually { isHeld.withLock { !$0 } }
        return try await client.send(request)
    }

    /// Makes an operation fail as the pool makes it fail.
    func refuse(_ operation: String, _ type: String, _ message: String = "No.") {
        answers.withLock { $0[operation] = (400, #"{"__type":"\#(type)","message":"\#(message)"}"#) }
    }
}
