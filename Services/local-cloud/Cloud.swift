import Platform
import Web

/// Everything beside the user pool: services of AWS, who may call them, and what stands around them.
struct Cloud: Sendable {
    /// Who may call.
    var keys: AccessKeys
    /// What answers signed requests, one of each kind.
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
    /// What is removed at the end, as nothing is to be kept; nil where there is a state folder.
    var temporaryFolder: String?

    /// Declares the entrance, which must stand around all else, and the pages.
    func register(on routes: RouteGroup, logger: Logger) {
        routes.use(Entrance(services, keys: keys, faults: faults, clock: clock, logger: logger))
        CredentialsRoutes(keys: keys, token: credentialsToken, lifetime: credentialsLifetime, clock: clock).register(on: routes)
        FaultRoutes(control: faults).register(on: routes)
        TelemetryRoutes(sink: telemetry, clock: clock).register(on: routes)
    }

    /// After the last request. Blocks.
    func close() {
        if let temporaryFolder { Files.removeTree(temporaryFolder) }
    }
}
