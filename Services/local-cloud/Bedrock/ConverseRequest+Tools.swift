import JSON

extension ConverseRequest {
    mutating func readTools(_ configuration: RequestDocument) throws(ServiceFault) {
        for tool in try configuration.required("tools").elements(atMost: 256) {
            guard let specification = tool["toolSpec"] else { continue }
            let name = try specification.required("name").text()
            guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(Self.mayBeInName) else {
                throw .constraint("\(specification.path).name", "Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+")
            }
            guard !tools.contains(where: { $0.name == name }) else { throw .validation("The tool name \(name) is used more than once in the toolConfig.") }
            let schema = try specification.required("inputSchema").required("json").object().value
            guard schema["type"] == "object" else {
                throw .validation("The value at \(specification.path).inputSchema.json.type must be one of the following: object.")
            }
            tools.append(ToolSpecification(name: name, summary: try specification["description"]?.text() ?? "", schema: schema))
        }
        guard !tools.isEmpty else { throw .constraint("toolConfig.tools", "Member must have length greater than or equal to 1") }
        if let choice = configuration["toolChoice"] { toolChoice = try Self.choice(try choice.object()) }
        if case .tool(let name) = toolChoice, !tools.contains(where: { $0.name == name }) {
            throw .validation("The tool \(name) in toolConfig.toolChoice is not among the tools of the toolConfig.")
        }
    }

    private static func choice(_ choice: RequestDocument) throws(ServiceFault) -> ToolChoice {
        if let tool = choice["tool"] { return .tool(try tool.required("name").text()) }
        return choice["any"] == nil ? .automatic : .any
    }

    /// Tool blocks need a configuration, and results answer the calls of the turn before.
    func checkTools() throws(ServiceFault) {
        for (index, message) in messages.enumerated() {
            let results = message.content.filter { if case .toolResult = $0 { true } else { false } }
            let usesTools = message.content.contains { if case .toolUse = $0 { true } else { false } }
            guard usesTools || !results.isEmpty else { continue }
            if tools.isEmpty { throw .validation("The toolConfig field must be defined when using toolUse and toolResult content blocks.") }
            if results.isEmpty { continue }
            let calls: [String] = index == 0 ? [] : messages[index - 1].content.compactMap { if case .toolUse(let id, _, _) = $0 { id } else { nil } }
            if results.count > calls.count {
                throw .validation("The number of toolResult blocks at messages.\(index).content exceeds the number of toolUse blocks of previous turn.")
            }
            for case .toolResult(let id, _, _) in results where !calls.contains(where: { $0 == id }) {
                throw .validation("The toolUseId \(id) at messages.\(index).content matches no toolUse block of previous turn.")
            }
        }
    }

    /// Letters, digits, `_` and `-`.
    private static func mayBeInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
