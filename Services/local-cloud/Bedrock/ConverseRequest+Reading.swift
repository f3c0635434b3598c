import AWS
import JSON

extension ConverseRequest {
    /// Reads a body. What Bedrock refuses is refused with its own sentences.
    init(_ bytes: [UInt8], model: BedrockModel) throws(ServiceFault) {
        guard model.kind == .text else {
            throw .validation("This action doesn't support the model that you provided. Try again with a supported text or chat model.")
        }
        let body = try RequestDocument(bytes)
        self.init(model: model, messages: try Self.messages(try body.required("messages")))
        fingerprint = StableHash.of(String(decoding: bytes, as: UTF8.self), seed: StableHash.of(model.id))
        if let blocks = body["system"] {
            for block in try blocks.elements() { if let text = block["text"] { system.append(try Self.filled(text)) } }
        }
        if let limits = body["inferenceConfig"] { try readLimits(try limits.object()) }
        if let configuration = body["toolConfig"] { try readTools(try configuration.object()) }
        if let reference = body["guardrailConfig"] { guardrail = try Self.guardrail(try reference.object()) }
        try checkTools()
    }

    private static func messages(_ list: RequestDocument) throws(ServiceFault) -> [ConverseMessage] {
        var messages: [ConverseMessage] = []
        for element in try list.elements() {
            let role = try element.object().required("role").oneOf(["user", "assistant"])
            var content: [ContentBlock] = []
            for block in try element.required("content").elements() { content.append(try Self.block(block)) }
            if content.isEmpty {
                throw .validation(
                    "The content field in the Message object at \(element.path) is empty. Add a ContentBlock object to the content field and try again.")
            }
            messages.append(ConverseMessage(role: ConverseMessage.Role(rawValue: role)!, content: content))
        }
        guard messages.first?.role == .user else {
            throw .validation("A conversation must start with a user message. Try again with a conversation that starts with a user message.")
        }
        return messages
    }

    private static func block(_ block: RequestDocument) throws(ServiceFault) -> ContentBlock {
        guard let members = try block.object().value.members?.filter({ $0.value != .null }), members.count == 1 else {
            throw .validation(
                "The ContentBlock object at \(block.path) must set one of the following keys: text, image, toolUse, toolResult, document, video, cachePoint.")
        }
        if let text = block["text"] { return .text(try filled(text)) }
        if let use = block["toolUse"] {
            return .toolUse(id: try use.required("toolUseId").text(), name: try use.required("name").text(), input: use["input"]?.value ?? [:])
        }
        if let result = block["toolResult"] {
            let content = try result.required("content").elements().map { $0["json"]?.value ?? $0["text"]?.value ?? .null }
            return .toolResult(id: try result.required("toolUseId").text(), content: content, isError: result["status"]?.value == "error")
        }
        return .other(kind: members[0].name)
    }

    private static func filled(_ text: RequestDocument) throws(ServiceFault) -> String {
        let found = try text.text()
        guard found.contains(where: { !$0.isWhitespace }) else {
            let place = text.path.split(separator: ".").dropLast().joined(separator: ".")
            throw .validation("The text field in the ContentBlock object at \(place) is blank. Add text to the text field, and try again.")
        }
        return found
    }

    private mutating func readLimits(_ limits: RequestDocument) throws(ServiceFault) {
        maximumTokens = try limits["maxTokens"]?.integer(1...Int.max)
        temperature = try limits["temperature"]?.number(0...1)
        topP = try limits["topP"]?.number(0...1)
        if let wanted = maximumTokens, let limit = model.outputTokens, wanted > limit {
            throw .validation(
                "The maximum tokens you requested exceeds the model limit of \(limit). Try again with a maximum tokens value that is lower than \(limit).")
        }
        if let sequences = limits["stopSequences"] {
            for sequence in try sequences.elements(atMost: 2_500) {
                let text = try sequence.text()
                guard !text.isEmpty else { throw .constraint(sequence.path, "Member must have length greater than or equal to 1") }
                stopSequences.append(text)
            }
        }
    }

    private static func guardrail(_ reference: RequestDocument) throws(ServiceFault) -> GuardrailReference {
        GuardrailReference(
            identifier: try reference.required("guardrailIdentifier").text(), version: try reference.required("guardrailVersion").text(),
            wantsTrace: reference["trace"]?.value == "enabled" || reference["trace"]?.value == "enabled_full")
    }
}
