import JSON
import Platform

@testable import local_cloud

/// Requests of Converse in few words, and the model that answers them.
enum ModelFixture {
    static let modelID = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
    static let model = LocalModel(workers: BlockingPool(label: "test-models", threads: 2, queueLimit: 64))

    static func request(_ body: JSONFragment) throws -> local_cloud.ConverseRequest {
        try local_cloud.ConverseRequest(JSON.encode(body), model: try ModelDirectory().model(modelID))
    }

    static func body(_ turns: String..., system: String? = nil, more: [JSONFragment.Member] = []) -> JSONFragment {
        let messages = turns.enumerated().map { index, text in
            JSONFragment.object([.init("role", index % 2 == 0 ? "user" : "assistant"), .init("content", [["text": .string(text)]])])
        }
        let systems = system.map { [JSONFragment.Member("system", [["text": .string($0)]])] } ?? []
        return .object([.init("messages", .array(messages))] + systems + more)
    }

    static func tool(_ schema: JSONFragment, forced: Bool = true) -> JSONFragment.Member {
        let tools: JSONFragment = [["toolSpec": ["name": "answer", "description": "Takes the answer", "inputSchema": ["json": schema]]]]
        return .init("toolConfig", forced ? ["tools": tools, "toolChoice": ["tool": ["name": "answer"]]] : ["tools": tools])
    }

    static func reply(_ body: JSONFragment, _ call: CallSettings = CallSettings()) throws -> ConverseReply { model.answer(try request(body), call) }

    static func text(_ reply: ConverseReply) -> String {
        reply.blocks.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    static func input(_ reply: ConverseReply) -> JSONFragment? {
        reply.blocks.lazy.compactMap { if case .toolUse(_, _, let input) = $0 { input } else { nil } }.first
    }

    /// The schema that a vocabulary app would give.
    static let vocabularySchema: JSONFragment = [
        "type": "object", "required": ["group_name", "words"],
        "properties": [
            "group_name": ["type": "string"],
            "words": [
                "type": "array", "minItems": 4, "maxItems": 4,
                "items": [
                    "type": "object", "required": ["japanese", "romaji", "english"],
                    "properties": ["japanese": ["type": "string"], "romaji": ["type": "string"], "english": ["type": "string"]],
                ],
            ],
        ],
    ]
}
