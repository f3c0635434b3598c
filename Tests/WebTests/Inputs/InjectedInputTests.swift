import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

/// Counts how often something was made.
private final class Counter: Sendable {
    private let made = Lock(0)
    var count: Int { made.withLock { $0 } }
    func next() -> Int {
        made.withLock { made in
            made += 1
            return made
        }
    }
}

/// A ticket from the application's counter: one for each request.
private struct Ticket: RequestInput {
    var number: Int
    static func resolve(in context: RequestContext) async throws -> Ticket { Ticket(number: context.provided(Counter.self).next()) }
    static func describe(in operation: inout Operation) { operation.requires(Counter.self) }
}

/// Depends on a ticket, and is made anew for everyone who asks.
private struct Receipt: RequestInput {
    var ticket: Int, number: Int
    static var isKeptPerRequest: Bool { false }
    static func resolve(in context: RequestContext) async throws -> Receipt {
        Receipt(ticket: try await context.resolve(Ticket.self).number, number: context.provided(Counter.self).next())
    }
}

/// Always fails, and not with a problem of the request.
private struct Broken: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Broken { throw HTTPError.conflict("out-of-paper", "Come back tomorrow.") }
}

@Suite struct `Injected inputs` {
    private let counter = Counter()

    private func client(_ declare: (RouteGroup) -> Void) -> TestClient {
        TestClient(
            Application { routes in
                routes.provide(counter)
                declare(routes)
            })
    }

    @Test func `are made once for a request, whoever asks for them`() async throws {
        let client = client { $0.get("/") { (a: Ticket, receipt: Receipt, b: Ticket) in [a.number, receipt.ticket, b.number] } }
        #expect(try await client.get("/").text == "[1,1,1]")
        #expect(try await client.get("/").text == "[3,3,3]")
    }

    @Test func `that only parse are made each time`() async throws {
        let client = client { $0.get("/") { (a: Receipt, b: Receipt) in [a.number, b.number] } }
        #expect(try await client.get("/").text == "[2,3]")
    }

    @Test func `required by a group are made once, and the handler gets the same`() async throws {
        let client = client { routes in
            routes.group("/a", options: [.requires(Ticket.self)]).group("/b", options: [.requires(Ticket.self)]).get("/c") { (ticket: Ticket) in ticket.number }
        }
        #expect(try await client.get("/a/b/c").text == "1")
        #expect(counter.count == 1)
    }

    @Test func `that fail end the request, and later ones are not made`() async throws {
        let client = client { $0.get("/") { (broken: Broken, ticket: Ticket) in ticket.number } }
        let response = try await client.get("/")
        #expect(response.status == .conflict && response.text.contains("out-of-paper"))
        #expect(counter.count == 0)
    }

    @Test func `that fail are told of rather than problems that were gathered before`() async throws {
        let client = client { $0.get("/") { (query: Query<DryRun>, broken: Broken) in NoContent() } }
        #expect(try await client.get("/?dry_run=maybe").status == .conflict)
    }

    @Test func `are not kept when they failed`() async throws {
        struct Stubborn: RequestInput {
            static func resolve(in context: RequestContext) async throws -> Stubborn {
                let attempt = context.provided(Counter.self).next()
                if attempt == 1 { throw HTTPError.conflict("once", "Try again.") }
                return Stubborn()
            }
        }
        let client = client { routes in
            routes.get("/") { (context: RequestContext) in
                _ = try? await context.resolve(Stubborn.self)
                _ = try await context.resolve(Stubborn.self)
                return NoContent()
            }
        }
        #expect(try await client.get("/").status == .noContent)
        #expect(counter.count == 2)
    }

    @Test func `given twice are the last one`() async throws {
        let second = Counter()
        let client = client { routes in
            routes.provide(second)
            routes.get("/") { (ticket: Ticket) in ticket.number }
        }
        _ = try await client.get("/")
        #expect(counter.count == 0 && second.count == 1)
    }
}

@Suite struct `Credentials` {
    private let counter = Counter()

    private func client(options: [RouteOption] = []) -> TestClient {
        TestClient(
            Application { routes in
                routes.provide(counter)
                let group = routes.group("", options: options)
                group.get("/last") { (query: Query<DryRun>, ticket: Ticket, visitor: Visitor) in Text(visitor.name) }
                group.put("/words/{word_id}", replace)
                group.get("/open") { (query: Query<DryRun>) in NoContent() }
            })
    }

    @Sendable private func replace(body: Body<VocabularyRequest>, path: Path<WordID>, visitor: Visitor) async throws -> Text { Text(visitor.name) }

    @Test func `are asked for before anything else is looked at`() async throws {
        #expect(try await client().get("/last?dry_run=maybe").status == .unauthorized)
        #expect(try await client().put("/words/0", json: "{").status == .unauthorized)
        #expect(counter.count == 0)
    }

    @Test func `that are good let every other problem be told`() async throws {
        let response = try await client().put("/words/0", json: #"{"topic":""}"#, headers: ["X-Api-Key": "hanako"])
        #expect(try problemPlaces(response) == [["path", "word_id"], ["body", "topic"]])
        #expect(try await client().get("/last?dry_run=true", headers: ["X-Api-Key": "hanako"]).text == "hanako")
    }

    @Test func `required by a group are asked for where the handler forgot them`() async throws {
        #expect(try await client().get("/open?dry_run=true").status == .noContent)
        let guarded = client(options: [.requires(Visitor.self)])
        #expect(try await guarded.get("/open?dry_run=maybe").status == .unauthorized)
        #expect(try await guarded.get("/open?dry_run=true", headers: ["X-Api-Key": "hanako"]).status == .noContent)
    }
}
