import Cognito
import Japanese
import JapaneseReading
import LanguageModel
import Ledger
import ModelAccess
import Platform
import ServiceKit
import SignIn
import Web

/// Words on a topic that a learner can trust, and how they sound.
@main struct VocabBackend: Service {
    static let name = "vocab-backend"
    private let cognito: CognitoSettings
    private let serviceKeys: ServiceKeySettings
    private let models: ModelAccess
    private let japanese: JapaneseSettings
    private let speech: SpeechSettings
    private let portal: String
    private let auditKey: Secret<String>

    /// With the portal and writing practice; see `LangPortalAPI.modelShare`.
    static let modelShare = 60
    /// On the page of the documentation, where words are shown too.
    static let summary = "Japanese words on any topic, each verified, and how they sound. \(DictionaryCredit.text)"
    static let commands = [ServiceCommand.printPolicy(share: modelShare), .compilePatterns]

    init(from environment: inout EnvironmentReader) {
        cognito = CognitoSettings(from: &environment)
        serviceKeys = ServiceKeySettings(from: &environment, requiredUnless: "VOCAB_REQUIRE_SERVICE_KEY")
        models = ModelAccess(from: &environment, share: Self.modelShare)
        japanese = JapaneseSettings(from: &environment)
        speech = SpeechSettings(from: &environment)
        portal = environment.url("LANG_PORTAL_URL")
        auditKey = environment.secret("AUDIT_KEY", minimumBytes: 32)
    }

    func start(in context: ServiceContext) async throws -> Application {
        let keys = serviceKeys.makeKeys(context.httpClient, logger: context.logger)
        let calls = PortalCalls(portal, keys: keys, client: context.httpClient)
        // Without its ledger nothing is spent, so that no word is made.
        context.readiness.add("lang-portal", at: portal, context.httpClient)
        let audit = SecurityAudit(logger: context.logger, key: auditKey)
        let configuration = context.applicationConfiguration(title: "Vocab", summary: Self.summary)
        let road = try await models.open(
            ["vocabulary"], for: Self.name, ledger: PortalUsageLedger(calls), cache: PortalResponseCache(calls), hash: audit.hash,
            metrics: configuration.metrics ?? NoMetrics(), in: context)
        let generator = VocabularyGenerator(
            model: road.model, prompt: road.prompts.prompt("vocabulary"),
            verifier: WordVerifier(dictionary: try japanese.dictionary(), reader: try japanese.reader()), logger: context.logger)
        let studio = speech.studio(context.httpClient, logger: context.logger)
        return Self.application(generator, studio, keys, cognito.makeVerifier(context.httpClient, logger: context.logger), configuration, context.readiness)
    }

    /// The routes, for the service and for tests.
    static func application(
        _ generator: VocabularyGenerator, _ studio: SpeechStudio, _ keys: ServiceKeys, _ verifier: TokenVerifier, _ configuration: ApplicationConfiguration,
        _ readiness: Readiness
    ) -> Application {
        Application(configuration) { routes in
            routes.provide(verifier)
            routes.provide(keys)
            HealthRoutes(readiness: readiness).register(on: &routes)
            GeneratorRoutes(generator: generator).register(on: routes)
            SpeechRoutes(studio: studio).register(on: routes)
        }
    }
}
