public import JSON

/// What arrives while a model writes. Blocks are numbered in their order. Source: Amazon Bedrock API Reference, ConverseStreamOutput.
public enum ConverseEvent: Sendable, Equatable {
    /// The model's turn begins.
    case messageStart(ConverseMessage.Role)
    /// More text of a block.
    case text(block: Int, String)
    /// A block that wants a tool to be used begins.
    case toolUse(block: Int, id: String, name: String)
    /// More of the tool's input: a piece of JSON text, cut anywhere.
    case toolInput(block: Int, String)
    /// More of a block in which the model reasons.
    case reasoning(block: Int, Reasoning)
    /// A block is whole.
    case blockStop(block: Int)
    /// The model's turn is over.
    case messageStop(StopReason, additionalFields: JSONFragment?)
    /// What it cost; the last event.
    case metadata(TokenUsage, latency: Duration)

    /// A piece of reasoning. It goes back to the model with the results of tools.
    public enum Reasoning: Sendable, Equatable {
        /// Text.
        case text(String)
        /// By which the model knows its own text again.
        case signature(String)
        /// Text that the provider keeps secret.
        case redacted([UInt8])
    }
}
