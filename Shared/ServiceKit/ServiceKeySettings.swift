import AWS
public import HTTPClient
public import Platform

/// Where a service finds the key that services show each other; one of the two is required.
///
/// | variable | meaning |
/// |---|---|
/// | `LANG_PORTAL_API_KEY_SECRET` | name or ARN of a secret in AWS Secrets Manager, read again every five minutes; needs `AWS_REGION` and credentials |
/// | `LANG_PORTAL_API_KEY` | the key itself; during a rotation the new one, a comma, and the one before |
public struct ServiceKeySettings: Sendable {
    /// A key is not to be guessed.
    private static let minimumBytes = 16

    /// Whether callers must show a key.
    public var isRequired = true
    private let keys: [Secret<String>]
    private let secret: String?
    private let aws: AWSSettings?

    /// Reads the settings; problems are gathered in `environment`.
    ///
    /// - Parameter switch: a variable by which the key can be made optional for callers, such as `VOCAB_REQUIRE_SERVICE_KEY`; required by default.
    public init(from environment: inout EnvironmentReader, requiredUnless switch: String? = nil) {
        isRequired = `switch`.map { environment.bool($0, default: true) } ?? true
        secret = environment.optionalString("LANG_PORTAL_API_KEY_SECRET", maximumBytes: 2_048)
        aws = secret == nil ? nil : AWSSettings(&environment, services: [.secretsManager])
        guard secret == nil else {
            keys = []
            if environment.isSet("LANG_PORTAL_API_KEY") { environment.report("LANG_PORTAL_API_KEY", expected: "nothing beside LANG_PORTAL_API_KEY_SECRET") }
            return
        }
        keys = environment.value(
            "LANG_PORTAL_API_KEY", expected: "one or two keys of \(Self.minimumBytes) printable characters at least, separated by a comma", placeholder: [],
            isSecret: true, parse: Self.keys)
    }

    /// The keys; those of Secrets Manager are read when they are first needed.
    public func makeKeys(_ client: any HTTPClient, logger: Logger, clock: some WallClock & MonotonicClock = SystemClock()) -> ServiceKeys {
        var keys = secretKeys(client, logger, clock) ?? ServiceKeys(self.keys)
        keys.isRequired = isRequired
        return keys
    }

    private func secretKeys(_ client: any HTTPClient, _ logger: Logger, _ clock: some WallClock & MonotonicClock) -> ServiceKeys? {
        guard let secret, let aws else { return nil }
        var surroundings = AWSClient.Surroundings(http: client, credentials: aws.credentials.provider(client: client, clock: clock))
        surroundings.logger = logger
        surroundings.clock = clock
        return ServiceKeys(RotatingSecret(secret, SecretsManagerClient(AWSClient(.secretsManager, aws, surroundings)), clock: clock))
    }

    private static func keys(_ text: String) -> [Secret<String>]? {
        let keys = text.split(separator: ",", omittingEmptySubsequences: false)
        let isSound = keys.allSatisfy { $0.utf8.count >= minimumBytes && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }
        return isSound && keys.count <= 2 ? keys.map { Secret(String($0)) } : nil
    }
}
