public import HTTPClient
public import Platform
public import Reactor
import Synchronization
public import Web

/// What a service is given to build itself from.
public struct ServiceContext: Sendable {
    /// The common settings.
    public let settings: ServiceSettings
    /// The service's logger.
    public let logger: Logger
    /// The loops everything runs on.
    public let group: EventLoopGroup
    /// Calls other servers; one for the process.
    public let httpClient: any HTTPClient
    /// What `/api/ready` asks.
    public let readiness: Readiness
    /// What runs when the last request is answered.
    public let closing: ClosingActions

    /// The application's configuration with what every service has in common.
    public func applicationConfiguration(title: String, summary: String = "") -> ApplicationConfiguration {
        var configuration = ApplicationConfiguration()
        configuration.title = title
        configuration.summary = summary
        configuration.logger = logger
        configuration.trustedHopCount = settings.trustedProxyHops
        configuration.cors = settings.allowedOrigins.isEmpty ? nil : CORSPolicy(allowedOrigins: settings.allowedOrigins)
        configuration.documentation = DocumentationConfiguration(assetDirectory: settings.swaggerDirectory)
        return configuration
    }
}

/// What must be closed when a service ends, run in the opposite order of registration.
public final class ClosingActions: Sendable {
    private let actions = Lock<[@Sendable () async -> Void]>([])

    init() {}

    /// Adds an action; it runs once, after the last request was answered.
    public func add(_ action: @escaping @Sendable () async -> Void) { actions.withLock { $0.append(action) } }

    func run() async {
        let pending = actions.withLock { actions in
            defer { actions = [] }
            return actions
        }
        for action in pending.reversed() { await action() }
    }
}
