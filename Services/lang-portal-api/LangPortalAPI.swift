import Cognito
import DesignSystem
import HTTPCore
import LearnerData
import Ledger
import ModelAccess
import Platform
import Postgres
import ServiceKit
import ServiceKitPostgres
import SignIn
import Web

/// Words, groups, study sessions and progress of each learner.
@main struct LangPortalAPI: Service {
    static let name = "lang-portal-api"
    private let database: DatabaseSettings
    private let cognito: CognitoSettings
    private let signIn: SignInSettings
    private let serviceKeys: ServiceKeySettings
    private let models: ModelSettings
    private let apps: AppSettings

    /// Portal, vocab and writing practice share a database, and haiku has its own: the first has so many hundredths of the application's limits.
    static let modelShare = 60
    static let commands = [ServiceCommand.printPolicy(share: modelShare)]

    init(from environment: inout EnvironmentReader) {
        database = DatabaseSettings(from: &environment)
        cognito = CognitoSettings(from: &environment)
        signIn = SignInSettings(from: &environment, cognito: cognito)
        serviceKeys = ServiceKeySettings(from: &environment)
        models = ModelSettings(from: &environment, share: Self.modelShare)
        apps = AppSettings(of: .langPortal, from: &environment)
    }

    func start(in context: ServiceContext) async throws -> Application {
        // Made of the lexicon now rather than on a loop, when the first learner asks for it.
        _ = StarterVocabulary.json
        let pool = try await database.open(Schema.migrations, in: context)
        let verifier = cognito.makeVerifier(context.httpClient, logger: context.logger)
        var configuration = context.applicationConfiguration(title: "Lang Portal")
        let rateLimits = PostgresRateLimitStore(pool, logger: context.logger)
        configuration.rateLimitStore = rateLimits
        let registry = PostgresSessionRegistry(pool)
        let sessions = try LearnerSessions(signIn, verifier: verifier, registry: registry, rateLimits: rateLimits, in: context)
        let rights = LearnerDataJobs(
            Self.learnerData(pool, rateLimits),
            LearnerDataJobs.Surroundings(
                pool: pool, account: UserPoolAccount(signIn, in: context), registry: registry,
                audit: SecurityAudit(logger: context.logger, key: signIn.auditKey), logger: context.logger))
        let keys = serviceKeys.makeKeys(context.httpClient, logger: context.logger)
        let store = PortalStore(pool: pool)
        let links = apps.links(at: signIn.publicOrigins.first ?? "")
        return Self.application(store, verifier, configuration, context.readiness) { routes in
            AuthRoutes(sessions).register(on: routes)
            DoorRoutes(sessions, product: .langPortal).register(on: routes)
            ProfileRoutes(sessions, product: .langPortal, apps: links, rights: rights).register(on: routes)
            GroupPageRoutes(sessions: sessions, store: store, apps: links).register(on: routes)
            AccountRoutes(rights).register(on: routes.group("/api/v1/lang-portal", alsoAt: ["/api"]))
            rights.register(on: routes)
            routes.provide(keys)
            SessionRegistryRoutes(registry: registry).register(on: routes)
            LedgerRoutes(
                ledger: PostgresUsageLedger(pool, logger: context.logger), cache: PostgresResponseCache(pool, logger: context.logger), policy: models.policy
            ).register(on: routes)
            PolicyRoutes(models.policy).register(on: routes)
        }
    }

    /// What is held about learners, for the service and for tests.
    static func learnerData(_ pool: PostgresPool, _ rateLimits: PostgresRateLimitStore) -> [any LearnerDataHandler] {
        PortalTable.handlers(pool) + [RateLimitData(rateLimits), LedgerData(pool)]
    }

    /// The routes, for the service and for tests.
    static func application(
        _ store: PortalStore, _ verifier: TokenVerifier, _ configuration: ApplicationConfiguration, _ readiness: Readiness,
        _ more: (RouteGroup) -> Void = { _ in }
    ) -> Application {
        Application(configuration) { routes in
            routes.provide(verifier)
            routes.use(PostgresErrorRendering())
            HealthRoutes(readiness: readiness).register(on: &routes)
            ThumbnailRoutes().register(on: routes)
            PortalRoutes(store: store).register(on: routes)
            more(routes)
            // The front door, until the app has a page of its own to show there.
            routes.get("/", options: [.hidden]) { Response(status: 307, fields: [.location: "/profile"]) }
        }
    }
}
