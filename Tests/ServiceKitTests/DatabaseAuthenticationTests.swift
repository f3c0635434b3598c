import Encoding
import HTTPClient
import Platform
import Postgres
import TestKit
import Testing

@testable import ServiceKitPostgres

@Suite struct `A password that AWS signs` {
    private static let variables = ["AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret"]
    private static let url = "postgres://app@proxy.example:5432/lang_portal?sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca.crt"

    private static func credentials(
        _ variables: [String: String] = variables, client: any HTTPClient = NobodyThere(), clock: ManualClock
    ) throws -> PostgresCredentials {
        var environment = EnvironmentReader(variables)
        let authentication = DatabaseAuthentication(from: &environment)
        try environment.finish()
        return authentication.credentials(for: try PostgresConfiguration(url: url), client: client, clock: clock)
    }

    @Test(arguments: [
        (url, true), (url.replacing("app@", with: "app:password@"), false), ("postgres://app@localhost/db?sslmode=disable", false),
        ("postgres://app@localhost/db?sslmode=require", false),
    ]) func `is wanted for a user without a password, where the server is verified`(url: String, isWanted: Bool) throws {
        #expect(DatabaseAuthentication.isWanted(for: try PostgresConfiguration(url: url)) == isWanted)
    }

    @Test func `names the end point, the user and the region, and is good for a quarter of an hour`() async throws {
        let token = try await Self.credentials(clock: ManualClock())().reveal()
        #expect(token.hasPrefix("proxy.example:5432/?Action=connect&DBUser=app&"))
        #expect(token.contains("X-Amz-Expires=900") && token.contains("us-east-1%2Frds-db%2Faws4_request") && token.contains("X-Amz-Date=20260208T172023Z"))
    }

    @Test func `is shared by the connections of ten minutes, then made anew`() async throws {
        let clock = ManualClock()
        let credentials = try Self.credentials(clock: clock)
        let first = try await credentials()
        clock.advance(by: .seconds(599))
        #expect(try await credentials() == first)
        clock.advance(by: .seconds(2))
        #expect(try await credentials() != first)
    }

    @Test func `is given no longer than the credentials are good that signed it`() async throws {
        let clock = ManualClock()
        let variables = ["AWS_REGION": "us-east-1", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/role"]
        let credentials = try Self.credentials(variables, client: TaskRole(clock: clock), clock: clock)
        #expect(try await credentials().reveal().contains("X-Amz-Credential=ASIA1%2F"))
        // The keys have 40 seconds left: still used, while new ones are fetched for those who come later.
        clock.advance(by: .seconds(3_560))
        #expect(try await credentials().reveal().contains("X-Amz-Credential=ASIA1%2F"))
        clock.advance(by: .seconds(29))
        #expect(try await credentials().reveal().contains("X-Amz-Credential=ASIA1%2F"))
        clock.advance(by: .seconds(2))
        #expect(try await !credentials().reveal().contains("X-Amz-Credential=ASIA1%2F"))
    }

    @Test func `needs somebody to sign as`() async throws {
        let credentials = try Self.credentials(["AWS_REGION": "us-east-1"], clock: ManualClock())
        await #expect(throws: (any Error).self) { try await credentials() }
    }
}

/// The end point of a task's role: keys of an hour, numbered.
private final class TaskRole: HTTPClient {
    private let clock: ManualClock
    private let count = Lock(0)

    init(clock: ManualClock) { self.clock = clock }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let end = Timestamp(secondsSinceEpoch: clock.now().seconds + 3_600).iso8601()
        let document = #"{"AccessKeyId":"ASIA\#(number)","SecretAccessKey":"s","Token":"t","Expiration":"\#(end)"}"#
        return HTTPClientResponse(status: 200, body: Array(document.utf8))
    }
}

/// Nobody answers.
private struct NobodyThere: HTTPClient {
    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { throw .connectionFailed(detail: "nobody") }
}
