import HTTPCore
import HTTPServer
import Platform
import Reactor
import Web

/// A server to attack: everything outside of `/app` is recorded, `/app` is an ordinary application.
@main enum Main {
    static func main() async throws {
        var environment = EnvironmentReader()
        let settings = RecorderSettings(from: &environment)
        try environment.finish()
        let logger = Logger(service: "recorder")
        let recorder = Recorder()
        var web = ApplicationConfiguration()
        web.logger = Logger(service: "recorder", minimumLevel: .warning)
        web.deadline = settings.deadline
        let application = Application(web) { routes in OrdinaryRoutes().register(on: routes) }
        let group = EventLoopGroup(
            count: settings.loopCount, slowPass: SlowPassReport { _, activity in logger.warning("loop.slow") { $0.field("activity", activity) } })
        let server = try await Server(configuration: settings.server, group: group, logger: logger) { request in
            request.target.path.hasPrefix("/app/") ? await application.respond(to: request) : await recorder.answer(request)
        }
        logger.info("listening") { $0.field("addresses", server.addresses.map(\.description).joined(separator: ",")) }
        // Until a signal ends the process.
        while true { try await Task.sleep(for: .seconds(3_600)) }
    }
}

/// Where to listen, and limits that attacks reach soon.
struct RecorderSettings {
    var server: ServerConfiguration
    var loopCount: Int
    var deadline: Duration

    init(from environment: inout EnvironmentReader) {
        let port = environment.port("PORT")
        server = ServerConfiguration(addresses: [SocketAddress("127.0.0.1:\(port)")].compactMap(\.self))
        server.connectionLimit = environment.int("MAX_CONNECTIONS", in: 1...100_000, default: 10_000)
        server.headerTimeout = .milliseconds(environment.int("HEADER_MILLISECONDS", in: 1...60_000, default: 10_000))
        server.bodyProgressTimeout = .milliseconds(environment.int("BODY_MILLISECONDS", in: 1...60_000, default: 30_000))
        server.idleTimeout = .milliseconds(environment.int("IDLE_MILLISECONDS", in: 1...600_000, default: 75_000))
        server.writeTimeout = .milliseconds(environment.int("WRITE_MILLISECONDS", in: 1...60_000, default: 30_000))
        deadline = .milliseconds(environment.int("DEADLINE_MILLISECONDS", in: 1...60_000, default: 25_000))
        loopCount = environment.int("LOOPS", in: 1...64, default: EventLoopGroup.coreCount)
    }
}
