import JSON

extension ConverseRequest {
    /// The body; the model is in the path.
    var json: JSONFragment {
        var members: [JSONFragment.Member] = [.init("messages", .array(messages.map(\.json)))]
        if !system.isEmpty { members.append(.init("system", .array(system.map { ["text": .string($0)] }))) }
        if inference != InferenceSettings() { members.append(.init("inferenceConfig", inference.json)) }
        if !tools.isEmpty { members.append(.init("toolConfig", toolConfiguration)) }
        if let guardrail { members.append(.init("guardrailConfig", guardrail.json)) }
        if let additionalFields { members.append(.init("additionalModelRequestFields", additionalFields)) }
        return .object(members)
    }

    private var toolConfiguration: JSONFragment {
        var members: [JSONFragment.Member] = [.init("tools", .array(tools.map(\.json)))]
        if let toolChoice { members.append(.init("toolChoice", toolChoice.json)) }
        return .object(members)
    }
}

extension InferenceSettings {
    fileprivate var json: JSONFragment {
        var members: [JSONFragment.Member] = []
        if let maximumTokens { members.append(.init("maxTokens", .int(maximumTokens))) }
        if let temperature { members.append(.init("temperature", .double(temperature))) }
        if let topP { members.append(.init("topP", .double(topP))) }
        if !stopSequences.isEmpty { members.append(.init("stopSequences", .array(stopSequences.map { .string($0) }))) }
        return .object(members)
    }
}

extension ToolSpecification {
    fileprivate var json: JSONFragment {
        var members: [JSONFragment.Member] = [.init("name", .string(name))]
        members.add("description", description)
        members.append(.init("inputSchema", ["json": inputSchema]))
        return ["toolSpec": .object(members)]
    }
}

extension ToolChoice {
    fileprivate var json: JSONFragment {
        switch self {
        case .auto: ["auto": [:]]
        case .any: ["any": [:]]
        case .tool(let name): ["tool": ["name": .string(name)]]
        }
    }
}

extension GuardrailReference {
    fileprivate var json: JSONFragment { ["guardrailIdentifier": .string(id), "guardrailVersion": .string(version)] }
}
