import AWS
import Glibc
import HTTPClient
import Platform
import Reactor

/// moto as `make test` starts it: it checks every signature, and computes it as botocore does.
enum Moto {
    /// The tests were started without it.
    struct NotPrepared: Error, CustomStringConvertible {
        let description = "TEST_MOTO_URL is not set: run the tests with `make test`, which starts moto"
    }

    private static let http = CurlClient(on: EventLoopGroup(count: 1))

    /// A client of a service, signing as the user of the tests or with another secret.
    static func client(_ service: AWSService, secretKey: String? = nil) throws -> AWSClient {
        guard let url = variable("TEST_MOTO_URL"), let access = variable("TEST_MOTO_ACCESS_KEY"), let secret = variable("TEST_MOTO_SECRET_KEY") else {
            throw NotPrepared()
        }
        let keys = AWSCredentials(accessKey: access, secretKey: Secret(secretKey ?? secret))
        let surroundings = AWSClient.Surroundings(http: http, credentials: StaticCredentials(keys))
        return AWSClient(service, region: "us-east-1", endpoint: try AWSEndpoint(url: url), surroundings)
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
