import Encoding
import JSON

/// A block of an answer, as much of it as has arrived.
struct ConverseBlock: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case text
        case toolUse(id: String, name: String)
        case reasoning
    }

    /// The service's number.
    let index: Int
    let kind: Kind
    /// Text, reasoning, or the JSON of a tool's input.
    var text = ""
    var signature = ""
    var redacted: [UInt8] = []
}

extension ConverseBlock {
    /// What it says, once all of it has arrived.
    func content() throws(ConverseStreamError.Cause) -> ConverseContent {
        switch kind {
        case .text: return .text(text)
        case .reasoning: return .other(["reasoningContent": reasoning])
        case .toolUse(let id, let name):
            // A tool without input may come without a piece of it.
            if text.isEmpty { return .toolUse(ToolUse(id: id, name: name, input: .object([]))) }
            guard let input = try? JSON.parse(Array(text.utf8)) else { throw .invalidToolInput(name: name, text: text) }
            return .toolUse(ToolUse(id: id, name: name, input: input))
        }
    }

    private var reasoning: JSONFragment {
        if !redacted.isEmpty { return ["redactedContent": .string(Base64.encode(redacted))] }
        var members: [JSONFragment.Member] = [.init("text", .string(text))]
        if !signature.isEmpty { members.add("signature", signature) }
        return ["reasoningText": .object(members)]
    }
}
