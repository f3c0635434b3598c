import Glibc
import HTTPClient
import TestKit
import Testing

/// `openssl s_server` with a certificate for `localhost` and `service.test` made on the spot.
final class TLSServer {
    let port: UInt16
    let certificate: String
    private let folder = TemporaryFolder()
    private let process: pid_t

    init() throws {
        certificate = "\(folder.path)/certificate.pem"
        let key = "\(folder.path)/key.pem"
        let maker = try Self.start([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:service.test",
            "-keyout", key,
            "-out", certificate,
        ])
        try #require(Self.statusAtEnd(of: maker) == 0)
        port = Self.freePort()
        process = try Self.start(["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www", "-quiet"])
    }

    func stop() {
        // SIGKILL: a child of a Dispatch thread inherits a mask that blocks SIGTERM.
        kill(process, SIGKILL)
        _ = Self.statusAtEnd(of: process)
    }

    /// Waits for a child, which must not stay behind: whoever waits for any child would hear of it alone.
    private static func statusAtEnd(of child: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(child, &status, 0) != child { if errno != EINTR { return nil } }
        return status
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
