import Glibc
import HTTPClient
import HTTPServer
import Platform
import Reactor
import Web

/// The life of a service's process.
struct ServiceRunner<Running: Service> {
    init(_ type: Running.Type) {}

    func run() async -> Never {
        var environment = EnvironmentReader()
        switch ServiceCommand.request(Array(CommandLine.arguments.dropFirst()), among: Running.commands) {
        case .serve: break
        case .run(let command): carryOut(command, &environment)
        case .unknown(let sentence):
            complain("\(Running.name): \(sentence)")
            exit(2)
        }
        let settings = ServiceSettings(from: &environment)
        let service = Running(from: &environment)
        do {
            try environment.finish()
        } catch {
            complain("\(Running.name) cannot start:\n\(error)")
            exit(1)
        }
        let logger = Logger(service: Running.name, minimumLevel: settings.logLevel)
        do {
            let finished = try await serve(service, settings, logger)
            logger.flush()
            exit(finished ? 0 : 1)
        } catch {
            logger.error("start.failed") { $0.field("error", "\(error)") }
            logger.flush()
            complain("\(Running.name) cannot start: \(error)")
            exit(1)
        }
    }

    /// Needs no setting that has no default.
    private func carryOut(_ command: ServiceCommand, _ environment: inout EnvironmentReader) -> Never {
        let text = command.text(&environment)
        do {
            try environment.finish()
        } catch {
            complain("\(Running.name) \(command.option):\n\(error)")
            exit(1)
        }
        print(text)
        exit(0)
    }

    private func serve(_ service: Running, _ settings: ServiceSettings, _ logger: Logger) async throws -> Bool {
        let signals = TerminationSignals()
        let group = makeLoops(settings, logger)
        var client = CurlClient.Configuration()
        client.proxies = settings.proxies
        client.certificateAuthorities = settings.certificateAuthorities
        let context = ServiceContext(
            settings: settings, logger: logger, group: group, httpClient: CurlClient(client, on: group), readiness: Readiness(), closing: ClosingActions())
        let application = try await service.start(in: context)
        let server = try await serve(application, in: context)
        logger.info("listening") { $0.field("addresses", server.addresses.map(\.description).joined(separator: ",")) }
        await signals.first()
        logger.info("leaving")
        context.readiness.beginDraining()
        let finished = await server.shutdown()
        await application.stop()
        await context.closing.run()
        logger.info("left") { $0.field("finished", finished) }
        return finished
    }

    /// Starts the application and then listens; what was started is stopped when the other fails.
    private func serve(_ application: Application, in context: ServiceContext) async throws -> Server {
        var configuration = configuration(context.settings, context.logger)
        configuration.refuse = application.refuse
        do {
            try await application.start()
            return try await Server(configuration: configuration, group: context.group, logger: context.logger) {
                await application.respond(to: $0)
            }
        } catch {
            await application.stop()
            await context.closing.run()
            throw error
        }
    }

    /// The server's configuration, with no more connections than the process may have descriptors for.
    private func configuration(_ settings: ServiceSettings, _ logger: Logger) -> ServerConfiguration {
        var configuration = settings.server
        let descriptors = DescriptorLimit.raised()
        configuration.connectionLimit = descriptors.connections(wanted: settings.server.connectionLimit)
        if configuration.connectionLimit < settings.server.connectionLimit {
            logger.warning("descriptors.few") {
                $0.field("descriptors", descriptors.count)
                $0.field("connections_wanted", settings.server.connectionLimit)
                $0.field("connections", configuration.connectionLimit)
            }
        }
        return configuration
    }

    private func makeLoops(_ settings: ServiceSettings, _ logger: Logger) -> EventLoopGroup {
        EventLoopGroup(
            count: settings.loopCount,
            slowPass: SlowPassReport { duration, activity in
                logger.warning("loop.slow") {
                    $0.field("milliseconds", Int(duration.components.attoseconds / 1_000_000_000_000_000) + Int(duration.components.seconds) * 1_000)
                    $0.field("activity", activity)
                }
            })
    }

    private func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
