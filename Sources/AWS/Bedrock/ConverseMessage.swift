import JSON

/// One turn of a conversation.
public struct ConverseMessage: Sendable, Equatable {
    /// Whose turn it is.
    public enum Role: String, Sendable {
        /// Ours, results of tools included.
        case user
        /// The model's.
        case assistant
    }

    /// Whose turn it is.
    public var role: Role
    /// What is said, in parts.
    public var content: [ConverseContent]

    /// A turn.
    public init(_ role: Role, _ content: [ConverseContent]) {
        self.role = role
        self.content = content
    }

    /// Text of ours.
    public static func user(_ text: String) -> ConverseMessage { ConverseMessage(.user, [.text(text)]) }

    /// Text of the model's, from earlier on or to make it begin so.
    public static func assistant(_ text: String) -> ConverseMessage { ConverseMessage(.assistant, [.text(text)]) }

    /// All text in it, joined.
    public var text: String {
        content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// The tools it wants to be used.
    public var toolUses: [ToolUse] {
        content.compactMap { if case .toolUse(let use) = $0 { use } else { nil } }
    }
}

extension ConverseMessage {
    var json: JSONFragment { ["role": .string(role.rawValue), "content": .array(content.map(\.json))] }

    init(_ message: JSONFragment) throws(AWSError) {
        guard let role = message["role"]?.stringValue.flatMap(Role.init(rawValue:)), let content = message["content"]?.arrayValue else {
            throw AWSError(.unexpectedAnswer("Converse answered with a message without role or content"))
        }
        self.init(role, content.map { ConverseContent($0) })
    }
}
