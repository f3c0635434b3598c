import AWS
import HTTPServer
import Platform
import Reactor
import ServiceKit

/// The settings of local-cloud, beside those of every service.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `LOCAL_CLOUD_STATE` | folder where users and the signing key survive a restart | none: they do not |
/// | `LOCAL_CLOUD_ISSUER` | `iss` of the tokens; its last part is the pool's identifier | `http://localhost:<port of LISTEN>/us-east-1_LocalPool` |
/// | `COGNITO_CLIENT_ID` | the app client | `web-client-local` |
/// | `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` | the keys that may call | a pair in the state folder, else one of this process |
/// | `AWS_CONTAINER_AUTHORIZATION_TOKEN` | what opens `/credentials` | a random one: nobody gets keys there |
/// | `LOCAL_CLOUD_KEY_LIFETIME` | how long keys from there are good, 1s…12h | 1h |
/// | `LANG_PORTAL_API_KEY` | the key that services show each other, kept as the secret `lang-portal/api-key` | no such secret |
/// | `CONTENT_BUCKET` | a bucket that exists from the start and takes only uploads with `aws:kms` | none |
/// | `DEMO_LEARNERS` | whether the two learners of the documentation exist | false |
struct LocalCloudSettings: Sendable, Equatable {
    var stateFolder: String?
    var issuer: String
    var clientID: String
    var hasDemoLearners: Bool
    var serviceKey: Secret<String>?
    var contentBucket: BucketName?
    var accessKey: AWSCredentials?
    var credentialsToken: Secret<String>?
    var credentialsLifetime: Duration

    /// The name of the secret with `LANG_PORTAL_API_KEY`.
    static let serviceKeySecret = "lang-portal/api-key"

    /// Reads the settings. `LISTEN` may name loopback addresses only: whoever reaches this service reads everybody's codes.
    init(from environment: inout EnvironmentReader) {
        // A copy: what is wrong with the common settings is told by whoever reads them first.
        var common = environment
        let addresses = ServiceSettings(from: &common).server.addresses
        if let outside = addresses.first(where: { !$0.isLoopback }) {
            environment.report(
                "LISTEN", expected: "loopback addresses only, such as 127.0.0.1:4566 and [::1]:4566, for this stand-in has no security; not \(outside)")
        }
        stateFolder = environment.optionalString("LOCAL_CLOUD_STATE")
        issuer = environment.url("LOCAL_CLOUD_ISSUER", default: "http://localhost:\(addresses.first?.port ?? 4566)/us-east-1_LocalPool")
        clientID = environment.string("COGNITO_CLIENT_ID", default: "web-client-local", maximumBytes: 128)
        hasDemoLearners = environment.bool("DEMO_LEARNERS", default: false)
        serviceKey = environment.optionalSecret("LANG_PORTAL_API_KEY", minimumBytes: 16)
        if let name = environment.optionalString("CONTENT_BUCKET") {
            contentBucket = BucketName(name)
            if contentBucket == nil { environment.report("CONTENT_BUCKET", expected: "the name of a bucket: 3 to 63 of a-z, 0-9, . and -") }
        }
        let secretKey = environment.optionalSecret("AWS_SECRET_ACCESS_KEY", minimumBytes: 16)
        accessKey = environment.optionalString("AWS_ACCESS_KEY_ID", maximumBytes: 128).map { AWSCredentials(accessKey: $0, secretKey: secretKey ?? Secret("")) }
        if (accessKey == nil) != (secretKey == nil) {
            environment.report("AWS_ACCESS_KEY_ID", expected: "to be set together with AWS_SECRET_ACCESS_KEY, or not at all")
        }
        credentialsToken = environment.optionalSecret("AWS_CONTAINER_AUTHORIZATION_TOKEN", minimumBytes: 16)
        credentialsLifetime = environment.duration("LOCAL_CLOUD_KEY_LIFETIME", in: .seconds(1) ... .seconds(43_200), default: .seconds(3_600))
        if !Self.hasPool(issuer) { environment.report("LOCAL_CLOUD_ISSUER", expected: "a URL that ends in a pool's identifier, such as /us-east-1_LocalPool") }
    }

    /// Cognito's form of identifiers: letters, digits and hyphens of the region, `_`, letters and digits.
    private static func hasPool(_ issuer: String) -> Bool {
        let parts = issuer.split(separator: "/").last?.split(separator: "_", omittingEmptySubsequences: false) ?? []
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
    }
}
