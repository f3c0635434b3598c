import HTTPServer
import Platform
import Reactor
import ServiceKit
import Testing

@testable import lang_portal_api
@testable import vocab_backend
@testable import vocab_frontend

/// A service of this package, by the name that the deployment calls it.
struct Program: Sendable, CustomTestStringConvertible {
    let name: String
    /// Reads the service's own settings.
    private let read: @Sendable (inout EnvironmentReader) -> Void
    var testDescription: String { name }

    init<Running: Service>(_ type: Running.Type) {
        name = Running.name
        read = { environment in _ = Running(from: &environment) }
    }

    /// What all settings together object to; nothing is a start.
    func problems(_ variables: [String: String]) -> [EnvironmentProblem] {
        var environment = EnvironmentReader(variables)
        _ = ServiceSettings(from: &environment)
        read(&environment)
        do throws(EnvironmentError) {
            try environment.finish()
            return []
        } catch {
            return error.problems
        }
    }

    static let all = [Program(LangPortalAPI.self), Program(VocabBackend.self), Program(VocabFrontend.self)]
}

@Suite struct `What services.json says` {
    let deployment: Deployment

    init() throws { deployment = try Deployment() }

    private func service(_ program: Program) throws -> DeployedService { try #require(deployment.services[program.name]) }

    /// No kind of setting takes it: as a text, a list and a number it is too much, and it is no URL and no key.
    private static let absurd = String(repeating: "~,", count: 3_000)

    @Test func `is of every service that there is`() {
        let built = deployment.services.keys.filter { Deployment.has("Services/\($0)") }
        #expect(built.sorted() == Program.all.map(\.name).sorted())
    }

    @Test(arguments: Program.all) func `is enough to start with`(program: Program) throws {
        let service = try service(program)
        #expect(program.problems(service.task) == [])
    }

    @Test(arguments: Program.all) func `has nothing in it that the service does not read`(program: Program) throws {
        let service = try service(program), usual = program.problems(service.task)
        for name in service.environment.map(\.name) + service.secrets {
            var without = service.task, spoilt = service.task
            without[name] = nil
            spoilt[name] = Self.absurd
            #expect(program.problems(without) != usual || program.problems(spoilt) != usual, "nobody reads \(name)")
        }
    }

    @Test(arguments: Program.all) func `has no name for a developer's machine that the service does not read`(program: Program) throws {
        let service = try service(program), usual = program.problems(service.task)
        #expect(!service.localSettings.isEmpty)
        for name in service.localSettings {
            var spoilt = service.task
            spoilt[name] = Self.absurd
            #expect(program.problems(spoilt) != usual, "nobody reads \(name)")
        }
    }

    @Test(arguments: Program.all) func `is where the service listens, and whom it believes`(program: Program) throws {
        let service = try service(program)
        var environment = EnvironmentReader(service.task)
        let settings = ServiceSettings(from: &environment)
        #expect(settings.server.addresses.map { Int($0.port) } == [try #require(service.port)])
        #expect(settings.trustedProxyHops == service.trustedProxyHops)
    }

    @Test(arguments: Program.all) func `are probes that every service answers`(program: Program) throws {
        for path in try service(program).healthPaths { #expect(HealthRoutes.paths.contains(try #require(path))) }
    }

    @Test(arguments: Program.all) func `leaves time to finish before ECS ends the process`(program: Program) throws {
        var environment = EnvironmentReader(try service(program).task)
        let server = ServiceSettings(from: &environment).server
        #expect(server.lameDuck + server.drainLimit < .seconds(120))
    }
}
