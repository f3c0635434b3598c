extension CloudServiceKind {
    /// What the service answers to whoever calls too often.
    var throttling: CloudError {
        switch self {
        case .s3: CloudError("SlowDown", "Please reduce your request rate.", status: 503)
        case .secretsManager: CloudError("ThrottlingException", "Rate exceeded", status: 400)
        case .sns: CloudError("Throttling", "Rate exceeded", status: 400)
        case .bedrock: CloudError("ThrottlingException", "Too many requests, please wait before trying again.", status: 429)
        case .polly: CloudError("ThrottlingException", "Rate exceeded", status: 400)
        case .cognito: CloudError("TooManyRequestsException", "Rate exceeded", status: 400)
        }
    }

    /// What the service answers when it fails itself: 500, or 503 when it is away.
    func failure(status: Int) -> CloudError {
        let isAway = status == 503
        let sentence = isAway ? "Service is unable to handle request." : "We encountered an internal error. Please try again."
        let code =
            switch self {
            case .s3, .sns: isAway ? "ServiceUnavailable" : self == .s3 ? "InternalError" : "InternalFailure"
            case .secretsManager: isAway ? "ServiceUnavailableException" : "InternalServiceError"
            case .bedrock: isAway ? "ServiceUnavailableException" : "InternalServerException"
            case .polly: isAway ? "ServiceUnavailableException" : "ServiceFailureException"
            case .cognito: isAway ? "ServiceUnavailableException" : "InternalErrorException"
            }
        return CloudError(code, sentence, status: status)
    }
}
