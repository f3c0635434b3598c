import Glibc
import HTTPClient
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct `A curl client over TLS` {
    @Test func `trusts a server only when its authority is trusted and its name fits`() async throws {
        let server = try TLSServer()
        defer { server.stop() }
        var configuration = CurlClient.Configuration()
        configuration.certificateAuthorities = server.certificate
        let trusting = CurlClient(configuration)
        #expect(try await server.whenReady { try await trusting.send(HTTPClientRequest(url: "https://localhost:\(server.port)/")) }.status == 200)
        for (client, host) in [(CurlClient(), "localhost"), (trusting, "127.0.0.1")] {
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
        var configuration = CurlClient.Configuration()
        configuration.certificateAuthorities = "/nonexistent/authorities.pem"
        let client = CurlClient(configuration)
        let error = await #expect(throws: HTTPClientError.self) {
            try await server.whenReady { try await client.send(HTTPClientRequest(url: "https://localhost:\(server.port)/")) }
        }
        guard case .untrustedServer? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

/// `openssl s_server` with a certificate for `localhost` made on the spot.
private final class TLSServer {
    let port: UInt16
    let certificate: String
    private let folder: String
    private let process: pid_t

    init() throws {
        var template = Array("/tmp/tls-test-XXXXXX".utf8CString)
        folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        certificate = folder + "/certificate.pem"
        let key = folder + "/key.pem"
        let maker = try Self.start([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key,
            "-out", certificate,
        ])
        var status: Int32 = 0
        waitpid(maker, &status, 0)
        try #require(status == 0)
        port = Self.freePort()
        process = try Self.start(["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www", "-quiet"])
    }

    func stop() {
        // SIGKILL: a child of a Dispatch thread inherits a mask that blocks SIGTERM.
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        for file in ["/certificate.pem", "/key.pem"] { unlink(folder + file) }
        rmdir(folder)
    }

    /// Tries again while nobody listens yet.
    func whenReady<Answer: Sendable>(_ attempt: () async throws -> Answer) async throws -> Answer {
        for _ in 0..<500 {
            do {
                return try await attempt()
            } catch HTTPClientError.connectionFailed {
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        return try await attempt()
    }

    private static func start(_ arguments: [String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0) }
        var pointers = (["openssl"] + arguments).map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        try #require(posix_spawnp(&process, "openssl", &actions, nil, &pointers, environ) == 0)
        return process
    }

    private static func freePort() -> UInt16 {
        let probe = ScriptedServer { _ in .text("") }
        probe.stop()
        return probe.port
    }
}
