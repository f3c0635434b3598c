import AWS

/// What a model is asked, ready but for the model's name.
struct ModelDraft: Sendable {
    private var request: ConverseRequest
    /// The longest answer.
    let maximumTokens: Int
    /// What it will read, as estimated.
    private(set) var inputTokens: Int
    private let tokensPerRequest: Int

    /// The system prompt, the conversation with what users wrote behind a fence, and the tool that takes the answer.
    init(_ question: ModelRequest, _ judged: JudgedRequest, tool: ToolSpecification?, tokensPerRequest: Int) {
        let fence = QuotationFence()
        maximumTokens = question.maximumTokens
        self.tokensPerRequest = tokensPerRequest
        request = ConverseRequest(
            model: "", system: [question.prompt.instructions, fence.note], messages: [],
            inference: InferenceSettings(maximumTokens: question.maximumTokens, temperature: question.temperature), tools: tool.map { [$0] } ?? [],
            toolChoice: tool.map { .tool($0.name) })
        let room = tokensPerRequest - maximumTokens - TokenEstimate.tokens(in: request)
        request.messages = judged.messages(fence, maximumTokens: room)
        inputTokens = TokenEstimate.tokens(in: request)
    }

    /// The request for a model.
    func request(to model: PricedModel) -> ConverseRequest {
        var request = request
        request.model = model.invocationID
        return request
    }

    /// The most that one attempt can take.
    func worst(_ model: PricedModel) -> UsedTokens { model.used(input: inputTokens, output: maximumTokens) }

    /// Goes on with an answer that cannot be used, and what is wrong with it. An answer by a tool goes back as text: its use would want a result.
    ///
    /// The oldest turns make room for it, a question together with its answer.
    ///
    /// - Returns: whether there is room.
    mutating func repair(_ text: String, _ problems: AnswerProblems) -> Bool {
        request.messages += [.assistant(text.isEmpty ? "(nothing)" : text), .user(problems.repairRequest)]
        inputTokens = TokenEstimate.tokens(in: request)
        while inputTokens + maximumTokens > tokensPerRequest, request.messages.count > 3 {
            request.messages.removeFirst(2)
            inputTokens = TokenEstimate.tokens(in: request)
        }
        return inputTokens + maximumTokens <= tokensPerRequest
    }
}
