import HTTPClient
import HTTPCore
import HTTPServer
import Platform
import Reactor
import Testing
import Web

/// Serves an application until `running` returns, then lets what is under way finish.
func serve(_ application: Application, at address: SocketAddress, while running: (SocketAddress) async throws -> Void) async throws {
    var configuration = ServerConfiguration(addresses: [address])
    configuration.refuse = application.refuse
    try await application.start()
    let server = try await Server(configuration: configuration, group: EventLoopGroup(), logger: .silent, responder: application.respond)
    try await running(server.addresses[0])
    await server.shutdown()
    await application.stop()
}

// MARK: - Tests

@Suite struct `Serving an application` {
    @Test func `takes an address and a server`() async throws {
        let hello = Application { routes in routes.get("/") { () in Text("こんにちは") } }
        try await serve(hello, at: SocketAddress("127.0.0.1:0")!) { address in
            let answer = try await CurlClient(on: EventLoopGroup(count: 1)).send(HTTPClientRequest(method: "GET", url: "http://\(address)/"))
            #expect(String(decoding: answer.body, as: UTF8.self) == "こんにちは")
        }
    }
}
