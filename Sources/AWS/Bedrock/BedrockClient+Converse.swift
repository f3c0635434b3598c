public import HTTPClient
import JSON

extension BedrockClient {
    /// Asks a model and waits for the whole answer.
    ///
    /// - Parameter isIdempotent: whether to try again what may have been carried out already. True by default: an answer written twice costs its tokens
    ///   twice and changes nothing, whereas a learner without an answer asks again anyway.
    /// - Throws: `AWSError`; decide by `serviceError`: `isThrottled`, `isInvalidRequest`, `isAccessDenied`, `isModelNotReady`. That a guardrail
    ///   intervened is no error, but a `stopReason`.
    public func converse(
        _ request: ConverseRequest, isIdempotent: Bool = true, limits: HTTPClientLimits = BedrockClient.textLimits
    ) async throws(AWSError) -> ConverseResponse {
        let model = invocationID(of: request.model)
        let answer = try await client.send(call("converse", model: model, request.json, isIdempotent: isIdempotent, limits: limits))
        return try ConverseResponse(AWSClient.parse(answer.body, of: "Converse"))
    }

    /// Asks a model and returns when its answer begins. What fails until then is tried again as with `converse`, what breaks off later is not.
    ///
    /// - Parameter maximumTextBytes: of the whole answer, tools' inputs included; more ends it with `ConverseStreamError.Cause.tooLong`.
    public func converseStream(
        _ request: ConverseRequest, isIdempotent: Bool = true, maximumTextBytes: Int = ConverseAccumulator.defaultMaximumTextBytes,
        limits: HTTPClientLimits = BedrockClient.streamLimits
    ) async throws(AWSError) -> ConverseStream {
        let model = invocationID(of: request.model)
        let stream = try await client.open(
            call(
                "converse-stream", model: model, request.json, accept: "application/vnd.amazon.eventstream", isIdempotent: isIdempotent, limits: limits))
        return ConverseStream(stream, maximumTextBytes: maximumTextBytes)
    }
}
