import Dispatch
public import HTTPCore
import HTTPServer
import Platform
import Reactor
public import Web

extension TestClient {
    /// What lies between a test and its application.
    public enum Medium: String, Sendable, CaseIterable {
        /// Nothing: no socket, no serialisation.
        case memory
        /// A server on loopback and a keep-alive connection to it.
        case socket
    }

    /// Runs `body` with a client of the application, between its start and its end (`RouteGroup.lifespan`).
    ///
    /// - Parameter headers: fields sent with every request.
    public static func with<Result>(
        _ application: Application, over medium: Medium = .memory, headers: Fields = [:], _ body: (TestClient) async throws -> Result
    ) async throws -> Result {
        try await application.start()
        let outcome = await result {
            switch medium {
            case .memory: try await body(TestClient(application, headers: headers))
            case .socket:
                try await withSocket(to: application) { transport in
                    try await body(TestClient(headers: headers, opening: { try await transport.open($0) }) { try await transport.exchange($0) })
                }
            }
        }
        await application.stop()
        return try outcome.get()
    }

    /// Runs `body` with a connection to the application on a server of its own, which is gone afterwards.
    static func withSocket<Result>(to application: Application, _ body: (SocketTransport) async throws -> Result) async throws -> Result {
        let group = EventLoopGroup(count: 1)
        let outcome = await result { try await serve(application, on: group, body) }
        await stop(group)
        return try outcome.get()
    }

    private static func serve<Result>(
        _ application: Application, on group: EventLoopGroup, _ body: (SocketTransport) async throws -> Result
    ) async throws -> Result {
        var configuration = ServerConfiguration(addresses: [SocketAddress("127.0.0.1:0")!])
        configuration.refuse = application.refuse
        let server = try await Server(configuration: configuration, group: group, logger: .silent) { await application.respond(to: $0) }
        let transport = SocketTransport(to: server.addresses[0])
        let outcome = await result { try await body(transport) }
        transport.close()
        await server.shutdown()
        return try outcome.get()
    }

    private static func result<Result>(of body: () async throws -> Result) async -> Swift.Result<Result, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    /// The loops' threads are joined: not on a thread of the tasks.
    private static func stop(_ group: EventLoopGroup) async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "test-server").async {
                group.stop()
                continuation.resume()
            }
        }
    }
}
