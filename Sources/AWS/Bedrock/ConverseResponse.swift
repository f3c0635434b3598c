public import JSON

/// What a model answered. Source: Amazon Bedrock API Reference, Converse.
public struct ConverseResponse: Sendable, Equatable {
    /// The model's turn.
    public var message: ConverseMessage
    /// Why it ended there.
    public var stopReason: StopReason
    /// What it cost.
    public var usage: TokenUsage
    /// As the service measured it.
    public var latency: Duration
    /// What only this model says.
    public var additionalFields: JSONFragment?

    /// An answer, for stand-ins.
    public init(message: ConverseMessage, stopReason: StopReason, usage: TokenUsage, latency: Duration, additionalFields: JSONFragment? = nil) {
        self.message = message
        self.stopReason = stopReason
        self.usage = usage
        self.latency = latency
        self.additionalFields = additionalFields
    }

    /// All text in it, joined.
    public var text: String { message.text }
}

/// Why a model stopped; reasons that are not listed here are kept.
public struct StopReason: RawRepresentable, Sendable, Hashable {
    /// As the service writes it.
    public let rawValue: String

    /// Any reason.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It was done.
    public static let endTurn = StopReason(rawValue: "end_turn")
    /// It waits for the results of tools.
    public static let toolUse = StopReason(rawValue: "tool_use")
    /// It was cut off at the longest output.
    public static let maximumTokens = StopReason(rawValue: "max_tokens")
    /// It wrote one of the stop sequences.
    public static let stopSequence = StopReason(rawValue: "stop_sequence")
    /// The guardrail put its own text in place. No error: the text is meant for the user.
    public static let guardrailIntervened = StopReason(rawValue: "guardrail_intervened")
    /// The model's own filter.
    public static let contentFiltered = StopReason(rawValue: "content_filtered")
    /// What it wrote could not be read.
    public static let malformedModelOutput = StopReason(rawValue: "malformed_model_output")
    /// The tool's input could not be read.
    public static let malformedToolUse = StopReason(rawValue: "malformed_tool_use")
    /// Input and output together are longer than the model takes.
    public static let contextWindowExceeded = StopReason(rawValue: "model_context_window_exceeded")
}

/// What an answer cost, in tokens.
public struct TokenUsage: Sendable, Equatable {
    /// Read, without those of the cache.
    public var input: Int
    /// Written.
    public var output: Int
    /// Altogether, as the service sums them.
    public var total: Int
    /// Read from the cache.
    public var cacheRead: Int
    /// Written to the cache.
    public var cacheWritten: Int

    /// Tokens.
    public init(input: Int, output: Int, total: Int, cacheRead: Int = 0, cacheWritten: Int = 0) {
        self.input = input
        self.output = output
        self.total = total
        self.cacheRead = cacheRead
        self.cacheWritten = cacheWritten
    }
}

extension ConverseResponse {
    init(_ answer: JSONFragment) throws(AWSError) {
        guard let message = answer["output"]?["message"], let reason = answer["stopReason"]?.stringValue else {
            throw AWSError(.unexpectedAnswer("Converse answered without message or stopReason"))
        }
        guard let usage = TokenUsage(answer["usage"]), let milliseconds = answer["metrics"]?["latencyMs"]?.intValue else {
            throw AWSError(.unexpectedAnswer("Converse answered without usage or latencyMs"))
        }
        self.init(
            message: try ConverseMessage(message), stopReason: StopReason(rawValue: reason), usage: usage, latency: .milliseconds(milliseconds),
            additionalFields: answer["additionalModelResponseFields"])
    }
}

extension TokenUsage {
    init?(_ usage: JSONFragment?) {
        guard let input = usage?["inputTokens"]?.intValue, let output = usage?["outputTokens"]?.intValue, let total = usage?["totalTokens"]?.intValue else {
            return nil
        }
        self.init(
            input: input, output: output, total: total, cacheRead: usage?["cacheReadInputTokens"]?.intValue ?? 0,
            cacheWritten: usage?["cacheWriteInputTokens"]?.intValue ?? 0)
    }
}
