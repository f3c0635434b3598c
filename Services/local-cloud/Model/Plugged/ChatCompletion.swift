import JSON

/// Converse in the words of OpenAI's chat completions, and back. Source: OpenAI API reference, "Create chat completion".
enum ChatCompletion {
    /// What is asked.
    ///
    /// - Throws: `ValidationException` for content that is no text: left out silently, something else would be asked than was meant.
    static func body(_ request: ConverseRequest, name: String, streams: Bool) throws(ServiceFault) -> JSONFragment {
        var messages = request.system.map { JSONFragment.object([.init("role", "system"), .init("content", .string($0))]) }
        for message in request.messages { messages += try Self.messages(message) }
        var members: [JSONFragment.Member] = [.init("model", .string(name)), .init("messages", .array(messages))]
        if let limit = request.maximumTokens { members.append(.init("max_tokens", .int(limit))) }
        if let temperature = request.temperature { members.append(.init("temperature", .double(temperature))) }
        if let topP = request.topP { members.append(.init("top_p", .double(topP))) }
        if !request.stopSequences.isEmpty { members.append(.init("stop", .array(request.stopSequences.map { .string($0) }))) }
        if !request.tools.isEmpty { members += [.init("tools", .array(request.tools.map(tool))), .init("tool_choice", choice(request.toolChoice))] }
        if streams { members += [.init("stream", true), .init("stream_options", ["include_usage": true])] }
        return .object(members)
    }

    private static func choice(_ choice: ToolChoice) -> JSONFragment {
        switch choice {
        case .automatic: "auto"
        case .any: "required"
        case .tool(let name): ["type": "function", "function": ["name": .string(name)]]
        }
    }

    private static func tool(_ tool: ToolSpecification) -> JSONFragment {
        ["type": "function", "function": ["name": .string(tool.name), "description": .string(tool.summary), "parameters": tool.schema]]
    }

    /// Kinds of content that tell the model nothing.
    private static let silentKinds: Set = ["cachePoint"]

    /// A message, and one more for each result of a tool, before it.
    private static func messages(_ message: ConverseMessage) throws(ServiceFault) -> [JSONFragment] {
        var results: [JSONFragment] = [], calls: [JSONFragment] = []
        for block in message.content {
            switch block {
            case .toolResult(let id, let content, let isError):
                let text = content.map { $0.stringValue ?? JSON.string($0) }.joined(separator: "\n")
                results.append(["role": "tool", "tool_call_id": .string(id), "content": .string(isError ? "Error: \(text)" : text)])
            case .toolUse(let id, let name, let input):
                calls.append(["id": .string(id), "type": "function", "function": ["name": .string(name), "arguments": .string(JSON.string(input))]])
            case .other(let kind) where !silentKinds.contains(kind):
                throw .validation("The local model at LOCAL_MODEL_URL is asked in text alone; leave the \(kind) block out.")
            case .text, .other: break
            }
        }
        guard !message.text.isEmpty || !calls.isEmpty else { return results }
        var members: [JSONFragment.Member] = [.init("role", .string(message.role.rawValue)), .init("content", .string(message.text))]
        if !calls.isEmpty { members.append(.init("tool_calls", .array(calls))) }
        return results + [.object(members)]
    }

    /// What was answered, whole.
    ///
    /// - Parameter inputTokens: what is told where the server does not count.
    /// - Throws: `ModelErrorException` for what is no completion.
    static func reply(_ bytes: [UInt8], inputTokens: Int) throws(ServiceFault) -> ConverseReply {
        let body = try? JSON.parse(bytes)
        if let reason = body.flatMap(ServiceFault.pluggedReason) { throw .modelError("The local model failed: \(reason.prefix(500))") }
        guard let body, let choice = body["choices"]?[0], let message = choice["message"], message.members != nil else {
            throw .modelError("The local model's answer is no chat completion; does LOCAL_MODEL_URL lead to a server that speaks them?")
        }
        var blocks: [ConverseReply.Block] = []
        if let text = text(message) { blocks.append(.text(text)) }
        for call in message["tool_calls"]?.arrayValue ?? [] { blocks.append(try use(call, number: blocks.count)) }
        var reply = ConverseReply(blocks: blocks, stopReason: reason(choice["finish_reason"]?.stringValue))
        reply.usage = usage(body["usage"]) ?? TokenUsage(input: inputTokens, output: reply.countedTokens)
        return reply
    }

    private static func use(_ call: JSONFragment, number: Int) throws(ServiceFault) -> ConverseReply.Block {
        guard let name = call["function"]?["name"]?.stringValue, !name.isEmpty else { throw .modelError("The local model called a tool without a name.") }
        // A tool that takes nothing is called with nothing by some.
        let text = call["function"]?["arguments"]?.stringValue?.trimmed ?? ""
        guard let input = text.isEmpty ? [:] : try? JSON.parse(Array(text.utf8)), input.members != nil else {
            throw .modelError("The local model called the tool \(name) with an input that is no JSON object.")
        }
        return .toolUse(id: call["id"]?.stringValue ?? "tooluse_\(number)", name: name, input: input)
    }

    /// The text of a message or of a piece of one; a refusal is a text too.
    static func text(_ message: JSONFragment?) -> String? {
        [message?["content"]?.stringValue, message?["refusal"]?.stringValue].compactMap(\.self).first { !$0.isEmpty }
    }

    static func reason(_ name: String?) -> ConverseReply.StopReason {
        switch name {
        case "length": .maximumTokens
        case "tool_calls", "function_call": .toolUse
        case "content_filter": .contentFiltered
        default: .endTurn
        }
    }

    /// Nil where the server does not count.
    static func usage(_ usage: JSONFragment?) -> TokenUsage? {
        guard let input = usage?["prompt_tokens"]?.intValue, let output = usage?["completion_tokens"]?.intValue else { return nil }
        // Within what no model reads or writes, so that sums are numbers whatever the server says.
        let possible = { (count: Int) in min(max(count, 0), 1_000_000_000) }
        return TokenUsage(input: possible(input), output: possible(output))
    }
}

extension ConverseReply {
    /// About as many tokens as a model would have needed.
    fileprivate var countedTokens: Int {
        blocks.reduce(0) { count, block in
            switch block {
            case .text(let text): count + TokenPieces.count(text)
            case .toolUse(_, let name, let input): count + TokenPieces.count(name) + TokenPieces.count(JSON.string(input))
            }
        }
    }
}
