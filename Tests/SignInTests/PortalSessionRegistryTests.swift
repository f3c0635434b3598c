import Contracts
import HTTPClient
import HTTPCore
import JSON
import Platform
import ServiceKit
import TestKit
import Testing
import Web

@testable import SignIn
@testable import lang_portal_api

@Suite(.timeLimit(.minutes(5))) struct `A service without a database` {
    private static let id = String(repeating: "0", count: 32)
    private static let away = HTTPClientError.connectionFailed(detail: "refused")

    private static func registry(_ portal: ScriptedPortal, keys: [String] = ["new-key-0123456789"]) -> PortalSessionRegistry {
        PortalSessionRegistry(PortalCalls("http://portal.test:8000", keys: ServiceKeys(keys.map { Secret($0) }), client: portal, clock: portal.clock))
    }

    private static func entry() -> SessionEntry {
        let now = ManualClock().now()
        return SessionEntry(id: id, subject: "a", beganAt: now, seenAt: now, endsAt: now + .seconds(60), device: "curl", sealedRefreshToken: "sealed")
    }

    /// Calls that are as good twice as once, and those that are not.
    enum Call: String, CaseIterable {
        case begin, isOpen, touch, list, end, endAll

        static let idempotent: [Call] = [.begin, .isOpen, .touch, .list], once: [Call] = [.end, .endAll]

        var answer: ScriptedPortal.Answer {
            switch self {
            case .begin, .touch: .status(204)
            case .isOpen: .status(200, #"{"open":true}"#)
            case .list, .end: .status(200, #"{"items":[]}"#)
            case .endAll: .status(200, #"{"ids":[]}"#)
            }
        }

        func make(of registry: PortalSessionRegistry) async throws {
            switch self {
            case .begin: try await registry.begin(entry())
            case .isOpen: _ = try await registry.isOpen(id, of: "a")
            case .touch: try await registry.touch(id, of: "a", at: ManualClock().now())
            case .list: _ = try await registry.list(of: "a", at: ManualClock().now())
            case .end: _ = try await registry.end(id, of: "a")
            case .endAll: _ = try await registry.endAll(of: "a")
            }
        }
    }

    @Test(arguments: Call.allCases) func `shows the portal its key, and waits for two seconds at most`(call: Call) async throws {
        let portal = ScriptedPortal([call.answer])
        try await call.make(of: Self.registry(portal))
        let request = try #require(portal.requests.first)
        #expect(portal.requests.count == 1 && request.method == "POST" && request.url.hasPrefix("http://portal.test:8000/api/v1/lang-portal/internal/sessions"))
        #expect(request.headers.filter { $0.name == "X-Api-Key" }.map(\.value) == ["new-key-0123456789"] && !request.url.contains(Self.id))
        #expect(request.limits.totalTimeout == .seconds(2) && request.limits.connectTimeout == .seconds(1) && request.limits.maximumResponseBytes == 1_048_576)
        #expect(request.isIdempotent == Call.idempotent.contains(call))
    }

    @Test(arguments: Call.idempotent, [away, .interrupted(detail: "reset"), .timedOut(.connecting)])
    func `asks once more when the connection fails`(call: Call, error: HTTPClientError) async throws {
        let portal = ScriptedPortal([.failure(error), call.answer])
        try await call.make(of: Self.registry(portal))
        #expect(portal.requests.count == 2)
        let gone = ScriptedPortal([.failure(error), .failure(error), call.answer])
        await #expect(throws: PortalError.unreachable(error)) { try await call.make(of: Self.registry(gone)) }
        #expect(gone.requests.count == 2)
    }

    @Test(arguments: Call.once) func `ends nothing twice`(call: Call) async throws {
        let portal = ScriptedPortal([.failure(Self.away), call.answer])
        await #expect(throws: PortalError.unreachable(Self.away)) { try await call.make(of: Self.registry(portal)) }
        #expect(portal.requests.count == 1)
    }

    @Test(arguments: [HTTPClientError.timedOut(.total), .timedOut(.firstByte), .busy, .cancelled, .responseTooLarge(limitBytes: 1)])
    func `does not ask again where that would help nobody`(error: HTTPClientError) async throws {
        let portal = ScriptedPortal([.failure(error), Call.isOpen.answer])
        await #expect(throws: PortalError.unreachable(error)) { try await Call.isOpen.make(of: Self.registry(portal)) }
        #expect(portal.requests.count == 1)
    }

    @Test func `asks again for as long as is left of the two seconds`() async throws {
        let portal = ScriptedPortal([.failure(Self.away), Call.isOpen.answer], each: .milliseconds(1_600))
        try await Call.isOpen.make(of: Self.registry(portal))
        #expect(portal.requests.map(\.limits.totalTimeout) == [.seconds(2), .milliseconds(400)])
        #expect(portal.requests.map(\.limits.connectTimeout) == [.seconds(1), .milliseconds(400)])
        let slow = ScriptedPortal([.failure(Self.away), Call.isOpen.answer], each: .seconds(2))
        await #expect(throws: PortalError.unreachable(.timedOut(.total))) { try await Call.isOpen.make(of: Self.registry(slow)) }
        #expect(slow.requests.count == 1)
    }

    @Test(arguments: Call.allCases) func `shows another key when one is refused, once`(call: Call) async throws {
        let keys = ["new-key-0123456789", "old-key-0123456789"], refusal = ScriptedPortal.Answer.status(401, #"{"type":"service-key-invalid"}"#)
        let portal = ScriptedPortal([refusal, call.answer])
        try await call.make(of: Self.registry(portal, keys: keys))
        #expect(portal.requests.map { $0.headers.filter { $0.name == "X-Api-Key" }.map(\.value) } == keys.map { [$0] })
        for (keys, count) in [(keys, 2), ([keys[0]], 1)] {
            let deaf = ScriptedPortal([refusal, refusal, call.answer])
            await #expect(throws: PortalError.keyRefused) { try await call.make(of: Self.registry(deaf, keys: keys)) }
            #expect(deaf.requests.count == count)
        }
    }

    @Test(arguments: Call.allCases) func `believes no answer that is none`(call: Call) async throws {
        guard case .status(_, let good) = call.answer else { return }
        let problem = #"{"type":"database-unavailable","detail":"…"}"#
        let answers: [(status: Int, body: String, error: PortalError)] = [
            (200, "", .notUnderstood(status: 200)), (200, "{}", .notUnderstood(status: 200)), (200, "<html>", .notUnderstood(status: 200)),
            (202, good, .notUnderstood(status: 202)), (302, "", .notUnderstood(status: 302)),
            (503, problem, .refused(status: 503, type: "database-unavailable")),
            (404, "no", .refused(status: 404, type: "")), (409, #"{"type":"another"}"#, .refused(status: 409, type: "another")),
            (500, #"{"type":"\#(String(repeating: "x", count: 100))"}"#, .refused(status: 500, type: String(repeating: "x", count: 64))),
        ]
        for answer in answers {
            let portal = ScriptedPortal([.status(answer.status, answer.body)])
            await #expect(throws: answer.error) { try await call.make(of: Self.registry(portal)) }
        }
    }

    @Test func `takes no record for good that breaks the registry's rules`() async throws {
        var entry = Self.entry()
        entry.device = String(repeating: "x", count: 65)
        let portal = ScriptedPortal([.status(200, JSON.string(SessionRecords(items: [entry.record])))])
        await #expect(throws: PortalError.notUnderstood(status: 200)) { try await Call.end.make(of: Self.registry(portal)) }
    }

    @Test func `lets nobody in and signs nobody in while the portal is away`() async throws {
        let house = try House()
        try house.learner()
        let portal = CloudInMemory(Self.portal(house.registry))
        let registry = PortalSessionRegistry(PortalCalls("http://portal.test", keys: Self.keys, client: portal, clock: house.clock))
        let browser = Browser(try house.service(registry: registry))
        try await browser.signIn()
        house.clock.advance(by: .seconds(10))
        portal.isAway.withLock { $0 = true }
        for answer in [try await browser.get("/api/auth/session", site: "same-origin"), try await Browser(try house.service(registry: registry)).signIn()] {
            let type = try answer.json["type"]?.stringValue
            #expect(answer.status == .serviceUnavailable && type == "sign-in-unavailable" && answer[.retryAfter] == "5")
        }
        #expect(browser.session != nil)
        portal.isAway.withLock { $0 = false }
        #expect(try await browser.get("/api/auth/session", site: "same-origin").json["signed_in"]?.boolValue == true)
        #expect(!house.log.lines.contains { $0.contains(Self.key) })
    }

    @Test func `shares sessions with the portal: listed there, ended there, and over here ten seconds later`() async throws {
        let house = try House(), vocab = "https://vocab.app-dw.net"
        try house.learner()
        let registry = PortalSessionRegistry(
            PortalCalls("http://portal.test", keys: Self.keys, client: TestClient(Self.portal(house.registry)), clock: house.clock))
        let (here, there) = (Browser(try house.service(vocab, registry: registry), origin: vocab), Browser(try house.service()))
        try await here.signIn()
        try await there.signIn()
        let items = try await there.get("/api/auth/sessions", site: "same-origin").json["items"]?.arrayValue ?? []
        #expect(items.count == 2)
        #expect(try await here.get("/api/auth/sessions", site: "same-origin").json["items"]?.arrayValue?.count == 2)
        let other = items.first { $0["current"]?.boolValue == false }?["id"]?.stringValue ?? ""
        let ended = try await there.write(.delete, "/api/auth/sessions/\(other)")
        #expect(ended.status == .noContent)
        house.clock.advance(by: .seconds(10))
        #expect(try await here.get("/api/auth/session", site: "same-origin").status == .unauthorized || here.session == nil)
        #expect(try await there.get("/api/auth/session", site: "same-origin").json["signed_in"]?.boolValue == true)
        // And the other way round.
        try await here.signIn()
        let everywhere = try await here.write(.post, "/api/auth/sign-out-everywhere")
        #expect(everywhere.status == .noContent)
        house.clock.advance(by: .seconds(10))
        #expect(try await there.get("/api/auth/session", site: "same-origin").json["signed_in"]?.boolValue == false)
    }

    private static let key = "house-key-0123456789", keys = ServiceKeys([Secret(key)])

    private static func portal(_ registry: any SessionRegistry) -> Application {
        Application { routes in
            routes.provide(keys)
            SessionRegistryRoutes(registry: registry).register(on: routes)
        }
    }
}

/// Answers by a script, each after so much time, and keeps what it was asked.
final class ScriptedPortal: HTTPClient {
    enum Answer: Sendable {
        case status(Int, String = "")
        case failure(HTTPClientError)
    }

    let clock = ManualClock()
    private let each: Duration
    private let state: Lock<(answers: ArraySlice<Answer>, requests: [HTTPClientRequest])>

    init(_ answers: [Answer], each: Duration = .zero) {
        state = Lock((answers[...], []))
        self.each = each
    }

    var requests: [HTTPClientRequest] { state.withLock { $0.requests } }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        clock.advance(by: each)
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.popFirst()
        }
        switch answer {
        case .status(let status, let body): return HTTPClientResponse(status: status, body: Array(body.utf8))
        case .failure(let error): throw error
        case nil: throw .invalidRequest(reason: "the script has ended")
        }
    }
}
