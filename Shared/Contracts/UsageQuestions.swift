public import JSON

/// What a call of a model will use at most; the limits are the portal's, and the user is the token's.
public struct UsageQuestion: JSONObject, Equatable {
    /// A name of the caller's for it, 32 hexadecimal digits in lower case: asked twice with it, it is reserved once.
    public var id: String
    /// Tokens read and written.
    public var tokens: Int
    /// Millionths of a US dollar.
    public var costMicroUSD: Int
    /// After how long its permit is free again.
    public var leaseSeconds: Int

    /// Creates a question; rules are checked where it arrives.
    public init(id: String, tokens: Int, costMicroUSD: Int, leaseSeconds: Int) {
        self.id = id
        self.tokens = tokens
        self.costMicroUSD = costMicroUSD
        self.leaseSeconds = leaseSeconds
    }

    /// Its members and their rules.
    public static let json = Object(
        "UsageQuestion", { UsageQuestion(id: $0, tokens: $1, costMicroUSD: $2, leaseSeconds: $3) }, Field("id", \.id, SessionRules.id),
        Field("tokens", \.tokens, .range(1...1_000_000)), Field("cost_micro_usd", \.costMicroUSD, .range(0...1_000_000_000)),
        Field("lease_seconds", \.leaseSeconds, .range(1...600)))
}

/// What a call has really used.
public struct UsageSettlement: JSONObject, Equatable {
    /// The reservation's name.
    public var id: String
    /// Tokens read and written.
    public var tokens: Int
    /// Millionths of a US dollar.
    public var costMicroUSD: Int

    /// Creates a settlement; rules are checked where it arrives.
    public init(id: String, tokens: Int, costMicroUSD: Int) {
        self.id = id
        self.tokens = tokens
        self.costMicroUSD = costMicroUSD
    }

    /// Its members and their rules.
    public static let json = Object(
        "UsageSettlement", { UsageSettlement(id: $0, tokens: $1, costMicroUSD: $2) }, Field("id", \.id, SessionRules.id),
        Field("tokens", \.tokens, .range(0...10_000_000)), Field("cost_micro_usd", \.costMicroUSD, .range(0...10_000_000_000)))
}

/// Nothing to say but who asks, which the token does.
public struct UsageInquiry: JSONObject, Equatable {
    /// Creates an inquiry.
    public init() {}

    /// No members.
    public static let json = Object("UsageInquiry", { UsageInquiry() })
}

/// The name of a kept answer.
public struct AnswerReference: JSONObject, Equatable {
    /// SHA-256 of all that the answer depends on, 64 hexadecimal digits in lower case.
    public var key: String

    /// Creates a reference; rules are checked where it arrives.
    public init(key: String) { self.key = key }

    /// Its member and its rule.
    public static let json = Object("AnswerReference", { AnswerReference(key: $0) }, Field("key", \.key, AnswerRules.key))
}

/// An answer to keep.
public struct AnswerToKeep: JSONObject, Equatable {
    /// Its name, as in `AnswerReference`.
    public var key: String
    /// The answer, at most 64 KiB.
    public var text: String
    /// The model that wrote it.
    public var model: String
    /// How long it is good.
    public var seconds: Int

    /// Creates an answer; rules are checked where it arrives.
    public init(key: String, text: String, model: String, seconds: Int) {
        self.key = key
        self.text = text
        self.model = model
        self.seconds = seconds
    }

    /// Its members and their rules.
    public static let json = Object(
        "AnswerToKeep", { AnswerToKeep(key: $0, text: $1, model: $2, seconds: $3) }, Field("key", \.key, AnswerRules.key),
        Field("text", \.text, AnswerRules.text), Field("model", \.model, .storableText(...256)), Field("seconds", \.seconds, .range(1...2_592_000)))
}

enum AnswerRules {
    /// With line ends; PostgreSQL stores everything but NUL.
    static let text = Rule<String>.length(1...65_536).and(.pattern("^[^\\u0000]*$") { !$0.utf8.contains(0) })
    static let key = Rule<String>.pattern("^[0-9a-f]{64}$") { $0.utf8.count == 64 && $0.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 97 < 6 } }
}
