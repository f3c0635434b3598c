import AWS

/// Which model a request means, and whether it may have it.
struct ModelDirectory: Sendable {
    /// Whether models that were retired answer all the same, so that what they spoke can be tried.
    var answersRetired = false

    private static let providers = ["ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "meta", "mistral", "openai", "qwen", "stability", "writer"]

    /// The model of an id, an inference profile's id, or an ARN of one of both.
    func model(_ identifier: String) throws(ServiceFault) -> BedrockModel {
        let id = Self.idInARN(identifier) ?? identifier
        guard let model = BedrockModels.model(id) else { throw Self.unknown(id, isARN: id != identifier) }
        if model.state == .retired {
            if answersRetired { return model }
            throw .notFound("This model version has reached the end of its life. Please refer to the AWS documentation for more details.")
        }
        // Newer models run through inference profiles alone.
        if id == model.id, model.invocationID != model.id {
            throw .validation(
                "Invocation of model ID \(id) with on-demand throughput isn’t supported. "
                    + "Retry your request with the ID or ARN of an inference profile that contains this model.")
        }
        return model
    }

    private static func unknown(_ id: String, isARN: Bool) -> ServiceFault {
        let named = id.split(separator: ".").contains { providers.contains(String($0)) }
        guard named else { return .validation("The provided model identifier is invalid.") }
        return isARN
            ? .notFound("Could not resolve the foundation model from the provided model identifier.")
            : .accessDenied("You don't have access to the model with the specified model ID.")
    }

    /// `arn:aws:bedrock:us-east-1::foundation-model/<id>` and `arn:aws:bedrock:us-east-1:<account>:inference-profile/<id>`.
    private static func idInARN(_ text: String) -> String? {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "bedrock" else { return nil }
        let resource = parts[5].split(separator: "/", maxSplits: 1)
        guard resource.count == 2, ["foundation-model", "inference-profile"].contains(resource[0]) else { return nil }
        return String(resource[1])
    }
}
