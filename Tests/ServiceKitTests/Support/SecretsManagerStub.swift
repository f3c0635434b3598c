import HTTPClient
import JSON
import Platform

/// Secrets Manager in memory, with one secret of two versions; it can be changed and be away.
final class SecretsManagerStub: HTTPClient {
    private struct State {
        var current: String
        var previous: String?
        var isAway = false
        var count = 0
    }

    private let state: Lock<State>

    init(_ current: String, previous: String? = nil) { state = Lock(State(current: current, previous: previous)) }

    var requestCount: Int { state.withLock { $0.count } }

    func rotate(to key: String) { state.withLock { ($0.previous, $0.current) = ($0.current, key) } }
    func setAway(_ isAway: Bool) { state.withLock { $0.isAway = isAway } }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let (text, isAway) = state.withLock { state in
            state.count += 1
            let isCurrent = String(decoding: request.body, as: UTF8.self).contains("AWSCURRENT")
            return (isCurrent ? state.current : state.previous, state.isAway)
        }
        if isAway { return HTTPClientResponse(status: 400, body: Array(#"{"__type":"InternalServiceError","message":"away"}"#.utf8)) }
        guard let text else { return HTTPClientResponse(status: 400, body: Array(#"{"__type":"ResourceNotFoundException","message":"none"}"#.utf8)) }
        let answer = JSONFragment.object([
            .init("SecretString", .string(text)), .init("VersionId", .string("version-of-\(text)")), .init("VersionStages", .array([])),
        ])
        return HTTPClientResponse(status: 200, body: JSON.encode(answer))
    }
}
