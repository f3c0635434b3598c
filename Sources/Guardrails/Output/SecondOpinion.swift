/// Somebody else who judges texts, asked after our own rules have let one pass. When it fails, our own verdict holds.
public protocol SecondOpinion: Sendable {
    /// What it finds; nothing when the text may pass.
    nonisolated(nonsending) func findings(in text: String, from source: TextSource) async throws -> [Finding]
}

/// Who wrote a text.
public enum TextSource: String, Sendable, Hashable {
    /// A user, for a model.
    case user = "INPUT"
    /// A model, for a user.
    case model = "OUTPUT"
}
