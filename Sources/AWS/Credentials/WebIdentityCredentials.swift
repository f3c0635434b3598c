import Encoding
public import HTTPClient
import Platform

/// The credentials of a role that trusts a web identity: `AssumeRoleWithWebIdentity` of AWS STS, which takes no signature.
public struct WebIdentityCredentials: CredentialProvider {
    /// What an operator calls it.
    public let name = "web identity"
    private let settings: WebIdentitySettings?
    private let client: any HTTPClient
    private let retries: CredentialRetries

    private static let limits = HTTPClientLimits(connectTimeout: .seconds(2), totalTimeout: .seconds(5), maximumResponseBytes: 64 * 1024)

    /// With the identity that the settings name, if any.
    public init(_ settings: WebIdentitySettings?, client: any HTTPClient, retries: CredentialRetries = CredentialRetries()) {
        self.settings = settings
        self.client = client
        self.retries = retries
    }

    /// Asks STS.
    public func credentials() async throws(CredentialError) -> AWSCredentials {
        guard let settings else { throw .notConfigured("AWS_WEB_IDENTITY_TOKEN_FILE is not set") }
        let token = try await TokenFile(path: settings.tokenFile).read()
        let response = try await client.sendForCredentials(request(settings, token), to: "AWS STS", retries)
        guard response.status == 200 else { throw Self.refusal(response) }
        return try Self.read(response.body)
    }

    private func request(_ settings: WebIdentitySettings, _ token: Secret<String>) -> HTTPClientRequest {
        let form = QueryText.encoded([
            ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", settings.roleARN), ("RoleSessionName", settings.sessionName),
            ("WebIdentityToken", token.reveal()),
        ])
        return HTTPClientRequest(
            method: "POST", url: "\(settings.endpoint)/", headers: [HTTPClientHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array(form.utf8), limits: Self.limits, isIdempotent: true)
    }

    /// The code alone: the message of STS may quote the token.
    private static func refusal(_ response: HTTPClientResponse) -> CredentialError {
        let error = AWSServiceError(status: response.status, header: response.header, body: response.body)
        return .unavailable("AWS STS answered with status \(error.status)\(error.code.isEmpty ? "" : ", \(error.code)")")
    }

    private static func read(_ body: [UInt8]) throws(CredentialError) -> AWSCredentials {
        let found = (try? XMLReader.read(body))?["AssumeRoleWithWebIdentityResult"]?["Credentials"]
        guard let found, let accessKey = found["AccessKeyId"]?.text, let secret = found["SecretAccessKey"]?.text, let token = found["SessionToken"]?.text,
            !accessKey.isEmpty
        else { throw .unavailable("AWS STS answered with something that holds no credentials") }
        return AWSCredentials(
            accessKey: accessKey, secretKey: Secret(secret), sessionToken: Secret(token),
            expiration: try CredentialTime.read(found["Expiration"]?.text ?? "", from: "AWS STS"))
    }
}
