public import Encoding
public import JSON

/// What a model costs on demand, in the region or profile of its invocation id.
public struct BedrockPrice: JSONObject, Equatable {
    /// For a million tokens read; nil for images.
    public let inputPerMillionTokens: Decimal?
    /// For a million tokens written; nil for images.
    public let outputPerMillionTokens: Decimal?
    /// For one image of the usual size and quality; nil for text.
    public let perImage: Decimal?
    /// Always `USD` so far.
    public let currency: String
    /// Where the price was read.
    public let source: String
    /// When it was read.
    public let date: CivilDate
    /// False for a price whose source does not lead back to AWS's own price list.
    public let isVerified: Bool

    /// How the table writes a price.
    public static let json = Object(
        "BedrockPrice",
        {
            Self(inputPerMillionTokens: $0, outputPerMillionTokens: $1, perImage: $2, currency: $3, source: $4, date: $5, isVerified: $6)
        },
        Field("input_per_million_tokens", \.inputPerMillionTokens), Field("output_per_million_tokens", \.outputPerMillionTokens),
        Field("per_image", \.perImage), Field("currency", \.currency), Field("source", \.source), Field("date", \.date), Field("is_verified", \.isVerified))
}
