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
/// | `LOCAL_CLOUD_DOMAIN` | where browsers find the hosted pages, such as `https://auth.app-dw.net` behind a proxy; `https` makes cookies `Secure` | the issuer without its pool |
/// | `LOCAL_CLOUD_CALLBACK_URLS` | where codes may go, to the letter | `/callback` on `localhost` and `127.0.0.1`, ports 3000…3003 |
/// | `LOCAL_CLOUD_LOGOUT_URLS` | where browsers may go after signing out, to the letter | `/logout` there |
/// | `LOCAL_CLOUD_KEY_OVERLAP` | how long a key that `POST /_keys/rotate` put aside stays published, 0s…30d | 65m: an access token's life and a little |
/// | `COGNITO_CLIENT_ID` | the app client | `web-client-local` |
/// | `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` | the keys that may call | a pair in the state folder, else one of this process |
/// | `AWS_CONTAINER_AUTHORIZATION_TOKEN` | what opens `/credentials` | a random one: nobody gets keys there |
/// | `LOCAL_CLOUD_KEY_LIFETIME` | how long keys from there are good, 1s…12h | 1h |
/// | `LANG_PORTAL_API_KEY` | the key that services show each other, kept as the secret `lang-portal/api-key` | no such secret |
/// | `CONTENT_BUCKET` | a bucket that exists from the start and takes only uploads with `aws:kms` | none |
/// | `LOCAL_CLOUD_PROMPTS` | a folder of system prompts: `vocabulary.txt` becomes the secret `app-dw/prompts/vocabulary` | no such secrets |
/// | `DEMO_LEARNERS` | whether the two learners of the documentation exist | false |
struct LocalCloudSettings: Sendable, Equatable {
    var stateFolder: String?
    var issuer: String
    var clientID: String
    var domain: String?
    var callbackURLs: [String]
    var logoutURLs: [String]
    var keyOverlap: Duration
    var hasDemoLearners: Bool
    var serviceKey: Secret<String>?
    var promptFolder: String?
    var contentBucket: BucketName?
    var accessKey: AWSCredentials?
    var credentialsToken: Secret<String>?
    var credentialsLifetime: Duration

    /// The name of the secret with `LANG_PORTAL_API_KEY`.
    static let serviceKeySecret = "lang-portal/api-key"
    /// What the names of the system prompts' secrets begin with, as services look for them.
    static let promptPrefix = "app-dw/prompts/"

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
        domain = environment.isSet("LOCAL_CLOUD_DOMAIN") ? Self.origin("LOCAL_CLOUD_DOMAIN", in: &environment) : nil
        callbackURLs = Self.urls("LOCAL_CLOUD_CALLBACK_URLS", default: PoolConfiguration.defaultURLs("/callback"), in: &environment)
        logoutURLs = Self.urls("LOCAL_CLOUD_LOGOUT_URLS", default: PoolConfiguration.defaultURLs("/logout"), in: &environment)
        keyOverlap = environment.duration("LOCAL_CLOUD_KEY_OVERLAP", in: .zero ... .seconds(30 * 86_400), default: .seconds(3_900))
        hasDemoLearners = environment.bool("DEMO_LEARNERS", default: false)
        serviceKey = environment.optionalSecret("LANG_PORTAL_API_KEY", minimumBytes: 16)
        promptFolder = environment.optionalString("LOCAL_CLOUD_PROMPTS")
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

    /// What the pool is told.
    var pool: PoolConfiguration {
        var pool = PoolConfiguration(issuer: issuer, clientID: clientID)
        pool.domain = domain
        pool.callbackURLs = callbackURLs
        pool.logoutURLs = logoutURLs
        pool.keyOverlap = keyOverlap
        return pool
    }

    /// A scheme, a host and perhaps a port.
    private static func origin(_ variable: String, in environment: inout EnvironmentReader) -> String? {
        let url = environment.url(variable)
        guard url.split(separator: "/", omittingEmptySubsequences: false).count == 3 else {
            environment.report(variable, expected: "an origin without a path, such as https://auth.app-dw.net")
            return nil
        }
        return url
    }

    /// As Cognito takes them: absolute, `https` or `http` on this machine, without a fragment, at most 100.
    private static func urls(_ variable: String, default fallback: [String], in environment: inout EnvironmentReader) -> [String] {
        let urls = environment.list(variable, count: 1...100, default: fallback)
        if let url = urls.first(where: { !isCallback($0) }) {
            environment.report(variable, expected: "absolute URLs with https, or http on localhost, in visible ASCII and without a fragment; not \(url)")
        }
        return urls
    }

    private static func isCallback(_ url: String) -> Bool {
        guard url.utf8.count <= 1_024, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !url.contains("#") else { return false }
        if url.hasPrefix("https://") { return url.utf8.count > 8 && !url.dropFirst(8).hasPrefix("/") }
        let host = url.dropFirst(7).prefix { !":/?".contains($0) }
        return url.hasPrefix("http://") && (host == "localhost" || host == "127.0.0.1")
    }

    /// Cognito's form of identifiers: letters, digits and hyphens of the region, `_`, letters and digits.
    private static func hasPool(_ issuer: String) -> Bool {
        let parts = issuer.split(separator: "/").last?.split(separator: "_", omittingEmptySubsequences: false) ?? []
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } }
    }
}
