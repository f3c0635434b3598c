import Encoding
import HTTPClient
import Platform

extension HTTPClient {
    /// Sends, and tells a failure as one of credentials.
    func sendForCredentials(_ request: HTTPClientRequest, to peer: String) async throws(CredentialError) -> HTTPClientResponse {
        do throws(HTTPClientError) {
            return try await send(request)
        } catch {
            throw error == .cancelled ? .cancelled : .unavailable("\(peer) did not answer: \(error)")
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
