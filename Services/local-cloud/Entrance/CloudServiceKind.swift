import AWS

/// The services of AWS that this program stands in for; the raw value is the signing name.
enum CloudServiceKind: String, Sendable, CaseIterable {
    case s3
    case secretsManager = "secretsmanager"
    case sns
    case bedrock
    case polly
    case cognito = "cognito-idp"

    /// The service that `X-Amz-Target` names, such as `secretsmanager.GetSecretValue`.
    init?(target: String) {
        switch target.prefix(while: { $0 != "." }) {
        case "secretsmanager": self = .secretsManager
        case "AWSCognitoIdentityProviderService": self = .cognito
        default: return nil
        }
    }

    /// How it writes errors.
    var dialect: AWSErrorDialect {
        switch self {
        case .s3: .s3
        case .secretsManager, .cognito: .json
        case .sns: .query
        case .bedrock, .polly: .restJSON
        }
    }

    /// How its requests are signed.
    var variant: SigningVariant { self == .s3 ? .s3 : .standard }

    /// The largest content that is read into memory; S3 reads its own, to the disk.
    var bodyLimitBytes: Int {
        switch self {
        case .s3: 0
        // A secret of 65,536 bytes, in base64 and JSON.
        case .secretsManager, .cognito: 131_072
        // A message of 256 KiB, percent-encoded.
        case .sns: 1_048_576
        // What InvokeModel takes.
        case .bedrock: 25 * 1_048_576
        case .polly: 262_144
        }
    }

    /// What people call it.
    var title: String {
        switch self {
        case .s3: "S3"
        case .secretsManager: "Secrets Manager"
        case .sns: "SNS"
        case .bedrock: "Bedrock runtime"
        case .polly: "Polly"
        case .cognito: "Cognito user pools"
        }
    }
}
