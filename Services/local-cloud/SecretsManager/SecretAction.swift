/// The actions of Secrets Manager that this stand-in has.
enum SecretAction: String, CaseIterable, Sendable {
    case createSecret = "CreateSecret"
    case getSecretValue = "GetSecretValue"
    case putSecretValue = "PutSecretValue"
    case describeSecret = "DescribeSecret"
    case listSecrets = "ListSecrets"
    case updateSecretVersionStage = "UpdateSecretVersionStage"
    case deleteSecret = "DeleteSecret"
    case restoreSecret = "RestoreSecret"

    /// Reads the value of `X-Amz-Target`: `secretsmanager.GetSecretValue`.
    init?(target: String) {
        guard target.hasPrefix("secretsmanager.") else { return nil }
        self.init(rawValue: String(target.dropFirst("secretsmanager.".count)))
    }
}
