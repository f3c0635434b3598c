/// A service of AWS, as its requests name it.
public struct AWSService: Sendable, Hashable {
    /// The first label of its host, such as `bedrock-runtime`.
    public let hostPrefix: String
    /// What signatures call it, such as `bedrock`.
    public let signingName: String
    /// How it wants its requests signed.
    public let variant: SigningVariant

    /// A service from its names.
    public init(hostPrefix: String, signingName: String, variant: SigningVariant = .standard) {
        self.hostPrefix = hostPrefix
        self.signingName = signingName
        self.variant = variant
    }

    /// Amazon Bedrock, models at work.
    public static let bedrockRuntime = AWSService(hostPrefix: "bedrock-runtime", signingName: "bedrock")
    /// Amazon Polly.
    public static let polly = AWSService(hostPrefix: "polly", signingName: "polly")
    /// Amazon S3.
    public static let s3 = AWSService(hostPrefix: "s3", signingName: "s3", variant: .s3)
    /// AWS Secrets Manager.
    public static let secretsManager = AWSService(hostPrefix: "secretsmanager", signingName: "secretsmanager")
    /// Amazon SNS.
    public static let sns = AWSService(hostPrefix: "sns", signingName: "sns")
    /// Amazon Cognito user pools.
    public static let cognitoUserPools = AWSService(hostPrefix: "cognito-idp", signingName: "cognito-idp")

    /// What replaces its end point in the environment, as all AWS SDKs have it.
    public var endpointVariable: String { "AWS_ENDPOINT_URL_\(sdkName)" }

    private var sdkName: String {
        switch self {
        case .secretsManager: "SECRETS_MANAGER"
        case .cognitoUserPools: "COGNITO_IDENTITY_PROVIDER"
        default: String(hostPrefix.map { $0 == "-" ? "_" : Character($0.uppercased()) })
        }
    }
}

/// Where requests of a service go.
public struct AWSEndpoint: Sendable, Hashable {
    /// `https` or `http`.
    public let scheme: String
    /// In small letters, with its port unless that is the scheme's own.
    public let host: String
    /// What stands before every path; without a slash at its end, often empty.
    public let basePath: String

    /// A service's own end point in a region.
    public init(_ service: AWSService, region: String) {
        scheme = "https"
        // Source: AWS General Reference, "Service endpoints".
        host = "\(service.hostPrefix).\(region).\(Self.domain(of: region))"
        basePath = ""
    }

    /// The domain of all services in a region, which in China is another one.
    static func domain(of region: String) -> String { region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com" }

    /// Another one, such as a stand-in's.
    ///
    /// - Throws: `SigningError.malformedURL` also for a URL with a query.
    public init(url: String) throws(SigningError) {
        let request = try SigningRequest(method: "GET", url: url)
        guard request.query.isEmpty, !url.contains("?"), !url.contains("#") else { throw .malformedURL }
        (scheme, host) = (request.scheme, request.host)
        basePath = request.path.hasSuffix("/") ? String(request.path.dropLast()) : request.path
    }
}
