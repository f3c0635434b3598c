import Encoding
public import HTTPClient
import JSON
import Platform

/// The credentials of a container's role, from the end point of ECS or EKS.
public struct ContainerCredentials: CredentialProvider {
    /// What an operator calls it.
    public let name = "container endpoint"
    private let settings: ContainerSettings?
    private let client: any HTTPClient
    private let retries: CredentialRetries

    private static let limits = HTTPClientLimits(connectTimeout: .seconds(1), totalTimeout: .seconds(2), maximumResponseBytes: 64 * 1024)

    /// From the end point that the settings name, if any.
    public init(_ settings: ContainerSettings?, client: any HTTPClient, retries: CredentialRetries = CredentialRetries()) {
        self.settings = settings
        self.client = client
        self.retries = retries
    }

    /// Asks the end point.
    public func credentials() async throws(CredentialError) -> AWSCredentials {
        guard let settings else {
            throw .notConfigured("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI are not set")
        }
        guard ContainerSettings.isAllowed(settings.url) else {
            throw .misconfigured("AWS_CONTAINER_CREDENTIALS_FULL_URI is not \(ContainerSettings.allowed)")
        }
        var headers = [HTTPClientHeader("Accept", "application/json")]
        if let token = try await authorization(settings) { headers.append(HTTPClientHeader("Authorization", token.reveal())) }
        // Past any proxy, as all AWS SDKs go: keys and the task's token are nobody else's.
        let request = HTTPClientRequest(url: settings.url, headers: headers, limits: Self.limits, isDirect: true)
        let response = try await client.sendForCredentials(request, to: "the container endpoint", retries)
        guard response.status == 200 else { throw .unavailable("the container endpoint answered with status \(response.status)") }
        return try Self.read(response.body)
    }

    private func authorization(_ settings: ContainerSettings) async throws(CredentialError) -> Secret<String>? {
        guard let file = settings.tokenFile else { return try Self.checked(settings.token, from: "AWS_CONTAINER_AUTHORIZATION_TOKEN") }
        return try Self.checked(try await TokenFile(path: file).read(), from: "the token file \(file)")
    }

    /// A line break would be a second header.
    private static func checked(_ token: Secret<String>?, from source: String) throws(CredentialError) -> Secret<String>? {
        guard let token else { return nil }
        guard token.reveal().utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .misconfigured("\(source) holds a line break or control character") }
        return token
    }

    private struct Document: JSONObject {
        var accessKey: String
        var secretKey: String
        var token: String?
        var expiration: String?

        static let json = Object(
            "ContainerCredentials", { Self(accessKey: $0, secretKey: $1, token: $2, expiration: $3) }, Field("AccessKeyId", \.accessKey),
            Field("SecretAccessKey", \.secretKey), Field("Token", \.token), Field("Expiration", \.expiration))
    }

    private static func read(_ body: [UInt8]) throws(CredentialError) -> AWSCredentials {
        guard let document = try? JSON.read(Document.self, from: body.span, maximumDepth: 16), !document.accessKey.isEmpty else {
            throw .unavailable("the container endpoint answered with something that is no credentials document")
        }
        return AWSCredentials(
            accessKey: document.accessKey, secretKey: Secret(document.secretKey), sessionToken: document.token.map { Secret($0) },
            expiration: try document.expiration.map { text throws(CredentialError) in try CredentialTime.read(text, from: "the container endpoint") })
    }
}
