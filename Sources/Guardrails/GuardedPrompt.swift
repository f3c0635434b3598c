/// What a user wrote, and what the same user wrote before it in the conversation.
public struct GuardedPrompt: Sendable, Equatable {
    /// What is to be judged.
    public var text: String
    /// Earlier messages of the same user, the oldest first. Judged together with `text`, the last ones of them (`InputRules.window`).
    public var earlier: [String]

    /// A prompt.
    public init(_ text: String, earlier: [String] = []) {
        self.text = text
        self.earlier = earlier
    }
}

/// What the guardrails say of what a user wrote.
public struct InputVerdict: Sendable, Equatable {
    /// The text as a model may read it: no markup, no invisible or control characters, white space in order, personal data replaced. Empty when refused.
    public let text: String
    /// All that was found, the gravest first; bounded.
    public let findings: [Finding]

    /// A verdict.
    public init(text: String, findings: [Finding]) {
        self.text = text
        self.findings = findings
    }

    /// Why the text must not pass; nil when it may.
    public var refusal: Finding? { findings.first { $0.family.response != .clean } }
    /// Whether it was an attempt against the model.
    public var isAttack: Bool { findings.contains { $0.family.response == .attack } }
}
