import Contracts
import HTTPCore
import JSON
import Platform
import Postgres
import ServiceKit
import ServiceKitPostgres
import TestKit
import Testing
import Web

@testable import SignIn
@testable import lang_portal_api

@Suite(.timeLimit(.minutes(5))) struct `The portal's registry of sessions` {
    private static let key = FieldName(ServiceKey.fieldName)
    private static let learner = Learner("11111111-1111-4111-8111-111111111111")!
    private static let session = SessionEntry.number(1, of: learner.id)
    private static let calls = ["", "/is-open", "/touch", "/end", "/end-all", "/list"]

    private let registry = MemorySessionRegistry()

    private func client(keys: ServiceKeys = Portal.keys, _ headers: Fields = [:]) -> TestClient {
        TestClient(Portal.application(registry, keys: keys), headers: headers)
    }

    /// Good for every call: what one does not need, it leaves out.
    private static func body(_ changes: [String: JSONFragment] = [:]) throws -> String {
        var members = ["at": JSONFragment.string("2026-02-08T17:20:23Z")]
        guard case .object(let record) = try JSON.parse(JSON.encode(session.record)) else { return "" }
        for member in record { members[member.name] = member.value }
        let merged = members.merging(changes) { $1 }.map { JSONFragment.Member($0, $1) }
        return JSON.string(JSONFragment.object(merged))
    }

    // MARK: Who may call

    @Test(arguments: calls) func `answers services of ours alone`(call: String) async throws {
        try await registry.begin(Self.session)
        let token = try SignedIn.headers(for: Self.learner), bearer = token[.authorization] ?? ""
        let callers: [(fields: Fields, type: String)] = [
            ([:], "service-key-required"), ([Self.key: ""], "service-key-required"), (token, "service-key-required"),
            ([.cookie: "session=x; __Secure-session=x; X-Api-Key=\(Portal.key)"], "service-key-required"),
            ([.authorization: "Bearer \(Portal.key)"], "service-key-required"), ([Self.key: "old-key-0123456789"], "service-key-invalid"),
            ([Self.key: String(bearer.dropFirst(7))], "service-key-invalid"), ([Self.key: Portal.key + "x"], "service-key-invalid"),
            ([Self.key: Portal.key, .authorization: bearer], ""),
        ]
        for caller in callers.dropLast() {
            let answer = try await client(caller.fields).post(Portal.path + call + "?X-Api-Key=\(Portal.key)", json: try Self.body())
            #expect(answer.status == .unauthorized && answer.errorType == caller.type && answer[.cacheControl] == "no-store", "\(caller)")
        }
        let entries = try await registry.list(of: Self.learner.id, at: SessionEntry.noon)
        #expect(entries == [Self.session])
        let answer = try await client(callers[callers.count - 1].fields).post(Portal.path + call, json: try Self.body())
        #expect(answer.status.code < 300 && answer[.cacheControl] == "private, no-store", "\(answer.text)")
    }

    @Test(arguments: calls) func `does not so much as read what somebody else sends`(call: String) async throws {
        let answer = try await client().post(Portal.path + call, json: "no JSON")
        #expect(answer.status == .unauthorized && answer.errorType == "service-key-required")
    }

    @Test func `takes the key before while they are being changed, and not afterwards`() async throws {
        let (old, new) = (Secret("old-key-0123456789"), Secret(Portal.key)), call = Portal.path + "/is-open"
        for (keys, status) in [([new, old], Status.ok), ([new], .unauthorized)] {
            let answer = try await client(keys: ServiceKeys(keys), [Self.key: old.reveal()]).post(call, json: try Self.body())
            #expect(answer.status == status)
        }
    }

    @Test(arguments: [["new", "old"], ["newer", "new"]])
    func `is asked with another key when one is refused`(own: [String]) async throws {
        let key = { (name: String) in Secret(name + "-key-0123456789") }
        let portal = PortalSessionRegistry(PortalCalls("http://portal.test", keys: ServiceKeys(own.map(key)), client: client(keys: ServiceKeys([key(own[1])]))))
        try await portal.begin(Self.session)
        let isOpen = try await portal.isOpen(Self.session.id, of: Self.learner.id)
        #expect(isOpen)
    }

    @Test func `is not asked in vain a third time`() async throws {
        let portal = PortalSessionRegistry(
            PortalCalls("http://portal.test", keys: ServiceKeys([Secret("newest-key-0123456789"), Secret("newer-key-0123456789")]), client: client()))
        await #expect(throws: PortalError.keyRefused) { try await portal.endAll(of: Self.learner.id) }
    }

    @Test func `does not begin to serve without a key`() throws {
        var environment = EnvironmentReader([:])
        _ = LangPortalAPI(from: &environment)
        let error = try #require(throws: EnvironmentError.self) { try environment.finish() }
        #expect("\(error)".contains("LANG_PORTAL_API_KEY"))
    }

    @Test func `is listed nowhere, and serves POST alone`() async throws {
        let client = client([Self.key: Portal.key])
        let document = try await client.get("/openapi.json")
        #expect(document.status == .ok && !document.text.contains("internal"))
        for call in Self.calls {
            let answer = try await client.get(Portal.path + call)
            #expect(answer.status == .methodNotAllowed)
        }
        let short = try await client.post("/api/internal/sessions/list", json: try Self.body())
        #expect(short.status == .notFound)
    }

    // MARK: What may be told

    @Test(arguments: misfits) func `refuses what does not fit, and says which part`(misfit: (call: String, name: String, value: JSONFragment)) async throws {
        let answer = try await client([Self.key: Portal.key]).post(Portal.path + misfit.call, json: try Self.body([misfit.name: misfit.value]))
        let problem = try answer.json["detail"]?.arrayValue?.first
        #expect(answer.status == .unprocessableContent && problem?["loc"]?.arrayValue?.last?.stringValue == misfit.name, "\(answer.text.prefix(200))")
        if misfit.name == "sealed_refresh_token" { #expect(problem?["input"]?.stringValue == "«redacted»") }
        let entries = try await registry.list(of: Self.learner.id, at: SessionEntry.noon)
        #expect(entries.isEmpty)
    }

    private static let misfits: [(call: String, name: String, value: JSONFragment)] = calls.flatMap { call in
        members[call, default: []].flatMap { name in misfits(of: name).map { (call, name, $0) } }
    }

    private static let members = [
        "": ["id", "subject", "began_at", "seen_at", "ends_at", "device", "sealed_refresh_token"], "/is-open": ["id", "subject"],
        "/touch": ["id", "subject", "seen_at"], "/end": ["id", "subject"], "/end-all": ["subject"], "/list": ["subject", "at"],
    ]

    private static func misfits(of member: String) -> [JSONFragment] {
        let texts =
            switch member {
            case "id":
                [
                    "", String(repeating: "0", count: 31), String(repeating: "0", count: 33), String(repeating: "A", count: 32),
                    String(repeating: "é", count: 16),
                ]
            case "subject": ["", String(repeating: "s", count: 129), "a\u{0}", "a b", "é"]
            case "device": ["", String(repeating: "d", count: 65), "a\u{0}b"]
            case "sealed_refresh_token": ["", String(repeating: "r", count: 12_289), "a+b/c=", "a\u{0}"]
            default: ["", "yesterday"]
            }
        return texts.map(JSONFragment.string) + [.null, .array([]), .bool(true)]
    }

    @Test(arguments: calls) func `reads no more than a session needs`(call: String) async throws {
        let long = JSONFragment.string(String(repeating: "x", count: 16_384))
        let answer = try await client([Self.key: Portal.key]).post(Portal.path + call, json: try Self.body(["more": long]))
        #expect(answer.status == .contentTooLarge)
    }

    @Test(arguments: calls) func `wants a body`(call: String) async throws {
        let client = client([Self.key: Portal.key])
        for body in [nil, "", "[]", "{}", #"{"id":"#] {
            let answer = try await client.post(Portal.path + call, json: body)
            #expect(answer.status == .unprocessableContent, "\(body ?? "none")")
        }
    }

    // MARK: Whose it is

    @Test func `tells and ends nothing of one learner's in the name of another`() async throws {
        try await registry.begin(Self.session)
        let client = client([Self.key: Portal.key]),
            body = try Self.body(["subject": "22222222-2222-4222-8222-222222222222", "seen_at": "2030-01-01T00:00:00Z"])
        let expected = [
            ("/is-open", #"{"open":false}"#), ("/touch", ""), ("/end", #"{"items":[]}"#), ("/end-all", #"{"ids":[]}"#), ("/list", #"{"items":[]}"#),
        ]
        for (call, text) in expected {
            let answer = try await client.post(Portal.path + call, json: body)
            #expect(answer.status.code < 300 && answer.text == text)
        }
        let taken = try await client.post(Portal.path, json: body)
        #expect(taken.status == .conflict && taken.errorType == "session-id-taken")
        let entries = try await registry.list(of: Self.learner.id, at: SessionEntry.noon)
        #expect(entries == [Self.session])
    }

    @Test func `is remembered for ten seconds by a service that asks it`() async throws {
        let clock = ManualClock(), portal = PortalSessionRegistry(PortalCalls("http://portal.test", keys: Portal.keys, client: client()))
        let remembered = RememberedSessions(portal, clock: clock)
        let session = SignedInSession.begin(
            subject: Self.learner.id, email: "", givenName: "", familyName: "", originID: "", refreshToken: Secret(""), at: clock.now())
        var entry = Self.session
        entry.id = session.id
        try await portal.begin(entry)
        var seen: [Bool] = [try await remembered.isOpen(session)]
        // By another service, or by the portal itself.
        _ = try await registry.endAll(of: Self.learner.id)
        for seconds in [9, 1] {
            clock.advance(by: .seconds(seconds))
            seen.append(try await remembered.isOpen(session))
        }
        #expect(seen == [true, true, false])
    }

    @Test func `answers 503 while the database is away, and whoever asks is told so`() async throws {
        let application = Application { routes in
            routes.use(PostgresErrorRendering())
            routes.provide(Portal.keys)
            SessionRegistryRoutes(registry: NoDatabase()).register(on: routes)
        }
        let portal = PortalSessionRegistry(PortalCalls("http://portal.test", keys: Portal.keys, client: TestClient(application)))
        let error = PortalError.refused(status: 503, type: "database-unavailable")
        await #expect(throws: error) { try await portal.isOpen(Self.session.id, of: Self.learner.id) }
        await #expect(throws: error) { try await portal.begin(Self.session) }
        await #expect(throws: error) { try await portal.touch(Self.session.id, of: Self.learner.id, at: SessionEntry.noon) }
    }
}

/// A database that nobody can reach.
private struct NoDatabase: SessionRegistry {
    private var away: PostgresError { .unavailable(retryAfter: .seconds(1), reason: "no route to host") }
    func begin(_ entry: SessionEntry) async throws { throw away }
    func isOpen(_ id: String, of subject: String) async throws -> Bool { throw away }
    func touch(_ id: String, of subject: String, at moment: UnixTime) async throws { throw away }
    func end(_ id: String, of subject: String) async throws -> SessionEntry? { throw away }
    func endAll(of subject: String) async throws -> [String] { throw away }
    func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] { throw away }
}
