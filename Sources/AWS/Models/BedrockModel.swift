public import Encoding
public import JSON

/// A model of Amazon Bedrock, as the shared table `bedrock-models.json` has it: permissions and budgets are made from the same rows.
public struct BedrockModel: JSONObject, Equatable {
    /// What a model makes.
    public enum Kind: String, JSONEnum, CaseIterable {
        /// Text, with the Converse API.
        case text
        /// Images, with InvokeModel.
        case image
    }

    /// Where a model stands in its life. Source: Amazon Bedrock, "Model lifecycle".
    public enum State: String, JSONEnum, CaseIterable {
        /// Offered.
        case active
        /// Works until its end; new applications take its successor.
        case legacy
        /// Requests fail; the id is accepted, and its successor is used.
        case retired
    }

    /// Such as `anthropic.claude-haiku-4-5-20251001-v1:0`.
    public let id: String
    /// What goes into the URL: the id, or that of an inference profile.
    public let invocationID: String
    /// Where it may run; permissions name all of them. Empty for a retired one.
    public let regions: [String]
    /// Such as `claude`.
    public let family: String
    /// What it makes.
    public let kind: Kind
    /// Where it stands.
    public let state: State
    /// The day of its end, where that is known.
    public let endOfLife: CivilDate?
    /// The id to use instead.
    public let successor: String?
    /// The longest input in tokens, where that is known.
    public let contextTokens: Int?
    /// The longest output in tokens, where that is known.
    public let outputTokens: Int?
    /// What it costs; nil for a retired one.
    public let price: BedrockPrice?

    /// How the table writes a row.
    public static let json = Object(
        "BedrockModel",
        {
            Self(
                id: $0, invocationID: $1, regions: $2, family: $3, kind: $4, state: $5, endOfLife: $6, successor: $7, contextTokens: $8, outputTokens: $9,
                price: $10)
        },
        Field("id", \.id), Field("invocation_id", \.invocationID), Field("regions", \.regions), Field("family", \.family), Field("kind", \.kind),
        Field("state", \.state), Field("end_of_life", \.endOfLife), Field("successor", \.successor), Field("context_tokens", \.contextTokens),
        Field("output_tokens", \.outputTokens), Field("price", \.price))
}
