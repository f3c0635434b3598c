public import AWS
import Guardrails
import Platform

/// A picture that a service wants, for whom and what for.
public struct PictureRequest: Sendable {
    /// Such as `haiku-image`: a constant of the program.
    public var purpose: String
    /// For whom.
    public var caller: ModelCaller
    /// The request of ours that it belongs to.
    public var requestID: String
    /// What is to be seen. Quoted parts are judged and cleaned; models for pictures take descriptions, not instructions, so that there is no fence.
    public var content: [PromptPart]
    /// What is not to be seen; words of the program.
    public var negativePrompt: String?
    /// How large.
    public var size: ImageRequest.Size
    /// The same seed makes the same picture again.
    public var seed: Int?

    /// A picture.
    public init(
        purpose: String, caller: ModelCaller, requestID: String, _ content: [PromptPart], negativePrompt: String? = nil,
        size: ImageRequest.Size = .ratio(width: 1, height: 1), seed: Int? = nil
    ) {
        self.purpose = purpose
        self.caller = caller
        self.requestID = requestID
        self.content = content
        self.negativePrompt = negativePrompt
        self.size = size
        self.seed = seed
    }
}

/// A picture, and who made it.
public struct Picture: Sendable, Equatable {
    /// The file and its seed.
    public let image: GeneratedImage
    /// The model.
    public let model: String
    /// What it cost.
    public let usage: UsedTokens
}

extension LanguageModel {
    /// Asks for a picture: the same road, at a price for each.
    public func image(_ request: PictureRequest) async throws(ModelError) -> Picture {
        var call = CallRecord(
            purpose: request.purpose, requestID: request.requestID, caller: request.caller, prompt: nil, startedAt: surroundings.clock.uptime())
        do throws(ModelError) {
            let picture = try await picture(request, &call)
            finish(call, error: nil)
            return picture
        } catch {
            finish(call, error: error)
            throw error
        }
    }

    private func picture(_ request: PictureRequest, _ call: inout CallRecord) async throws(ModelError) -> Picture {
        let judged = try await judge(request.content, earlier: [], of: request.caller, &call)
        let wanted = ImageRequest(
            prompt: judged.content.map(\.plainText).joined(separator: " "), negativePrompt: request.negativePrompt, size: request.size, seed: request.seed)
        let dearest = imageModels.map { $0.cost(images: 1) }.max() ?? 0
        let need = CallNeed(tokens: 1, costMicroUSD: dearest + opinionCost(of: policy.prompt.maximumCharacters), deadline: policy.deadlines.image)
        return try await reserving(need, &call) { (call) async throws(ModelError) -> Picture in
            try await askSecond(request.content.quotedText, of: .input, &call)
            return try await paint(wanted, &call)
        }
    }

    /// A picture takes long and costs as much as thousands of tokens: one that may be there already is not asked of the same model again.
    private func paint(_ wanted: ImageRequest, _ call: inout CallRecord) async throws(ModelError) -> Picture {
        let endpoint = surroundings.endpoint, timeLeft = timeLeft(of: policy.deadlines.image, call)
        let price = { (model: PricedModel) in UsedTokens(input: 0, output: 0, costMicroUSD: model.cost(images: 1)) }
        let (answer, model) = try await route(imageModels, isRepeatable: false, timeLeft, price, &call) {
            (model, timeLimit) async throws(EndpointError) in
            try await endpoint.images(wanted, model: model.invocationID, timeLimit: timeLimit)
        }
        // Also one that was held back: rather too much is counted than too little.
        call.take(price(model))
        guard case .images(let images) = answer, let image = images.first else {
            let finding = Finding(.secondOpinion, rule: "bedrock.image_filter")
            call.add([finding])
            throw .answerRefused(finding)
        }
        return Picture(image: image, model: model.id, usage: call.usage)
    }
}

extension PromptPart {
    fileprivate var plainText: String {
        switch self {
        case .ours(let text), .quoted(let text, _): text
        }
    }
}
