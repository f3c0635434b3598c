/// What came of a question.
public struct ModelAnswer<Value: Sendable>: Sendable {
    /// The answer, as it passed the guardrails.
    public let value: Value
    /// The model that wrote it.
    public let model: String
    /// The version of the system prompt it was written under.
    public let promptVersion: String
    /// Whether it was written earlier.
    public let isCached: Bool
    /// Whether it is older than kept answers usually are, as no model answers now. Tell the user.
    public let isStale: Bool
    /// Whether the model had more to say than it was allowed to.
    public let isCut: Bool
    /// What it took.
    public let usage: UsedTokens
}

extension ModelAnswer: Equatable where Value: Equatable {}
