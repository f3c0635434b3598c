import AWS
public import HTTPClient
public import JSON
public import Platform

/// Calls of the portal's internal API, for services that have no database, with the key that services show each other.
///
/// A call takes 2 s at most, once the key is at hand. What is as good twice as once is sent again, once, when the connection fails; a refused key is exchanged
/// for another, once.
public struct PortalCalls: Sendable {
    private let url: String
    private let keys: ServiceKeys
    private let client: any HTTPClient
    private let clock: any MonotonicClock

    /// Calls to one portal.
    ///
    /// - Parameter origin: where services find it, without a slash at the end, `http://lang-portal.app-dw.internal:8000`.
    public init(_ origin: String, keys: ServiceKeys, client: any HTTPClient, clock: any MonotonicClock = SystemClock()) {
        url = "\(origin)/api/v1/lang-portal/internal"
        self.keys = keys
        self.client = client
        self.clock = clock
    }

    private static let patience = Duration.seconds(2), connecting = Duration.seconds(1)
    /// Fifty sessions with refresh tokens of the greatest length.
    private static let maximumAnswerBytes = 1_024 * 1_024

    /// Tells the portal something, which it answers with 204.
    ///
    /// - Parameter token: the user for whom the service calls, where the portal wants to know.
    public func tell(_ path: String, _ message: some JSONValue, for token: Secret<String>? = nil) async throws(PortalError) {
        let response = try await send(path, message, token, isIdempotent: true)
        guard response.status == 204 else { throw PortalError(response) }
    }

    /// Asks the portal something.
    ///
    /// - Parameter token: the user for whom the service calls, where the portal wants to know.
    public func ask<Answer: JSONValue>(
        _ path: String, _ question: some JSONValue, for answer: Answer.Type, as token: Secret<String>? = nil, isIdempotent: Bool = true
    ) async throws(PortalError) -> Answer {
        let response = try await send(path, question, token, isIdempotent: isIdempotent)
        guard response.status == 200, let answer = try? Answer.decode(json: response.body) else { throw PortalError(response) }
        return answer
    }

    /// With the key that is current; when that is refused, with another.
    private func send(
        _ path: String, _ message: some JSONValue, _ token: Secret<String>?, isIdempotent: Bool
    ) async throws(PortalError) -> HTTPClientResponse {
        var headers = [HTTPClientHeader("Content-Type", "application/json"), HTTPClientHeader("Accept", "application/json")]
        if let token { headers.append(HTTPClientHeader("Authorization", "Bearer \(token.reveal())")) }
        let request = HTTPClientRequest(method: "POST", url: url + path, headers: headers, body: JSON.encode(message), isIdempotent: isIdempotent)
        let key = try await currentKey(), end = clock.uptime() + Self.patience
        let response = try await send(request, key, until: end)
        guard Self.refusesKey(response) else { return response }
        guard let other = try await otherKey(than: key) else { throw .keyRefused }
        let second = try await send(request, other, until: end)
        guard !Self.refusesKey(second) else { throw .keyRefused }
        return second
    }

    /// 401 may also be about the user's token, which no other key makes better.
    private static func refusesKey(_ response: HTTPClientResponse) -> Bool {
        guard response.status == 401 else { return false }
        guard case .refused(_, let type) = PortalError(response) else { return true }
        return type.isEmpty || type.hasPrefix("service-key-")
    }

    private func currentKey() async throws(PortalError) -> Secret<String> {
        do throws(AWSError) { return try await keys.current() } catch { throw .keyUnavailable(detail: "\(error)") }
    }

    private func otherKey(than refused: Secret<String>) async throws(PortalError) -> Secret<String>? {
        do throws(AWSError) { return try await keys.other(than: refused) } catch { throw .keyUnavailable(detail: "\(error)") }
    }

    /// Once more over another connection when one fails.
    private func send(_ request: HTTPClientRequest, _ key: Secret<String>, until end: Duration) async throws(PortalError) -> HTTPClientResponse {
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
