import AWS
import Guardrails
public import LanguageModel
public import Platform
public import ServiceKit
import TextScan

/// What a service needs to ask models: its settings, and Amazon's.
///
/// ```swift
/// init(from environment: inout EnvironmentReader) { models = ModelAccess(from: &environment, share: 60) }
/// func start(in context: ServiceContext) async throws -> Application {
///     let road = try await models.open(["vocabulary"], for: Self.name, ledger: ledger, cache: cache, hash: audit.hash, metrics: metrics, in: context)
///     …
/// }
/// ```
public struct ModelAccess: Sendable {
    /// What is decided.
    public let settings: ModelSettings
    private let aws: AWSSettings

    /// The open road: the gateway, and the prompts that were read for it.
    public struct Road: Sendable {
        /// Asks models.
        public let model: LanguageModel
        /// What they are told.
        public let prompts: SystemPrompts
    }

    /// Reads the settings; problems are gathered in `environment`.
    ///
    /// - Parameter share: as for `ModelSettings`.
    public init(from environment: inout EnvironmentReader, share: Int) {
        settings = ModelSettings(from: &environment, share: share)
        aws = AWSSettings(&environment, services: [.bedrockRuntime, .secretsManager, .sns])
    }

    /// Compiles the guardrails, reads the prompts and opens the road; once, at start-up.
    ///
    /// - Parameters:
    ///   - names: the system prompts that the service works with.
    ///   - service: its name in messages.
    ///   - hash: what stands for a person or a text in the log, `SecurityAudit.hash`.
    /// - Throws: `SystemPromptError` for prompts that are not there, `ModelPolicyError` for models without a price, and what the lists of the guardrails say.
    public func open(
        _ names: [String], for service: String, ledger: any UsageLedger, cache: any ResponseCache, hash: @escaping @Sendable (String) -> String,
        metrics: any Metrics, in context: ServiceContext
    ) async throws -> Road {
        var client = AWSClient.Surroundings(http: context.httpClient, credentials: aws.credentials.provider(client: context.httpClient))
        client.logger = context.logger
        let secrets = SecretsManagerClient(AWSClient(.secretsManager, aws, client))
        let prompts = try await SystemPrompts(names, from: secrets, prefix: settings.promptPrefix)
        var surroundings = LanguageModel.Surroundings(
            endpoint: BedrockEndpoint(aws, client), guardrails: try await compiled(), ledger: ledger, hash: hash)
        surroundings.cache = cache
        surroundings.metrics = metrics
        surroundings.logger = context.logger
        surroundings.secondOpinion = BedrockSecondOpinion(settings.policy, aws, client)
        if let topic = settings.adminTopic {
            surroundings.alerts = AdminTopic(
                topic, SNSClient(AWSClient(.sns, aws, client)), service: service, interval: settings.policy.alerts.interval,
                logger: context.logger)
        }
        return Road(model: try LanguageModel(settings.policy, surroundings), prompts: prompts)
    }

    /// Away from the loops: without a cache it computes for some seconds.
    @concurrent private func compiled() async throws -> Guardrails { try Guardrails(cache: settings.patternCache) }
}

extension ServiceCommand {
    /// `--compile-patterns`: fills the folder of `PATTERN_CACHE`, so that the program starts in milliseconds. For images, by the user that runs the program.
    public static let compilePatterns = ServiceCommand("--compile-patterns", "compile the guardrails' lists into the folder of PATTERN_CACHE, and leave") {
        environment in
        guard let folder = environment.optionalString("PATTERN_CACHE") else {
            environment.report("PATTERN_CACHE", expected: "a folder that exists")
            return ""
        }
        do throws(GuardrailsError) {
            _ = try Guardrails(cache: PatternCache(folder: folder))
            return "compiled into \(folder)"
        } catch {
            environment.report("PATTERN_CACHE", expected: "lists that compile: \(error)")
            return ""
        }
    }
}
