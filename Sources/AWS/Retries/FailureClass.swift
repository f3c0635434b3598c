/// What kind of failure an answer is.
public enum FailureClass: Sendable, Equatable {
    /// The service has too much to do and has not begun: try again, later than otherwise.
    case throttling
    /// Something broke that may work the next time.
    case transient
    /// Trying again cannot help: validation, permission, a missing thing.
    case permanent
}

extension FailureClass {
    /// Judges an error of a service by its code, and by its status where the code says nothing.
    ///
    /// Source: botocore's standard retry mode. 429 is throttling whatever the code is, which goes beyond botocore for codes that a model names
    /// without marking them, such as `Throttled` of SNS.
    public init(code: String, status: Int) {
        self =
            if Self.throttlingCodes.contains(code) {
                .throttling
            } else if Self.markedCodes.contains(code) {
                .transient
            } else if status == 429 {
                .throttling
            } else if Self.transientCodes.contains(code) || [500, 502, 503, 504].contains(status) {
                .transient
            } else {
                .permanent
            }
    }

    /// botocore's `_THROTTLED_ERROR_CODES`.
    static let throttlingCodes: Set<String> = [
        "BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException",
        "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException",
        "TooManyRequestsException", "TransactionInProgressException",
    ]

    /// botocore's `_TRANSIENT_ERROR_CODES`, without the one that is throttling too.
    static let transientCodes: Set<String> = ["RequestTimeout", "RequestTimeoutException"]

    /// What the models of the services used here mark as worth another try, or botocore does for one service: Bedrock's and that of STS.
    static let markedCodes: Set<String> = ["IDPCommunicationError", "ModelNotReadyException"]
}
