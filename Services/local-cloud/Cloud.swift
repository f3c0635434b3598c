import Crypto
import Encoding
import Platform
import Web

/// Everything beside the user pool: services of AWS, who may call them, and what stands around them.
struct Cloud: Sendable {
    /// Who may call.
    var keys: AccessKeys
    /// What answers signed requests.
    var services: [any CloudService]
    /// What goes wrong on demand.
    var faults = FaultControl()
    /// Takes what services export.
    var telemetry = TelemetrySink()
    /// What `/credentials` wants to see.
    var credentialsToken: Secret<String>
    /// How long its keys are good.
    var credentialsLifetime: Duration
    var clock: any WallClock = SystemClock()

    /// Opens what the settings say. Blocks.
    static func open(_ settings: LocalCloudSettings) throws -> Cloud {
        let pair = try settings.accessKey ?? settings.stateFolder.map { (folder) throws(StateError) in try AccessKeyFile.pair(in: folder) }
        return Cloud(
            keys: AccessKeys(pair ?? AccessKeys.makePair()), services: try services(settings),
            credentialsToken: settings.credentialsToken ?? Secret(Base64.encode(SecureRandom.bytes(24))), credentialsLifetime: settings.credentialsLifetime)
    }

    /// The services behind the entrance, one of each kind. Blocks.
    static func services(_ settings: LocalCloudSettings) throws -> [any CloudService] { [] }

    /// Declares the entrance, which must stand around all else, and the pages.
    func register(on routes: RouteGroup, logger: Logger) {
        routes.use(Entrance(services, keys: keys, faults: faults, clock: clock, logger: logger))
        CredentialsRoutes(keys: keys, token: credentialsToken, lifetime: credentialsLifetime, clock: clock).register(on: routes)
        FaultRoutes(control: faults).register(on: routes)
        TelemetryRoutes(sink: telemetry, clock: clock).register(on: routes)
    }
}
