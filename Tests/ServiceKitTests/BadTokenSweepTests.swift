import Cognito
import HTTPClient
import HTTPCore
import Platform
import ServiceKit
import TestKit
import Testing
import Web

@Suite(.timeLimit(.minutes(5))) struct `Bad tokens over HTTP` {
    private let corpus = TokenCorpus.recorded

    private func client(log: CapturingLogSink) -> TestClient {
        let clock = ManualClock(UnixTime(seconds: corpus.now))
        let verifier = TokenVerifier(
            .init(policy: TokenPolicy(issuer: corpus.issuer, clientIDs: [corpus.clientID])), client: PublishedDocument(corpus.keySet), wallClock: clock,
            monotonicClock: clock)
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: log)
        return TestClient(
            Application(configuration) { routes in
                routes.provide(verifier)
                routes.get("/me") { (user: CurrentUser) in Text(user.id.text) }
                routes.get("/maybe") { (user: CurrentUser?) in Text(user?.id.text ?? "nobody") }
            })
    }

    @Test(arguments: ["/me", "/maybe"]) func `are 401 in the house's shape, every one, and none is in the log`(path: String) async throws {
        let log = CapturingLogSink(), client = client(log: log)
        #expect(corpus.bad.count >= 500)
        // Blanks before a credential belong to the field (RFC 9110 §11.4).
        for bad in corpus.bad where bad.token.utf8.first != UInt8(ascii: " ") {
            let response = try await client.get(path, headers: [.authorization: "Bearer \(bad.token)"])
            let type = bad.reason == "expired" ? "token-expired" : "invalid-token"
            #expect(response.status == .unauthorized && response.text.contains("\"type\":\"\(type)\""), "\(bad)")
            #expect(response[.wwwAuthenticate]?.hasPrefix(#"Bearer error="invalid_token""#) == true && response[.cacheControl] == "no-store", "\(bad)")
            #expect(bad.reason == "expired" || !response.text.contains(bad.reason), "why it is refused is for the log: \(bad)")
        }
        for good in corpus.good { #expect(try await client.get(path, headers: [.authorization: "Bearer \(good.token)"]).status == .ok, "\(good)") }
        let tails = Set(corpus.bad.map { String($0.token.suffix(24)) }.filter { $0.utf8.count == 24 })
        let text = log.lines.joined()
        #expect(log.lines.count >= corpus.bad.count && !tails.contains { text.contains($0) })
    }
}

/// Answers every request with one document.
private struct PublishedDocument: HTTPClient {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { HTTPClientResponse(status: 200, body: bytes) }
}
