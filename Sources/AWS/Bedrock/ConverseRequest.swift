public import JSON

/// What a model is asked. Source: Amazon Bedrock API Reference, Converse.
public struct ConverseRequest: Sendable, Equatable {
    /// A model's id, as the table `BedrockModels` has it, that of an inference profile, or an ARN.
    public var model: String
    /// What the model is to keep to.
    public var system: [String]
    /// The conversation so far, beginning with a turn of ours.
    public var messages: [ConverseMessage]
    /// How it writes.
    public var inference: InferenceSettings
    /// What it may use.
    public var tools: [ToolSpecification]
    /// Whether it must use a tool; nil leaves that to the model.
    public var toolChoice: ToolChoice?
    /// What checks input and output.
    public var guardrail: GuardrailReference?
    /// What only this model understands, an object.
    public var additionalFields: JSONFragment?

    /// A request.
    public init(
        model: String, system: [String] = [], messages: [ConverseMessage], inference: InferenceSettings = InferenceSettings(),
        tools: [ToolSpecification] = [], toolChoice: ToolChoice? = nil, guardrail: GuardrailReference? = nil, additionalFields: JSONFragment? = nil
    ) {
        self.model = model
        self.system = system
        self.messages = messages
        self.inference = inference
        self.tools = tools
        self.toolChoice = toolChoice
        self.guardrail = guardrail
        self.additionalFields = additionalFields
    }
}

/// How a model writes; what is nil is as the model has it.
public struct InferenceSettings: Sendable, Equatable {
    /// The longest output, in tokens, at least 1.
    public var maximumTokens: Int?
    /// How freely, 0…1.
    public var temperature: Double?
    /// From which part of the likely tokens, 0…1.
    public var topP: Double?
    /// Texts that end the output; at most 2,500.
    public var stopSequences: [String]

    /// Settings.
    public init(maximumTokens: Int? = nil, temperature: Double? = nil, topP: Double? = nil, stopSequences: [String] = []) {
        self.maximumTokens = maximumTokens
        self.temperature = temperature
        self.topP = topP
        self.stopSequences = stopSequences
    }
}

/// A tool that a model may ask for.
public struct ToolSpecification: Sendable, Equatable {
    /// 1 to 64 letters, digits, `_` and `-`.
    public var name: String
    /// What it does, for the model.
    public var description: String?
    /// The JSON Schema of its input.
    public var inputSchema: JSONFragment

    /// A tool.
    public init(name: String, description: String? = nil, inputSchema: JSONFragment) {
        self.name = name
        self.description = description
        self.inputSchema = inputSchema
    }
}

/// Whether a model uses tools.
public enum ToolChoice: Sendable, Equatable {
    /// As it sees fit.
    case auto
    /// One of them at least.
    case any
    /// This one.
    case tool(String)
}

/// A guardrail of the account.
public struct GuardrailReference: Sendable, Equatable {
    /// Its id or ARN.
    public var id: String
    /// A number, or `DRAFT`.
    public var version: String

    /// A guardrail in a version.
    public init(id: String, version: String) {
        self.id = id
        self.version = version
    }
}
