import HTTPCore
import JSON
import TestKit
import Testing
import Web

private struct Unmet: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Unmet { Unmet() }
    static func describe(in operation: inout Operation) { operation.requires(Int.self) }
}

@Suite struct `A contradiction at start-up traps` {
    @Test func `when two routes have one method and path`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { routes in
                routes.get("/words/{a}") { () in NoContent() }
                routes.get("/words/{b}") { () in NoContent() }
            }
        }
    }

    @Test func `when two operations have one name`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { routes in for path in ["/a", "/b"] { routes.get(path, options: [.operationID("same")]) { () in NoContent() } } }
        }
    }

    @Test func `when an input takes a parameter that the path lacks`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/words/{id}") { (path: Path<WordID>) in NoContent() } }
        }
    }

    @Test func `when an input needs what the application was not given`() async {
        await #expect(processExitsWith: .failure) {
            endSoon()
            _ = Application { $0.get("/") { (input: Unmet) in NoContent() } }
        }
        await #expect(processExitsWith: .success) {
            endSoon()
            _ = Application { routes in
                routes.get("/") { (input: Unmet) in NoContent() }
                routes.provide(7)
            }
        }
    }
}
