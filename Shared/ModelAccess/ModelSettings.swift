import AWS
public import LanguageModel
public import Platform
public import TextScan

/// What the environment says about models; every setting has a default, the specification's where it names one.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `TEXT_MODEL`, `TEXT_MODEL_BACKUP` | ids of the table `bedrock-models.json`, also with a geography before them, also retired ones; `none` for no backup | see `ModelPolicy` |
/// | `IMAGE_MODEL`, `IMAGE_MODEL_BACKUP` | the same for pictures | see `ModelPolicy` |
/// | `MODEL_SHARE_PERCENT` | the part of the application's limits that this service's database may use, 1…100; all databases together make 100 | the service's |
/// | `BEDROCK_GUARDRAIL_ID`, `BEDROCK_GUARDRAIL_VERSION` | a guardrail of the account for a second opinion, and its version | none, `DRAFT` |
/// | `ADMIN_TOPIC_ARN` | the SNS topic that hears of alerts | none: they are logged alone |
/// | `PATTERN_CACHE` | a folder of the program's own user that keeps the compiled lists of the guardrails | none: each start compiles for some seconds |
/// | `SYSTEM_PROMPT_PREFIX` | what the names of the system prompts' secrets begin with | `app-dw/prompts/` |
public struct ModelSettings: Sendable {
    /// What is decided.
    public let policy: ModelPolicy
    /// Who hears of alerts.
    public let adminTopic: String?
    /// What the names of the system prompts' secrets begin with.
    public let promptPrefix: String
    /// Where the compiled lists of the guardrails are kept; nil keeps them nowhere.
    public let patternCache: PatternCache?

    /// Reads the settings; problems are gathered in `environment`.
    ///
    /// - Parameter share: the part of the application's limits that this service's database has when the environment names none, in hundredths.
    public init(from environment: inout EnvironmentReader, share: Int) {
        var policy = ModelPolicy()
        policy.text = Self.models(&environment, "TEXT_MODEL", .text, policy.text)
        policy.images = Self.models(&environment, "IMAGE_MODEL", .image, policy.images)
        policy.sharePercent = environment.int("MODEL_SHARE_PERCENT", in: 1...100, default: share)
        let guardrail = environment.optionalString("BEDROCK_GUARDRAIL_ID", maximumBytes: 2_048)
        let version = environment.string("BEDROCK_GUARDRAIL_VERSION", default: "DRAFT", maximumBytes: 8)
        policy.secondOpinion = guardrail.map { ModelPolicy.Opinion(GuardrailReference(id: $0, version: version)) }
        self.policy = policy
        adminTopic = environment.optionalString("ADMIN_TOPIC_ARN", maximumBytes: 2_048)
        patternCache = environment.optionalString("PATTERN_CACHE").map { PatternCache(folder: $0) }
        promptPrefix = environment.string("SYSTEM_PROMPT_PREFIX", default: "app-dw/prompts/", maximumBytes: 256)
    }

    private static func models(
        _ environment: inout EnvironmentReader, _ variable: String, _ kind: BedrockModel.Kind, _ fallback: ModelPolicy.Models
    ) -> ModelPolicy.Models {
        func isOne(_ id: String) -> Bool { BedrockModels.resolve(id)?.model.kind == kind }
        let expected = "the id of a model for \(kind.rawValue) that the table of models knows"
        let primary = environment.value(variable, expected: expected, default: fallback.primary, placeholder: "") { isOne($0) ? $0 : nil }
        let backup: String? = environment.value(
            variable + "_BACKUP", expected: expected + ", or none", default: fallback.backup, placeholder: nil
        ) { text in
            text == "none" ? .some(nil) : isOne(text) ? .some(text) : nil
        }
        return ModelPolicy.Models(primary: primary, backup: backup)
    }
}
