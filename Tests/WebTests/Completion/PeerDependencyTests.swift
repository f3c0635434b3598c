import HTTPCore
import JSON
import TestKit
import Testing
import Web

// The twin of the application in Tests/Peers/fastapi_dependencies.py.

private struct Outer: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Outer {
        let journal = context.provided(Journal.self)
        journal.add("outer")
        context.onRelease { journal.add("outer released: \($0.error == nil ? "answered" : "failed")") }
        return Outer()
    }
}

private struct Inner: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Inner {
        let journal = context.provided(Journal.self)
        _ = try await context.resolve(Outer.self)
        journal.add("inner")
        context.onRelease { journal.add("inner released: \($0.error == nil ? "answered" : "failed")") }
        return Inner()
    }
}

private struct Refusing: RequestInput {
    static func resolve(in context: RequestContext) async throws -> Refusing {
        _ = try await context.resolve(Inner.self)
        throw HTTPError.conflict("refused", "Not now.")
    }
}

private struct Limit: JSONObject {
    var limit: Int
    static let json = Object("Limit", { Limit(limit: $0) }, Field("limit", \.limit))
}

private struct Failure: Error {}

private struct PeerDependencies: Sendable {
    let journal: Journal

    func register(on routes: RouteGroup) {
        routes.provide(journal)
        routes.get("/plain", plain)
        routes.get("/refused", refused)
        routes.get("/failed", failed)
        routes.get("/later-input-fails", laterInputFails)
        routes.get("/invalid", invalid)
        routes.get("/twice", twice)
        routes.get("/stream", stream)
        routes.get("/broken-stream", brokenStream)
    }

    func plain(context: RequestContext, inner: Inner) async throws -> NoContentYet {
        try context.afterResponse { [journal] in journal.add("task 1") }
        try context.afterResponse { [journal] in journal.add("task 2") }
        journal.add("handler")
        return nil
    }

    func refused(context: RequestContext, inner: Inner) async throws -> NoContentYet {
        try context.afterResponse { [journal] in journal.add("task 1") }
        throw HTTPError.notFound("gone", "It is gone.")
    }

    func failed(inner: Inner) async throws -> NoContentYet { throw Failure() }

    func laterInputFails(inner: Inner, refusing: Refusing) async throws -> NoContentYet {
        journal.add("handler")
        return nil
    }

    func invalid(query: Query<Limit>, inner: Inner) async throws -> NoContentYet {
        journal.add("handler")
        return nil
    }

    func twice(inner: Inner, outer: Outer) async throws -> NoContentYet {
        journal.add("handler")
        return nil
    }

    func stream(inner: Inner) async throws -> Response { Response(body: .stream(lengthBytes: nil, produce: twoPieces)) }

    func brokenStream(inner: Inner) async throws -> Response { Response(body: .stream(lengthBytes: nil, produce: brokenPieces)) }

    @Sendable private func twoPieces(_ writer: any ResponseBodyWriter) async throws {
        for number in 1...2 {
            journal.add("piece \(number)")
            try await writer.write([120])
        }
    }

    @Sendable private func brokenPieces(_ writer: any ResponseBodyWriter) async throws {
        journal.add("piece 1")
        try await writer.write([120])
        throw Failure()
    }
}

/// `null`, as FastAPI answers for a handler that returns nothing.
private typealias NoContentYet = Int?

/// A request, and what happened in FastAPI.
struct PeerEvents: Sendable, CustomTestStringConvertible {
    var target: String, status: Int, events: [String]

    var testDescription: String { target }

    /// What is recorded in Tests/Peers/fastapi_dependencies.json.
    static let recorded: [PeerEvents] = {
        guard let document = try? JSON.parse(fileBytes("../Peers/fastapi_dependencies.json")) else { return [] }
        return (document["cases"]?.arrayValue ?? []).compactMap { one in
            guard let target = one["target"]?.stringValue, let status = one["status"]?.intValue, let events = one["events"]?.arrayValue else { return nil }
            return PeerEvents(target: target, status: status, events: events.compactMap(\.stringValue))
        }
    }()
}

@Suite struct `Inputs with clean-up, compared with FastAPI` {
    @Test func `the recorded events are there`() {
        #expect(PeerEvents.recorded.count >= 8)
    }

    @Test(arguments: PeerEvents.recorded, [TestClient.Medium.memory, .socket])
    func `are made and released in FastAPI's order`(peer: PeerEvents, medium: TestClient.Medium) async throws {
        let journal = Journal()
        let application = Application { PeerDependencies(journal: journal).register(on: $0) }
        // A broken content throws: in memory the producer's error, over a socket the broken connection.
        let status = try? await TestClient.with(application, over: medium) { try await $0.get(peer.target).status }
        #expect(status.map { Int($0.code) } ?? 200 == peer.status)
        // The server is gone when its client's work is done, and has waited for what answers left to be done.
        #expect(journal.events == peer.events)
    }
}
