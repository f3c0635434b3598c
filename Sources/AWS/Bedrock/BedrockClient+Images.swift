public import HTTPClient
import JSON

extension BedrockClient {
    /// Makes pictures.
    ///
    /// - Parameters:
    ///   - model: an id of the table, or any other whose family is given or can be told from it.
    ///   - isIdempotent: whether to try again what may have been carried out already. False by default: a picture takes its time and costs as much as
    ///     thousands of tokens, and who waits has waited long enough.
    /// - Throws: `AWSError` with `.invalidRequest` for what the model cannot do; nothing was sent then.
    public func images(
        _ request: ImageRequest, model: String, family: ImageFamily? = nil, isIdempotent: Bool = false, limits: HTTPClientLimits = BedrockClient.imageLimits
    ) async throws(AWSError) -> ImageAnswer {
        // Who names a family knows the model; the table might put one of another family in its place.
        let id = family == nil ? invocationID(of: model) : model
        guard let family = family ?? ImageFamily(modelID: id) else {
            throw AWSError(.invalidRequest("\(id) is no model for pictures that is known; give its family"))
        }
        let call = call("invoke", model: id, try family.body(of: request), isIdempotent: isIdempotent, limits: limits)
        do throws(AWSError) {
            return try family.read(try AWSClient.parse(try await client.send(call).body, of: "InvokeModel"))
        } catch {
            guard let reason = Self.filterReason(of: error) else { throw error }
            return .filtered(reason: reason)
        }
    }

    /// Amazon's models refuse a prompt as if it were invalid; the message alone tells that it was a filter.
    private static func filterReason(of error: AWSError) -> String? {
        guard let service = error.serviceError, service.isInvalidRequest, service.message.contains("content filter") else { return nil }
        return service.message
    }
}
