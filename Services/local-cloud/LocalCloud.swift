import DesignSystem
import HTTPCore
import Platform
import ServiceKit
import Web

/// The development stand-in for AWS on loopback: a Cognito user pool, and services behind an entrance that verifies signatures.
@main struct LocalCloud: Service {
    static let name = "local-cloud"

    private let settings: LocalCloudSettings
    private let models: ModelSettings

    init(from environment: inout EnvironmentReader) {
        settings = LocalCloudSettings(from: &environment)
        models = ModelSettings(from: &environment)
    }

    func start(in context: ServiceContext) async throws -> Application {
        let workers = BlockingPool(label: "user-pool", threads: 2, queueLimit: 64)
        let pool = try await workers.run { [settings] in try Self.openPool(settings) }
        var cloud = try await workers.run { [settings] in try Cloud.open(settings, mailbox: pool.mailbox) }
        context.closing.add { [cloud] in cloud.close() }
        var configuration = context.applicationConfiguration(title: "local-cloud", summary: "AWS for development.")
        configuration.cors = Self.cors(context.settings.allowedOrigins)
        let speech = SpeechWorker(python: models.python)
        context.closing.add { await speech.stop() }
        cloud.services += [BedrockService(models, client: context.httpClient), PollyService(speech: speech, logger: context.logger)]
        return Self.application(pool, workers, configuration, cloud: cloud) { HealthRoutes(readiness: context.readiness).register(on: &$0) }
    }

    /// The routes, for the service and for tests.
    static func application(
        _ pool: UserPool, _ workers: BlockingPool, _ configuration: ApplicationConfiguration, cloud: Cloud? = nil,
        _ more: (inout RouteGroup) -> Void = { _ in }
    ) -> Application {
        Application(configuration) { routes in
            cloud?.register(on: routes, logger: configuration.logger)
            CognitoRoutes(api: CognitoAPI(pool: pool), workers: workers, logger: configuration.logger).register(on: &routes)
            DiscoveryRoutes(pool).register(on: &routes)
            registerHosted(pool, workers, configuration.logger, on: routes)
            KeyRoutes(pool: pool, workers: workers).register(on: routes)
            MailboxRoutes(mailbox: pool.mailbox).register(on: &routes)
            more(&routes)
        }
    }

    /// The end points of OAuth and the pages of the pool's domain.
    private static func registerHosted(_ pool: UserPool, _ workers: BlockingPool, _ logger: Logger, on routes: RouteGroup) {
        let server = AuthorizationServer(pool), pages = HostedPages(server, workers)
        AuthorizeRoutes(server: server, browser: pages.browser).register(on: routes)
        TokenRoutes(server: server, workers: workers, logger: logger).register(on: routes)
        pages.register(on: routes)
        LogoutRoutes(server: server, workers: workers, browser: pages.browser).register(on: routes)
        HouseAssets().register(on: routes)
    }

    /// Blocks: makes the signing keys at the first start, and hashes the demo learners' passwords.
    static func openPool(_ settings: LocalCloudSettings) throws -> UserPool {
        let store: any UserStore = if let folder = settings.stateFolder { try StateFolder(folder) } else { NoStore() }
        let pool = try UserPool(settings.pool, store: store)
        if settings.hasDemoLearners { try pool.addDemoLearners() }
        return pool
    }

    /// Browsers on the four apps may call, with the fields that the AWS SDK for JavaScript and presigned URLs need.
    static func cors(_ origins: [String]) -> CORSPolicy {
        var policy = CORSPolicy(allowedOrigins: origins.isEmpty ? (3000...3003).map { "http://localhost:\($0)" } : origins)
        policy.allowedFields += ["Content-MD5", "Range", "X-Amz-Server-Side-Encryption", "X-Amz-Server-Side-Encryption-Aws-Kms-Key-Id"]
        policy.allowedFields += ["X-Amz-Target", "X-Amz-User-Agent", "amz-sdk-invocation-id", "amz-sdk-request", .cacheControl]
        policy.exposedFields += ["Content-Range", "ETag", "x-amz-request-id", "x-amzn-ErrorType", "x-amzn-ErrorMessage", "x-amzn-RequestId"]
        return policy
    }
}
