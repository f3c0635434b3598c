public import Platform

/// What the environment says about AWS, with the names that all AWS SDKs share. Read once, in `main`.
public struct AWSSettings: Sendable {
    /// `AWS_REGION`, or `AWS_DEFAULT_REGION`.
    public var region: String
    /// Who signs.
    public var credentials: CredentialSettings
    /// `AWS_ENDPOINT_URL_<SERVICE>`, else `AWS_ENDPOINT_URL`; a service that is not in it has its own end point.
    public var endpoints: [AWSService: AWSEndpoint]

    /// Settings from their parts.
    public init(region: String, credentials: CredentialSettings = CredentialSettings(), endpoints: [AWSService: AWSEndpoint] = [:]) {
        self.region = region
        self.credentials = credentials
        self.endpoints = endpoints
    }

    /// Reads the environment for the services a program calls.
    public init(_ environment: inout EnvironmentReader, services: [AWSService], defaultRegion: String? = nil) {
        region = Self.readRegion(&environment, defaultRegion)
        credentials = CredentialSettings(&environment)
        endpoints = [:]
        let everywhere = Self.readEndpoint(&environment, "AWS_ENDPOINT_URL")
        for service in services {
            endpoints[service] = Self.readEndpoint(&environment, service.endpointVariable) ?? everywhere
        }
    }

    /// Where the requests of a service go.
    public func endpoint(of service: AWSService) -> AWSEndpoint { endpoints[service] ?? AWSEndpoint(service, region: region) }

    private static func readRegion(_ environment: inout EnvironmentReader, _ fallback: String?) -> String {
        let first = environment.optionalString("AWS_REGION", maximumBytes: 64)
        let second = environment.optionalString("AWS_DEFAULT_REGION", maximumBytes: 64)
        guard let region = first ?? second ?? fallback else {
            environment.report("AWS_REGION", expected: "a region, such as us-east-1")
            return ""
        }
        // It becomes a part of a host's name.
        if region.isEmpty || !region.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
            environment.report(first == nil ? "AWS_DEFAULT_REGION" : "AWS_REGION", expected: "a region, such as us-east-1")
        }
        return region
    }

    private static func readEndpoint(_ environment: inout EnvironmentReader, _ variable: String) -> AWSEndpoint? {
        guard let url = environment.optionalString(variable) else { return nil }
        guard let endpoint = try? AWSEndpoint(url: url) else {
            environment.report(variable, expected: "an http or https URL without query, such as http://localhost:4566")
            return nil
        }
        return endpoint
    }
}
