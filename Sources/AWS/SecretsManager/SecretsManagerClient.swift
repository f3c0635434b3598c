import Encoding
import JSON
public import Platform

/// One version of a secret.
public struct SecretVersion: Sendable, Equatable {
    /// The version's id.
    public let id: String
    /// `AWSCURRENT`, `AWSPREVIOUS`, `AWSPENDING` or others.
    public let stages: [String]
    /// The text; never logged.
    public let text: Secret<String>
}

/// AWS Secrets Manager: reads secrets.
public struct SecretsManagerClient: Sendable {
    private let client: AWSClient

    /// A client of Secrets Manager.
    public init(_ client: AWSClient) {
        precondition(client.service == .secretsManager, "a client of Secrets Manager")
        self.client = client
    }

    /// The version of a secret that has a stage.
    ///
    /// - Parameters:
    ///   - secret: a name or an ARN.
    ///   - stage: `AWSCURRENT`, or `AWSPREVIOUS` for the one before.
    /// - Throws: `AWSError` with code `ResourceNotFoundException` when there is no such secret, or none with the stage.
    public func version(of secret: String, stage: String = "AWSCURRENT") async throws(AWSError) -> SecretVersion {
        let operation = "GetSecretValue"
        let answer = try await client.call(
            "secretsmanager.\(operation)", [.init("SecretId", .string(secret)), .init("VersionStage", .string(stage))], isIdempotent: true)
        guard case .array(let stages)? = answer["VersionStages"] else { throw AWSError(.unexpectedAnswer("\(operation) answered without VersionStages")) }
        return SecretVersion(
            id: try answer.required("VersionId", of: operation), stages: stages.compactMap(\.stringValue), text: Secret(try Self.text(answer)))
    }

    private static func text(_ answer: JSONFragment) throws(AWSError) -> String {
        if let text = answer["SecretString"]?.stringValue { return text }
        guard let encoded = answer["SecretBinary"]?.stringValue, let bytes = Base64.decode(encoded), let text = String(validating: bytes, as: UTF8.self)
        else { throw AWSError(.unexpectedAnswer("GetSecretValue answered with a secret that is no text")) }
        return text
    }
}
