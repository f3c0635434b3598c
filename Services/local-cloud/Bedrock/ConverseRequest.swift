import AWS
import JSON

/// A request of Converse or ConverseStream. Source: Amazon Bedrock API reference, "Converse".
struct ConverseRequest: Sendable, Equatable {
    var model: BedrockModel
    var messages: [ConverseMessage]
    var system: [String] = []
    /// At least 1; the model's own limit when nil.
    var maximumTokens: Int?
    var temperature: Double?
    var topP: Double?
    var stopSequences: [String] = []
    var tools: [ToolSpecification] = []
    var toolChoice: ToolChoice = .automatic
    var guardrail: GuardrailReference?
    /// The text of the request, for the seed.
    var fingerprint: UInt64 = 0
}

/// One turn of a conversation.
struct ConverseMessage: Sendable, Equatable {
    enum Role: String, Sendable { case user, assistant }
    var role: Role
    var content: [ContentBlock]

    /// The text blocks, joined.
    var text: String {
        content.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
    }
}

/// A piece of a message.
enum ContentBlock: Sendable, Equatable {
    case text(String)
    case toolUse(id: String, name: String, input: JSONFragment)
    case toolResult(id: String, content: [JSONFragment], isError: Bool)
    /// An image, a document and so on: taken, and not looked at.
    case other(kind: String)
}

/// A tool the model may call.
struct ToolSpecification: Sendable, Equatable {
    var name: String
    var summary: String
    /// JSON Schema of its input.
    var schema: JSONFragment
}

/// Whether a tool must be called.
enum ToolChoice: Sendable, Equatable { case automatic, any, tool(String) }

/// A guardrail by its identifier and version.
struct GuardrailReference: Sendable, Equatable {
    var identifier: String
    var version: String
    var wantsTrace = false
}
