extension AWSServiceError {
    /// The service has too much to do for us: later, or less of it.
    public var isThrottled: Bool { FailureClass(code: code, status: status) == .throttling }

    /// The request cannot be carried out as it is; the message says why.
    public var isInvalidRequest: Bool { Self.invalidRequestCodes.contains(code) }

    /// The signer may not do this; with Bedrock also: the account has no access to the model.
    public var isAccessDenied: Bool { code == "AccessDeniedException" || code == "AccessDenied" }

    /// The model is still being loaded; it was tried again already.
    public var isModelNotReady: Bool { code == "ModelNotReadyException" }

    /// The model took longer than the service lets it.
    public var isModelTimeout: Bool { code == "ModelTimeoutException" }

    /// Those of the services used here: all common ones, and Polly's. Source: the service models of botocore.
    private static let invalidRequestCodes: Set<String> = [
        "ValidationException", "EngineNotSupportedException", "InvalidNextTokenException", "InvalidSampleRateException", "InvalidSsmlException",
        "LanguageNotSupportedException", "LexiconNotFoundException", "MarksNotSupportedForFormatException", "SsmlMarksNotSupportedForTextTypeException",
        "TextLengthExceededException",
    ]
}
