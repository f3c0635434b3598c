import AWS
import Guardrails
import JSON

/// What is streamed.
enum StreamFormat: Sendable {
    /// Words.
    case text
    /// A list of values, by a tool that takes it.
    case list(ToolSpecification)

    /// A list of so many values of a type, under a name.
    static func list<Element: JSONObject>(of type: Element.Type, named name: String, count: Int) -> StreamFormat {
        let list: JSONFragment = ["type": "array", "items": ToolSchema.schema(of: type), "minItems": .int(count), "maxItems": .int(count)]
        let schema: JSONFragment = ["type": "object", "properties": .object([.init(name, list)]), "required": [.string(name)]]
        return .list(ToolSpecification(name: "answer", description: "Takes the answer.", inputSchema: schema))
    }

    var tool: ToolSpecification? { if case .list(let tool) = self { tool } else { nil } }

    /// Enters the cache's key.
    var name: String { tool.map { "lines of \(JSON.string($0.inputSchema))" } ?? "text" }

    func window(_ judge: any TextJudge, _ expected: ExpectedAnswer) -> any AnswerJudge {
        switch self {
        case .text: judge.window(as: expected)
        case .list: ElementWindow(judge, as: expected)
        }
    }
}
