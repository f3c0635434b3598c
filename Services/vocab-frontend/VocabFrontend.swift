import Cognito
import DesignSystem
import HTTPCore
import Japanese
import Platform
import ServiceKit
import SignIn
import Web

/// Words on any topic, in a browser: generate them, hear them, keep them.
@main struct VocabFrontend: Service {
    static let name = "vocab-frontend"
    private let cognito: CognitoSettings
    private let signIn: SignInSettings
    private let serviceKeys: ServiceKeySettings
    private let backend: String
    private let portal: String
    private let apps: AppSettings

    init(from environment: inout EnvironmentReader) {
        cognito = CognitoSettings(from: &environment)
        signIn = SignInSettings(from: &environment, cognito: cognito)
        serviceKeys = ServiceKeySettings(from: &environment)
        backend = environment.url("VOCAB_BACKEND_URL")
        portal = environment.url("LANG_PORTAL_URL")
        apps = AppSettings(of: .vocab, from: &environment)
    }

    func start(in context: ServiceContext) async throws -> Application {
        // Read once, before the first page rather than during it.
        _ = Lexicon.topics
        let keys = serviceKeys.makeKeys(context.httpClient, logger: context.logger)
        let registry = PortalSessionRegistry(PortalCalls(portal, keys: keys, client: context.httpClient))
        var configuration = context.applicationConfiguration(title: "Vocab")
        let rateLimits = MemoryRateLimitStore()
        configuration.rateLimitStore = rateLimits
        let verifier = cognito.makeVerifier(context.httpClient, logger: context.logger)
        let sessions = try LearnerSessions(signIn, verifier: verifier, registry: registry, rateLimits: rateLimits, in: context)
        for (name, origin) in [("lang-portal", portal), ("vocab-backend", backend)] {
            context.readiness.add(name, at: origin, context.httpClient)
        }
        let calls = BackendCalls(backend, keys: keys, client: context.httpClient, logger: context.logger)
        return Self.application(
            sessions, calls, PortalImport(portal, client: context.httpClient, logger: context.logger),
            apps.links(at: signIn.publicOrigins.first ?? ""), configuration,
            context.readiness)
    }

    /// The routes, for the service and for tests.
    static func application(
        _ sessions: LearnerSessions, _ calls: BackendCalls, _ portal: PortalImport, _ apps: [AppLink], _ configuration: ApplicationConfiguration,
        _ readiness: Readiness
    ) -> Application {
        Application(configuration) { routes in
            HealthRoutes(readiness: readiness).register(on: &routes)
            AuthRoutes(sessions).register(on: routes)
            DoorRoutes(sessions, product: .vocab).register(on: routes)
            VocabPage.registerAssets(on: routes)
            let words = WordSource(calls: calls), sounds = SoundSource(calls: calls)
            PageRoutes(sessions: sessions, words: words, portal: portal, apps: apps).register(on: routes)
            StreamRoutes(sessions: sessions, words: words).register(on: routes)
            SoundRoutes(sessions: sessions, sounds: sounds).register(on: routes)
            DownloadRoutes(sessions: sessions, sounds: sounds).register(on: routes)
            // One account for all applications, and the portal has its page.
            let account = apps[0].href + AccountPaths.own.profile
            routes.get(AccountPaths.own.profile, options: [.hidden]) { Response(status: 307, fields: [.location: account]) }
        }
    }
}
