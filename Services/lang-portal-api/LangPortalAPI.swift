import Cognito
import HTTPCore
import Platform
import ServiceKit
import ServiceKitPostgres
import Web

/// Words, groups, study sessions and progress of each learner.
@main struct LangPortalAPI: Service {
    static let name = "lang-portal-api"
    private let database: DatabaseSettings
    private let cognito: CognitoSettings

    init(from environment: inout EnvironmentReader) {
        database = DatabaseSettings(from: &environment)
        cognito = CognitoSettings(from: &environment)
    }

    func start(in context: ServiceContext) async throws -> Application {
        let store = PortalStore(pool: try await database.open(Schema.migrations, in: context))
        let verifier = cognito.makeVerifier(context.httpClient, logger: context.logger)
        return Self.application(store, verifier, context.applicationConfiguration(title: "Lang Portal"), context.readiness)
    }

    /// The routes, for the service and for tests.
    static func application(
        _ store: PortalStore, _ verifier: TokenVerifier, _ configuration: ApplicationConfiguration, _ readiness: Readiness
    ) -> Application {
        Application(configuration) { routes in
            routes.provide(verifier)
            routes.use(PostgresErrorRendering())
            HealthRoutes(readiness: readiness).register(on: &routes)
            ThumbnailRoutes().register(on: routes)
            PortalRoutes(store: store).register(on: routes)
            // The front door, until the app has a page of its own to show there.
            routes.get("/", options: [.hidden]) { Response(status: 307, fields: [.location: "/docs"]) }
        }
    }
}
