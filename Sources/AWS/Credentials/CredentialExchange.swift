import Encoding
import HTTPClient
import Platform

/// How credentials are asked for: three times where that may help, as other AWS clients do; a refusal stays one.
public struct CredentialRetries: Sendable {
    /// When to ask again; the waits are short, as somebody waits for the keys.
    public var policy: RetryPolicy
    /// Spreads waits, 0..<1.
    public var random: @Sendable () -> Double = { .random(in: 0..<1) }
    /// Waits; throws when the task is cancelled.
    public var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// By a policy.
    public init(_ policy: RetryPolicy = RetryPolicy(initialDelay: .milliseconds(500), maximumDelay: .seconds(1))) {
        self.policy = policy
    }
}

extension HTTPClient {
    /// Sends until there is an answer that another attempt would not better, and tells failures as those of credentials.
    func sendForCredentials(
        _ request: HTTPClientRequest, to peer: String, _ retries: CredentialRetries
    ) async throws(CredentialError) -> HTTPClientResponse {
        var attempts = CallAttempts(retries.policy, isIdempotent: true)
        // For this question alone: who asks is one of all callers already.
        var budget = RetryBudget()
        while true {
            let answer = await Result<HTTPClientResponse, HTTPClientError>(of: request, by: self)
            guard let failure = Failure(credentials: answer),
                case .retry(let wait) = attempts.decide(after: failure, &budget, random: retries.random())
            else { return try answer.told(of: peer) }
            do { try await retries.pause(wait) } catch { throw .cancelled }
        }
    }
}

extension Result<HTTPClientResponse, HTTPClientError> {
    fileprivate init(of request: HTTPClientRequest, by client: some HTTPClient) async {
        do throws(HTTPClientError) { self = .success(try await client.send(request)) } catch { self = .failure(error) }
    }

    fileprivate func told(of peer: String) throws(CredentialError) -> HTTPClientResponse {
        switch self {
        case .success(let response): return response
        case .failure(let error): throw error == .cancelled ? .cancelled : .unavailable("\(peer) did not answer: \(error)")
        }
    }
}

extension Failure {
    /// Nil for credentials.
    fileprivate init?(credentials answer: Result<HTTPClientResponse, HTTPClientError>) {
        switch answer {
        case .success(let response) where response.status == 200: return nil
        case .success(let response): self.init(AWSServiceError(status: response.status, header: response.header, body: response.body))
        case .failure(let error): self.init(error)
        }
    }
}

/// When credentials end, as AWS writes it.
enum CredentialTime {
    static func read(_ text: String, from peer: String) throws(CredentialError) -> UnixTime {
        guard let time = Timestamp(iso8601: text) else { throw .unavailable("\(peer) answered with an unreadable expiration") }
        return UnixTime(seconds: time.secondsSinceEpoch)
    }
}
