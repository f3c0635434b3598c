import AWS
import HTTPClient
import HTTPServer
import Platform
import Reactor
import TestKit
import Web

@testable import local_cloud

/// The cloud on a socket, and our own clients of it.
struct ServedCloud {
    let cloud: Cloud
    let address: SocketAddress
    let waits = Lock<[Duration]>([])

    private static let group = EventLoopGroup(count: 1)
    private static let http = CurlClient(on: group)

    /// Serves until `body` returns.
    static func with<Result>(_ services: [any CloudService], _ body: (ServedCloud) async throws -> Result) async throws -> Result {
        let cloud = Cloud(
            keys: AccessKeys(CloudFixture.pair), services: services, credentialsToken: Secret("the token of the task"), credentialsLifetime: .seconds(900))
        let application = LocalCloud.application(
            try PoolFixture().pool, BlockingPool(label: "test", threads: 2, queueLimit: 8), .patient, cloud: cloud)
        var configuration = ServerConfiguration(addresses: [SocketAddress("127.0.0.1:0")!])
        configuration.refuse = application.refuse
        let server = try await Server(configuration: configuration, group: group, logger: .silent, responder: application.respond)
        let outcome: Swift.Result<Result, any Error>
        do { outcome = .success(try await body(ServedCloud(cloud: cloud, address: server.addresses[0]))) } catch { outcome = .failure(error) }
        await server.shutdown()
        return try outcome.get()
    }

    var url: String { "http://\(address)" }

    /// A client that waits for nothing, and remembers for how long it would have.
    func client(_ service: AWSService, credentials: (any CredentialProvider)? = nil) throws -> AWSClient {
        var surroundings = AWSClient.Surroundings(http: Self.http, credentials: credentials ?? StaticCredentials(CloudFixture.pair))
        surroundings.random = { 0.5 }
        surroundings.pause = { [waits] wait in waits.withLock { $0.append(wait) } }
        return AWSClient(service, region: "us-east-1", endpoint: try AWSEndpoint(url: url), surroundings)
    }

    /// What a task on ECS would use.
    func taskCredentials(token: String = "the token of the task") -> ContainerCredentials {
        ContainerCredentials(ContainerSettings(url: "\(url)/credentials", token: Secret(token)), client: Self.http)
    }

    /// Sends without signing.
    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { try await Self.http.send(request) }
}
