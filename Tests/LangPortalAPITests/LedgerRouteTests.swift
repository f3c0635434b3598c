import Contracts
import HTTPClient
import HTTPCore
import JSON
import LanguageModel
import Ledger
import Platform
import Postgres
import ServiceKit
import ServiceKitPostgres
import TestKit
import Testing
import Web

@testable import lang_portal_api

@Suite(.timeLimit(.minutes(5))) struct `The portal's ledger of the models` {
    private static let learner = Learner("11111111-1111-4111-8111-111111111111")!
    private static let other = Learner("22222222-2222-4222-8222-222222222222")!
    private static let path = "/api/v1/lang-portal/internal"
    private static let key = FieldName(ServiceKey.fieldName)
    private static let id = String(repeating: "0a", count: 16)
    private static let calls = [
        ("/ledger/reserve", #"{"id":"\#(id)","tokens":10,"cost_micro_usd":5,"lease_seconds":30}"#),
        ("/ledger/settle", #"{"id":"\#(id)","tokens":10,"cost_micro_usd":5}"#), ("/ledger/attempts", "{}"), ("/ledger/block", "{}"),
        ("/answers/find", #"{"key":"\#(String(repeating: "0a", count: 32))"}"#),
        ("/answers/keep", #"{"key":"\#(String(repeating: "0a", count: 32))","text":"はい","model":"m","seconds":60}"#),
    ]

    /// The portal with a ledger in a fresh database.
    private func with(_ policy: ModelPolicy = ModelPolicy(), _ body: @Sendable (TestClient, PostgresFixture) async throws -> Void) async throws {
        try await PostgresFixture.with { fixture in
            _ = try await Migrator([
                PostgresUsageLedger.migration(1), PostgresUsageLedger.tombstoneMigration(2), PostgresResponseCache.migration(3),
            ]).run(on: fixture.pool)
            let application = Application { routes in
                SignedIn.provide(to: routes)
                routes.provide(Portal.keys)
                LedgerRoutes(ledger: PostgresUsageLedger(fixture.pool), cache: PostgresResponseCache(fixture.pool), policy: policy).register(on: routes)
            }
            try await body(TestClient(application), fixture)
        }
    }

    private static func headers(_ learner: Learner?, key: String? = Portal.key) throws -> Fields {
        var fields = try learner.map { try SignedIn.headers(for: $0) } ?? [:]
        if let key { fields.set(Self.key, key) }
        return fields
    }

    private static func caller(_ learner: Learner) throws -> ModelCaller {
        ModelCaller(user: learner.id, token: Secret(try SignedIn.token(for: learner)))
    }

    @Test(arguments: calls) func `takes the key and the token together, and neither alone`(path: String, body: String) async throws {
        try await with { client, _ in
            for (fields, type) in [
                (try Self.headers(nil), "not-authenticated"), (try Self.headers(Self.learner, key: nil), "service-key-required"),
                (try Self.headers(Self.learner, key: "old-key-0123456789"), "service-key-invalid"), ([:], "not-authenticated"),
            ] {
                let answer = try await client.post(Self.path + path, json: body, headers: fields)
                #expect(answer.status == .unauthorized && answer.errorType == type, "\(answer.text)")
            }
            let answer = try await client.post(Self.path + path, json: body, headers: try Self.headers(Self.learner))
            #expect(answer.status.code < 300 && answer[.cacheControl] == "private, no-store", "\(answer.text)")
        }
    }

    @Test func `is closed to the key alone, which opens the registry of sessions and nothing else`() async throws {
        try await PostgresFixture.with { fixture in
            let application = Application { routes in
                SignedIn.provide(to: routes)
                routes.provide(Portal.keys)
                LedgerRoutes(ledger: PostgresUsageLedger(fixture.pool), cache: PostgresResponseCache(fixture.pool), policy: ModelPolicy()).register(on: routes)
                SessionRegistryRoutes(registry: PostgresSessionRegistry(fixture.pool)).register(on: routes)
            }
            let client = TestClient(application), paths = application.routes.map(\.template).filter { $0.hasPrefix(Self.path) }
            #expect(paths.count == 12)
            for path in paths {
                // Nothing that fits anywhere: whoever may call hears of that.
                let answer = try await client.post(path, json: "[]", headers: try Self.headers(nil))
                #expect(answer.status.code == (path.hasPrefix(Portal.path) ? 422 : 401), "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("/ledger/reserve", #"{"id":"x","tokens":0,"cost_micro_usd":-1,"lease_seconds":601}"#, 4),
        ("/ledger/settle", #"{"id":"0A","tokens":-1,"cost_micro_usd":-1}"#, 3), ("/answers/find", #"{"key":"0a"}"#, 1),
        ("/answers/keep", #"{"key":"0a","text":"","model":"","seconds":0}"#, 2),
    ]) func `refuses what does not fit, with every problem of it`(path: String, body: String, problems: Int) async throws {
        try await with { client, _ in
            let answer = try await client.post(Self.path + path, json: body, headers: try Self.headers(Self.learner))
            #expect(answer.status.code == 422)
            let detail = try JSON.parse(answer.body)["detail"]?.arrayValue
            #expect((detail?.count ?? 0) >= problems, "\(answer.text)")
        }
    }

    @Test func `is listed nowhere, and reads no more than an answer needs`() async throws {
        try await with { client, _ in
            let document = try await client.get("/openapi.json")
            #expect(document.status == .ok && !document.text.contains("internal"))
            for (path, _) in Self.calls {
                let long = try await client.post(
                    Self.path + path, json: #"{"more":"\#(String(repeating: "x", count: 512 * 1_024))"}"#, headers: try Self.headers(Self.learner))
                #expect(long.status == .contentTooLarge, "\(path)")
            }
        }
    }

    @Test func `reserves nothing under a name that was used up, or is another learner's`() async throws {
        try await with { client, _ in
            let (reserve, settle) = (Self.calls[0], Self.calls[1])
            for _ in 0..<2 {
                let granted = try await client.post(Self.path + reserve.0, json: reserve.1, headers: try Self.headers(Self.learner))
                #expect(granted.status == .ok)
            }
            let others = try await client.post(Self.path + reserve.0, json: reserve.1, headers: try Self.headers(Self.other))
            #expect(others.status == .conflict && others.errorType == "reservation-id-taken")
            _ = try await client.post(Self.path + settle.0, json: settle.1, headers: try Self.headers(Self.learner))
            let again = try await client.post(Self.path + reserve.0, json: reserve.1, headers: try Self.headers(Self.learner))
            #expect(again.status == .conflict && again.errorType == "reservation-id-taken")
        }
    }

    @Test(arguments: LostAnswers.Kind.allCases) func `counts once what was told again because its answer was lost`(kind: LostAnswers.Kind) async throws {
        try await with { client, fixture in
            let lost = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: LostAnswers(kind, of: client)))
            let heard = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: client)), caller = try Self.caller(Self.learner)
            let request = UsageRequest(caller: caller, tokens: 100, costMicroUSD: 7, lease: .seconds(30), limits: UsageLimits())
            await #expect(throws: PortalError.self) { _ = try await lost.reserve(request) }
            #expect(try await heard.reserve(request) == .granted(UsageReservation(id: request.id)))
            let used = UsedTokens(input: 20, output: 10, costMicroUSD: 3)
            await #expect(throws: PortalError.self) { try await lost.settle(UsageReservation(id: request.id), used, by: caller) }
            try await heard.settle(UsageReservation(id: request.id), .none, by: caller)
            let row = try await fixture.pool.query("select tokens, (select max(tokens) from model_spend) from model_calls").exactlyOne()
            let (tokens, spent) = (try row.decode(0, as: Int.self), try row.decode(1, as: Int.self))
            #expect(tokens == 30 && spent == 30)
        }
    }

    @Test func `takes the settlement of what was never reserved, and reserves nothing for it afterwards`() async throws {
        try await with { client, _ in
            let ledger = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: client)), caller = try Self.caller(Self.learner)
            let request = UsageRequest(caller: caller, tokens: 100, costMicroUSD: 7, lease: .seconds(30), limits: UsageLimits())
            for _ in 0..<2 { try await ledger.settle(UsageReservation(id: request.id), .none, by: caller) }
            await #expect(throws: ReservationIDTaken()) { _ = try await ledger.reserve(request) }
        }
    }

    @Test func `serves a service without a database: limits are the portal's, and users are the tokens'`() async throws {
        var policy = ModelPolicy()
        policy.limits.userRequestsPerMinute = 2
        try await with(policy) { client, fixture in
            let ledger = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: client))
            var generous = UsageLimits()
            generous.userRequestsPerMinute = 1_000
            let caller = try Self.caller(Self.learner)
            func request(_ caller: ModelCaller) -> UsageRequest {
                UsageRequest(caller: caller, tokens: 100, costMicroUSD: 7, lease: .seconds(30), limits: generous)
            }
            guard case .granted(let reservation) = try await ledger.reserve(request(caller)) else {
                Issue.record("the first call was refused")
                return
            }
            try await ledger.settle(reservation, UsedTokens(input: 20, output: 10, costMicroUSD: 3), by: caller)
            try await ledger.settle(reservation, .none, by: caller)
            let counted = try await fixture.pool.query("select user_id, tokens, micro_usd, lease_until is null from model_calls").exactlyOne()
            let (user, tokens) = (try counted.decode(0, as: String.self), try counted.decode(1, as: Int.self))
            #expect(user == Self.learner.id && tokens == 30)
            #expect(try counted.decode(3, as: Bool.self))
            _ = try await ledger.reserve(request(caller))
            guard case .refused(.userRequestsPerMinute, let wait) = try await ledger.reserve(request(caller)) else {
                Issue.record("the third call was not refused")
                return
            }
            #expect(wait > .seconds(50) && wait <= .seconds(61))
            guard case .granted = try await ledger.reserve(request(try Self.caller(Self.other))) else {
                Issue.record("another learner was refused")
                return
            }
        }
    }

    @Test func `does not let a learner settle what another has reserved`() async throws {
        try await with { client, fixture in
            let ledger = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: client))
            let request = UsageRequest(
                caller: try Self.caller(Self.learner), tokens: 100, costMicroUSD: 7, lease: .seconds(30), limits: UsageLimits())
            guard case .granted(let reservation) = try await ledger.reserve(request) else { return }
            try await ledger.settle(reservation, .none, by: try Self.caller(Self.other))
            let tokens = try await fixture.pool.query("select tokens from model_calls").exactlyOne().decode(0, as: Int.self)
            #expect(tokens == 100)
        }
    }

    @Test func `blocks by the portal's policy, and says so to every service`() async throws {
        try await with { client, _ in
            let ledger = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: client)), caller = try Self.caller(Self.learner)
            var lenient = BlockPolicy()
            lenient.attempts = 1_000
            for attempt in 1...3 {
                let outcome = try await ledger.noteAttempt(by: caller, policy: lenient)
                #expect(outcome.attempts == attempt && outcome.isNewBlock == (attempt == 3))
            }
            let until = try await ledger.block(of: caller), others = try await ledger.block(of: try Self.caller(Self.other))
            #expect(until != nil && others == nil)
        }
    }

    @Test func `keeps answers for a service without a database`() async throws {
        try await with { client, _ in
            let cache = PortalResponseCache(PortalCalls("http://portal.test", keys: Portal.keys, client: client)), caller = try Self.caller(Self.learner)
            let key = [UInt8](repeating: 7, count: 32), answer = CachedAnswer(text: "古池や\n蛙飛びこむ", model: "m-1")
            let before = try await cache.answer(for: key, caller: caller)
            try await cache.keep(answer, for: key, timeToLive: .seconds(60), caller: caller)
            let after = try await cache.answer(for: key, caller: caller)
            #expect(before == nil && after == answer)
        }
    }

    @Test func `is told apart from a refused key when the learner's token is over`() async throws {
        try await with { client, _ in
            let ledger = PortalUsageLedger(PortalCalls("http://portal.test", keys: Portal.keys, client: client))
            await #expect(throws: PortalError.refused(status: 401, type: "invalid-token")) {
                _ = try await ledger.block(of: ModelCaller(user: Self.learner.id, token: Secret("no token")))
            }
        }
    }
}

/// A way to the portal on which requests arrive and answers do not.
struct LostAnswers: HTTPClient {
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case timeout, gatewayTimeout
        var testDescription: String { rawValue }
    }

    private let kind: Kind
    private let client: any HTTPClient

    init(_ kind: Kind, of client: any HTTPClient) { (self.kind, self.client) = (kind, client) }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        _ = try await client.send(request)
        switch kind {
        case .timeout: throw .timedOut(.total)
        case .gatewayTimeout: return HTTPClientResponse(status: 504, headers: [], body: [])
        }
    }
}
