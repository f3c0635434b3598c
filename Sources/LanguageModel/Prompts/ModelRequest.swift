public import Guardrails

/// What a service asks a model, for whom and what for.
public struct ModelRequest: Sendable {
    /// Such as `vocabulary`: a constant of the program, as metrics are kept for each.
    public var purpose: String
    /// For whom.
    public var caller: ModelCaller
    /// The request of ours that it belongs to.
    public var requestID: String
    /// What the model is told beforehand.
    public var prompt: SystemPrompt
    /// The message, in parts.
    public var content: [PromptPart]
    /// The conversation before it, the oldest turn first. More than the policy allows is left away, the oldest first.
    public var earlier: [ModelTurn]
    /// The longest answer, in tokens.
    public var maximumTokens: Int
    /// How freely it writes, 0…1; nil as the model has it.
    public var temperature: Double?
    /// Whether the answer may be given again.
    public var caching: Caching
    /// Which language it is expected in; an answer in another one is asked for again.
    public var language: AnswerLanguage

    /// Whether an answer may be given again to the same question.
    public enum Caching: Sendable, Hashable {
        /// Each answer is for once.
        case never
        /// To the same user.
        case perUser
        /// To anybody who asks the same.
        case shared
    }

    /// A question.
    public init(
        purpose: String, caller: ModelCaller, requestID: String, prompt: SystemPrompt, _ content: [PromptPart], earlier: [ModelTurn] = [],
        maximumTokens: Int = 1_000, temperature: Double? = nil, caching: Caching = .never,
        language: AnswerLanguage = .any
    ) {
        precondition(maximumTokens > 0, "an answer has at least one token")
        self.purpose = purpose
        self.caller = caller
        self.requestID = requestID
        self.prompt = prompt
        self.content = content
        self.earlier = earlier
        self.maximumTokens = maximumTokens
        self.temperature = temperature
        self.caching = caching
        self.language = language
    }
}

/// A part of a message: ours, or a user's.
public enum PromptPart: Sendable, Equatable {
    /// Words of the program, which the guardrails do not look at: never anything that came from outside.
    case ours(String)
    /// Words from outside. They are judged, cleaned, and reach the model between the marks of a fence. The name is of small letters and `_`.
    case quoted(String, as: String)

    /// What a user wrote.
    public static func message(_ text: String) -> PromptPart { .quoted(text, as: "message") }
}

/// An earlier turn of a conversation.
public enum ModelTurn: Sendable, Equatable {
    /// What the user wrote.
    case user(String)
    /// What the model answered, as it was shown.
    case model(String)
}
