import AWS
import HTTPClient
import JSON
import Platform
import ServiceKit

/// Calls of the portal's internal API.
struct PortalCalls: Sendable {
    let url: String
    let keys: ServiceKeys
    let client: any HTTPClient
    let clock: any MonotonicClock

    private static let patience = Duration.seconds(2), connecting = Duration.seconds(1)
    /// Fifty sessions with refresh tokens of the greatest length.
    private static let maximumAnswerBytes = 1_024 * 1_024

    /// Tells the portal something, which it answers with 204.
    func tell(_ path: String, _ message: some JSONValue) async throws(PortalSessionError) {
        let response = try await send(path, message, isIdempotent: true)
        guard response.status == 204 else { throw PortalSessionError(response) }
    }

    /// Asks the portal something.
    func ask<Answer: JSONValue>(
        _ path: String, _ question: some JSONValue, for answer: Answer.Type, isIdempotent: Bool = true
    ) async throws(PortalSessionError) -> Answer {
        let response = try await send(path, question, isIdempotent: isIdempotent)
        guard response.status == 200, let answer = try? Answer.decode(json: response.body) else { throw PortalSessionError(response) }
        return answer
    }

    /// With the key that is current; when that is refused, with another.
    private func send(_ path: String, _ message: some JSONValue, isIdempotent: Bool) async throws(PortalSessionError) -> HTTPClientResponse {
        let headers = [HTTPClientHeader("Content-Type", "application/json"), HTTPClientHeader("Accept", "application/json")]
        let request = HTTPClientRequest(method: "POST", url: url + path, headers: headers, body: JSON.encode(message), isIdempotent: isIdempotent)
        let key = try await currentKey(), end = clock.uptime() + Self.patience
        let response = try await send(request, key, until: end)
        guard response.status == 401 else { return response }
        guard let other = try await otherKey(than: key) else { throw .keyRefused }
        let second = try await send(request, other, until: end)
        guard second.status != 401 else { throw .keyRefused }
        return second
    }

    private func currentKey() async throws(PortalSessionError) -> Secret<String> {
        do throws(AWSError) { return try await keys.current() } catch { throw .keyUnavailable(detail: "\(error)") }
    }

    private func otherKey(than refused: Secret<String>) async throws(PortalSessionError) -> Secret<String>? {
        do throws(AWSError) { return try await keys.other(than: refused) } catch { throw .keyUnavailable(detail: "\(error)") }
    }

    /// Once more over another connection when one fails.
    private func send(_ request: HTTPClientRequest, _ key: Secret<String>, until end: Duration) async throws(PortalSessionError) -> HTTPClientResponse {
        var request = request
        request.headers.append(HTTPClientHeader(ServiceKey.fieldName, key.reveal()))
        do throws(HTTPClientError) {
            return try await attempt(request, until: end)
        } catch {
            guard request.isIdempotent == true, error.isOfConnection else { throw .unreachable(error) }
        }
        do throws(HTTPClientError) { return try await attempt(request, until: end) } catch { throw .unreachable(error) }
    }

    private func attempt(_ request: HTTPClientRequest, until end: Duration) async throws(HTTPClientError) -> HTTPClientResponse {
        let left = end - clock.uptime()
        guard left > .zero else { throw .timedOut(.total) }
        var request = request
        request.limits = HTTPClientLimits(
            connectTimeout: min(Self.connecting, left), firstByteTimeout: left, totalTimeout: left, maximumResponseBytes: Self.maximumAnswerBytes)
        return try await client.send(request)
    }
}

extension HTTPClientError {
    /// Another connection may do better.
    fileprivate var isOfConnection: Bool {
        switch self {
        case .connectionFailed, .interrupted, .timedOut(.connecting): true
        default: false
        }
    }
}
