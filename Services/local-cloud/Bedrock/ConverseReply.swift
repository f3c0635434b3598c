import JSON

/// What a model said.
struct ConverseReply: Sendable, Equatable {
    enum Block: Sendable, Equatable {
        case text(String)
        case toolUse(id: String, name: String, input: JSONFragment)
    }

    enum StopReason: String, Sendable {
        case endTurn = "end_turn"
        case toolUse = "tool_use"
        case maximumTokens = "max_tokens"
        case stopSequence = "stop_sequence"
        case guardrail = "guardrail_intervened"
        case contentFiltered = "content_filtered"
    }

    var blocks: [Block]
    var stopReason: StopReason
    var usage = TokenUsage()
}

/// How many tokens a call took.
struct TokenUsage: Sendable, Equatable {
    var input = 0
    var output = 0

    var json: JSONFragment { ["inputTokens": .int(input), "outputTokens": .int(output), "totalTokens": .int(input + output)] }
}

extension ConverseReply {
    /// The body of Converse's answer.
    func json(latencyMilliseconds: Int) -> JSONFragment {
        [
            "metrics": ["latencyMs": .int(latencyMilliseconds)],
            "output": ["message": ["content": .array(blocks.map(\.json)), "role": "assistant"]],
            "stopReason": .string(stopReason.rawValue),
            "usage": usage.json,
        ]
    }
}

extension ConverseReply.Block {
    fileprivate var json: JSONFragment {
        switch self {
        case .text(let text): ["text": .string(text)]
        case .toolUse(let id, let name, let input): ["toolUse": ["input": input, "name": .string(name), "toolUseId": .string(id)]]
        }
    }
}
