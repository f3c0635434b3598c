/// Somebody else who judges texts beside our own guardrails.
public protocol SecondOpinion: Sendable {
    /// What they say. Never fails, never waits long: `unavailable` leaves the matter to ours.
    func opinion(on text: String, of side: OpinionSide) async -> Opinion
}

/// Who wrote a text.
public enum OpinionSide: String, Sendable {
    /// A user.
    case input
    /// A model.
    case output
}

/// What a second judge says.
public enum Opinion: Sendable, Equatable {
    /// Nothing against it.
    case passes
    /// It must not pass; the name of the rule, such as `contentPolicy.PROMPT_ATTACK`, and whether it is about an attempt against the model.
    case intervenes(rule: String, isAttack: Bool = false)
    /// Nothing, or not in time.
    case unavailable
}
