import AWS
import HTTPCore
import Platform
import TestKit
import Web

@testable import local_cloud

/// The cloud in memory, with a clock that stands still, and clients that sign for it.
struct CloudFixture {
    static let pair = AWSCredentials(accessKey: "AKIALOCALCLOUDTEST00", secretKey: Secret("a secret of the tests, forty bytes long."))

    let clock = ManualClock()
    let cloud: Cloud
    let client: TestClient

    init(_ services: [any CloudService] = [], mailbox: Mailbox? = nil) throws {
        let pool = try PoolFixture().pool
        cloud = Cloud(
            keys: AccessKeys(Self.pair), services: services, credentialsToken: Secret("the token of the task"), credentialsLifetime: .seconds(900), clock: clock
        )
        client = TestClient(LocalCloud.application(pool, BlockingPool(label: "test", threads: 2, queueLimit: 8), .patient, cloud: cloud))
    }

    /// A request as a client signs it.
    func signed(
        _ method: String, _ target: String, _ service: String, host: String = "localhost:4566", headers: [SigningRequest.Header] = [], body: [UInt8] = [],
        payload: SigningPayload? = nil, with credentials: AWSCredentials = pair, at moment: UnixTime? = nil
    ) throws -> SigningRequest {
        let signer = SigV4Signer(region: "us-east-1", service: service, variant: service == "s3" ? .s3 : .standard)
        let request = try SigningRequest(method: method, url: "http://\(host)\(target)", headers: headers, payload: payload ?? .bytes(body))
        return try signer.sign(request, with: credentials, at: moment ?? clock.now())
    }

    /// Sends what was signed.
    func send(_ signed: SigningRequest, body: [UInt8] = []) async throws -> TestResponse {
        var fields = Fields()
        if signed.header("host") == nil { fields.append(.host, signed.host) }
        for header in signed.headers { fields.append(FieldName(header.name), header.value) }
        let target = signed.path + (signed.query.isEmpty ? "" : "?\(signed.query)")
        return try await client.send(HTTPCore.Method(signed.method), target, headers: fields, body: body.isEmpty ? .empty : .buffered(body))
    }
}

extension ApplicationConfiguration {
    /// Without a deadline that a loaded machine could pass.
    static var patient: ApplicationConfiguration {
        var configuration = ApplicationConfiguration()
        configuration.deadline = .seconds(600)
        return configuration
    }
}

/// Says what it was asked, for tests of the entrance.
struct EchoService: CloudService {
    let kind: CloudServiceKind

    func respond(to call: CloudCall) async throws -> Response {
        if call.request.target.path == "/refuse" { throw CloudError("NoSuchThing", "There is none.", status: 404) }
        return Response(fields: [.contentType: "text/plain"], body: .bytes(Array("\(call.verified.accessKey) \(call.request.target.path) ".utf8) + call.body))
    }
}
