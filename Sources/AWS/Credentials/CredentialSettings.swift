public import HTTPClient
public import Platform

/// What the environment says about credentials, with the names that all AWS SDKs share. Read once, in `main`.
public struct CredentialSettings: Sendable {
    /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`.
    public var keys: AWSCredentials?
    /// `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` and its like.
    public var container: ContainerSettings?
    /// `AWS_WEB_IDENTITY_TOKEN_FILE`, `AWS_ROLE_ARN`, `AWS_ROLE_SESSION_NAME`.
    public var webIdentity: WebIdentitySettings?

    /// Settings from their parts.
    public init(keys: AWSCredentials? = nil, container: ContainerSettings? = nil, webIdentity: WebIdentitySettings? = nil) {
        self.keys = keys
        self.container = container
        self.webIdentity = webIdentity
    }

    /// Reads the environment; half a pair is reported, as it would fail with every call.
    public init(_ environment: inout EnvironmentReader) {
        keys = Self.readKeys(&environment)
        container = ContainerSettings(&environment)
        webIdentity = WebIdentitySettings(&environment)
    }

    /// The sources in the order of asking, refreshed ahead of their end for all callers together.
    public func provider(client: any HTTPClient, clock: some WallClock & MonotonicClock = SystemClock()) -> RefreshingCredentials {
        RefreshingCredentials(
            CredentialChain([
                EnvironmentCredentials(keys: keys), ContainerCredentials(container, client: client),
                WebIdentityCredentials(webIdentity, client: client),
            ]),
            clock: clock)
    }

    private static func readKeys(_ environment: inout EnvironmentReader) -> AWSCredentials? {
        let accessKey = environment.optionalString("AWS_ACCESS_KEY_ID", maximumBytes: 128)
        let secret = environment.optionalSecret("AWS_SECRET_ACCESS_KEY")
        let token = environment.optionalSecret("AWS_SESSION_TOKEN")
        switch (accessKey, secret) {
        case (let accessKey?, let secret?): return AWSCredentials(accessKey: accessKey, secretKey: secret, sessionToken: token)
        case (nil, nil): return nil
        case (nil, _): environment.report("AWS_ACCESS_KEY_ID", expected: "the access key of AWS_SECRET_ACCESS_KEY, which is set")
        case (_, nil): environment.report("AWS_SECRET_ACCESS_KEY", expected: "the secret of AWS_ACCESS_KEY_ID, which is set")
        }
        return nil
    }
}

/// Keys from the environment.
public struct EnvironmentCredentials: CredentialProvider {
    /// What an operator calls it.
    public let name = "environment"
    private let keys: AWSCredentials?

    /// Those that were read, if any.
    public init(keys: AWSCredentials?) {
        self.keys = keys
    }

    /// Those that were read.
    public func credentials() async throws(CredentialError) -> AWSCredentials {
        guard let keys else { throw .notConfigured("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set") }
        return keys
    }
}
