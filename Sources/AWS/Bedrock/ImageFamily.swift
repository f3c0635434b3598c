import Encoding
import JSON

/// Models that are asked for pictures in one way.
public enum ImageFamily: Sendable, CaseIterable {
    /// Stable Diffusion 3 and later, Stable Image Core and Ultra. Source: Amazon Bedrock User Guide, "Stability AI models".
    case stability
    /// Amazon Nova Canvas. Source: Amazon Nova User Guide, "Request and response structure for image generation".
    case novaCanvas
    /// Amazon Titan Image Generator. Source: Amazon Bedrock User Guide, "Amazon Titan Image Generator G1 models".
    case titan

    /// The family of a model's id, with or without a geography before it; nil for others.
    public init?(modelID id: String) {
        let names = id.split(separator: ".", omittingEmptySubsequences: false)
        guard let maker = names.lastIndex(where: { $0 == "stability" || $0 == "amazon" }) else { return nil }
        let name = names[maker...].joined(separator: ".")
        if name.hasPrefix("stability.") {
            self = .stability
        } else if name.hasPrefix("amazon.nova-canvas") {
            self = .novaCanvas
        } else if name.hasPrefix("amazon.titan-image") {
            self = .titan
        } else {
            return nil
        }
    }

    /// What each of them takes.
    private var bounds: (promptCharacters: Int, count: Int, seed: Int) {
        switch self {
        case .stability: (10_000, 1, 4_294_967_294)
        case .novaCanvas: (1_024, 5, 858_993_459)
        case .titan: (512, 5, 2_147_483_646)
        }
    }

    /// Refuses before it is sent what the service would refuse.
    func check(_ request: ImageRequest) throws(AWSError) {
        let bounds = bounds
        try check(request.prompt, "prompt", bounds.promptCharacters)
        if let negative = request.negativePrompt { try check(negative, "negative prompt", bounds.promptCharacters) }
        guard (1...bounds.count).contains(request.count) else {
            throw invalid("this model makes 1 to \(bounds.count) pictures at a time, not \(request.count)")
        }
        if let seed = request.seed, !(0...bounds.seed).contains(seed) { throw invalid("a seed is 0 to \(bounds.seed), not \(seed)") }
    }

    private func check(_ text: String, _ what: String, _ limit: Int) throws(AWSError) {
        guard (1...limit).contains(text.unicodeScalars.count) else {
            throw invalid("the \(what) has 1 to \(limit) characters, not \(text.unicodeScalars.count)")
        }
    }

    func invalid(_ sentence: String) -> AWSError { AWSError(.invalidRequest(sentence)) }

    /// The body of `InvokeModel`.
    func body(of request: ImageRequest) throws(AWSError) -> JSONFragment {
        try check(request)
        return self == .stability ? try stabilityBody(of: request) : try amazonBody(of: request)
    }

    /// Reads the answer; a picture longer than `maximumBytes` is none of these models'.
    func read(_ answer: JSONFragment, maximumBytes: Int = 16 * 1024 * 1024) throws(AWSError) -> ImageAnswer {
        if let reason = try filterReason(in: answer) { return .filtered(reason: reason) }
        guard let encoded = answer["images"]?.arrayValue, !encoded.isEmpty else { throw AWSError(.unexpectedAnswer("InvokeModel answered without images")) }
        var images: [GeneratedImage] = []
        for (place, text) in encoded.enumerated() {
            guard let text = text.stringValue, text.utf8.count / 4 * 3 <= maximumBytes, let bytes = Base64.decode(text), !bytes.isEmpty else {
                throw AWSError(.unexpectedAnswer("InvokeModel answered with an image that is not base64, or of more than \(maximumBytes) bytes"))
            }
            images.append(GeneratedImage(bytes: bytes, seed: answer["seeds"]?[place]?.intValue))
        }
        return .images(images)
    }

    /// Why there is no picture at all.
    private func filterReason(in answer: JSONFragment) throws(AWSError) -> String? {
        if self == .stability { return try stabilityFilterReason(in: answer) }
        // Of several pictures those that passed are there all the same.
        guard let reason = answer["error"]?.stringValue, answer["images"]?.arrayValue?.isEmpty != false else { return nil }
        return reason
    }
}
