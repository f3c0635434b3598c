import AWS
import HTTPClient
import Platform

/// Where words are spoken and where speech is kept.
///
/// | variable | meaning |
/// |---|---|
/// | `CONTENT_BUCKET` | the bucket; without one every request is spoken anew |
/// | `CONTENT_KMS_KEY_ID` | the key by which the bucket encrypts; without one AWS takes its own, which others who read the bucket cannot use |
struct SpeechSettings: Sendable {
    private let aws: AWSSettings
    private let bucket: String?
    private let keyID: String?

    init(from environment: inout EnvironmentReader) {
        aws = AWSSettings(&environment, services: [.polly, .s3])
        bucket = environment.optionalString("CONTENT_BUCKET", maximumBytes: 63)
        keyID = environment.optionalString("CONTENT_KMS_KEY_ID", maximumBytes: 256)
    }

    func studio(_ client: any HTTPClient, logger: Logger) -> SpeechStudio {
        var surroundings = AWSClient.Surroundings(http: client, credentials: aws.credentials.provider(client: client))
        surroundings.logger = logger
        let store = bucket.map { S3Client(bucket: $0, encryption: .kms(keyID: keyID), client: AWSClient(.s3, aws, surroundings)) }
        return SpeechStudio(polly: PollyClient(AWSClient(.polly, aws, surroundings)), store: store, logger: logger)
    }
}
