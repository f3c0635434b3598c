import Glibc
import HTTPClient
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct `A curl client over TLS` {
    @Test func `trusts a server only when its authority is trusted and its name fits`() async throws {
        let server = try TLSServer()
        defer { server.stop() }
        let trusting = client { $0.certificateAuthorities = server.certificate }
        #expect(try await server.whenReady { try await trusting.send(HTTPClientRequest(url: "https://localhost:\(server.port)/")) }.status == 200)
        for (client, host) in [(client(), "localhost"), (trusting, "127.0.0.1")] {
            let error = await #expect(throws: HTTPClientError.self) { try await client.send(HTTPClientRequest(url: "https://\(host):\(server.port)/")) }
            guard case .untrustedServer? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `an unreadable file of authorities means no trust`() async throws {
        let server = try TLSServer()
        defer { server.stop() }
        let client = client { $0.certificateAuthorities = "/nonexistent/authorities.pem" }
        let error = await #expect(throws: HTTPClientError.self) {
            try await server.whenReady { try await client.send(HTTPClientRequest(url: "https://localhost:\(server.port)/")) }
        }
        guard case .untrustedServer? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
