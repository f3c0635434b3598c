public import Platform

/// Who a workload is to somebody whom AWS trusts, and whose role it takes. Source: AWS SDKs and Tools Reference, "Assume role credential provider".
public struct WebIdentitySettings: Sendable, Equatable {
    /// `AWS_WEB_IDENTITY_TOKEN_FILE`, read anew for every request.
    public var tokenFile: String
    /// `AWS_ROLE_ARN`.
    public var roleARN: String
    /// `AWS_ROLE_SESSION_NAME`; CloudTrail shows it.
    public var sessionName: String
    /// `AWS_ENDPOINT_URL_STS`, `AWS_ENDPOINT_URL`, or AWS STS in the region of `AWS_REGION` or `AWS_DEFAULT_REGION`.
    public var endpoint: String

    /// Settings from their parts.
    public init(tokenFile: String, roleARN: String, sessionName: String = "web-identity", endpoint: String = "https://sts.amazonaws.com") {
        self.tokenFile = tokenFile
        self.roleARN = roleARN
        self.sessionName = sessionName
        self.endpoint = endpoint
    }

    /// Reads the environment; nil when there is no token file.
    public init?(_ environment: inout EnvironmentReader) {
        guard let tokenFile = environment.optionalString("AWS_WEB_IDENTITY_TOKEN_FILE") else { return nil }
        let roleARN = environment.string("AWS_ROLE_ARN", maximumBytes: 2048)
        let sessionName = environment.string("AWS_ROLE_SESSION_NAME", default: "web-identity", maximumBytes: 64)
        let region = environment.optionalString("AWS_REGION", maximumBytes: 64) ?? environment.optionalString("AWS_DEFAULT_REGION", maximumBytes: 64)
        let variable = ["AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"].first { environment.isSet($0) }
        let endpoint = variable.map { environment.url($0) } ?? Self.endpoint(region: region)
        self.init(tokenFile: tokenFile, roleARN: roleARN, sessionName: sessionName, endpoint: endpoint)
    }

    private static func endpoint(region: String?) -> String {
        guard let region else { return "https://sts.amazonaws.com" }
        return "https://sts.\(region).\(AWSEndpoint.domain(of: region))"
    }
}
