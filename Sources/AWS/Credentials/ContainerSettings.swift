public import Platform

/// Where a container finds the credentials of its role. Source: AWS SDKs and Tools Reference, "Container credential provider".
public struct ContainerSettings: Sendable, Equatable {
    /// The end point: `http://169.254.170.2` and `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI`, or `AWS_CONTAINER_CREDENTIALS_FULL_URI`.
    public var url: String
    /// `AWS_CONTAINER_AUTHORIZATION_TOKEN`.
    public var token: Secret<String>?
    /// `AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE`; it wins over `token`, and is read anew for every request, as its content changes.
    public var tokenFile: String?

    static let relativeHost = "http://169.254.170.2"

    /// Settings from their parts.
    public init(url: String, token: Secret<String>? = nil, tokenFile: String? = nil) {
        self.url = url
        self.token = token
        self.tokenFile = tokenFile
    }

    /// Reads the environment; nil when neither URI is set. The relative one wins, as with the AWS SDKs.
    public init?(_ environment: inout EnvironmentReader) {
        let relative = environment.optionalString("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        let full = environment.optionalString("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        let token = environment.optionalSecret("AWS_CONTAINER_AUTHORIZATION_TOKEN")
        let tokenFile = environment.optionalString("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
        if let relative, !relative.hasPrefix("/") {
            environment.report("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", expected: "a path that begins with /")
        } else if relative == nil, let full, !Self.isAllowed(full) {
            environment.report("AWS_CONTAINER_CREDENTIALS_FULL_URI", expected: Self.allowed)
        }
        guard let url = relative.map({ "\(Self.relativeHost)\($0)" }) ?? full else { return nil }
        self.init(url: url, token: token, tokenFile: tokenFile)
    }

    static let allowed = "an https URL, or http with a loopback address, localhost, 169.254.170.2, 169.254.170.23 or [fd00:ec2::23]"

    /// Whether credentials may be fetched from there: over plain http only from this machine or from the agents of ECS and EKS.
    static func isAllowed(_ url: String) -> Bool {
        guard let request = try? SigningRequest(method: "GET", url: url) else { return false }
        return request.scheme == "https" || isNear(hostWithoutPort(request.host))
    }

    private static func isNear(_ host: String) -> Bool {
        ["localhost", "169.254.170.2", "169.254.170.23", "[::1]", "[fd00:ec2::23]"].contains(host) || isLoopback(host)
    }

    /// 127.0.0.0/8, four plain numbers: a name such as `127.0.0.1.example` is none.
    private static func isLoopback(_ host: String) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { $0.utf8.allSatisfy { (48...57).contains($0) } ? UInt8($0) : nil }
        return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers[0] == 127
    }

    private static func hostWithoutPort(_ host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }
}
