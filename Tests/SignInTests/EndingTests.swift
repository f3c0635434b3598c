import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn
@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `The end of sessions` {
    private func signedIn(_ house: House, _ registry: (any SessionRegistry)? = nil, keys: [Secret<[UInt8]>]? = nil) async throws -> Browser {
        let browser = Browser(try house.service(keys: keys, registry: registry))
        try await browser.signIn()
        return browser
    }

    private func isAllRevoked(_ house: House) -> Bool {
        house.pool.state.withLock { $0.user(named: House.email)?.sessions.allSatisfy(\.isRevoked) } == true
    }

    private func change(_ browser: Browser, from old: String = House.password) async throws -> TestResponse {
        try await browser.write(.post, "/api/auth/change-password", #"{"old_password":"\#(old)","new_password":"Momiji-2027!"}"#)
    }

    @Test(arguments: [true, false])
    func `is there ten seconds after a forgotten password was replaced elsewhere`(byForm: Bool) async throws {
        let house = try House()
        try house.learner()
        let phone = try await signedIn(house), desk = try await signedIn(house)
        #expect(try await phone.isSignedIn)
        _ = try await desk.write(.post, "/api/auth/forgot", #"{"email":"\#(House.email)"}"#)
        let code = try house.code()
        if byForm {
            let fields = [("email", House.email), ("code", code), ("new_password", "Momiji-2027!")]
            let response = try await desk.submit("/reset-password", fields)
            #expect(response.status == 303)
        } else {
            let response = try await desk.write(
                .post, "/api/auth/confirm-forgot", #"{"email":"\#(House.email)","code":"\#(code)","new_password":"Momiji-2027!"}"#)
            #expect(response.status == .noContent)
        }
        #expect(desk.session == nil)
        house.clock.advance(by: RememberedSessions.memory)
        #expect(try await !phone.isSignedIn)
        #expect(isAllRevoked(house))
        let again = try await desk.signIn(House.email, "Momiji-2027!")
        #expect(again.status == .ok)
    }

    @Test func `is told where it could not be brought about by a new password`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        _ = try await browser.write(.post, "/api/auth/forgot", #"{"email":"\#(House.email)"}"#)
        let body = #"{"email":"\#(House.email)","code":"\#(try house.code())","new_password":"Momiji-2027!"}"#
        house.cloud.refuse("InitiateAuth", "InternalErrorException")
        let response = try await browser.write(.post, "/api/auth/confirm-forgot", body)
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .serviceUnavailable && type == "sessions-left")
    }

    @Test func `comes everywhere though the pool refuses this session's token`() async throws {
        let house = try House()
        try house.learner()
        let phone = try await signedIn(house), desk = try await signedIn(house)
        house.cloud.refuse("GlobalSignOut", "NotAuthorizedException", "Access Token has been revoked")
        let response = try await desk.write(.post, "/api/auth/sign-out-everywhere")
        #expect(response.status == .noContent && desk.session == nil && isAllRevoked(house))
        house.clock.advance(by: RememberedSessions.memory)
        #expect(try await !phone.isSignedIn)
    }

    @Test func `comes everywhere though the pool is away`() async throws {
        let house = try House()
        try house.learner()
        let phone = try await signedIn(house), desk = try await signedIn(house)
        house.cloud.refuse("GlobalSignOut", "InternalErrorException")
        let response = try await desk.write(.post, "/api/auth/sign-out-everywhere")
        #expect(response.status == .serviceUnavailable && desk.session == nil)
        house.clock.advance(by: RememberedSessions.memory)
        #expect(try await !phone.isSignedIn)
    }

    @Test func `can be tried again where the registry was away`() async throws {
        let house = try House(), registry = BrokenRegistry(house.registry)
        try house.learner()
        let phone = try await signedIn(house), desk = try await signedIn(house, registry)
        registry.failing.withLock { $0 = ["endAll"] }
        let failed = try await desk.write(.post, "/api/auth/sign-out-everywhere")
        #expect(failed.status == .serviceUnavailable && desk.session != nil && isAllRevoked(house))
        registry.failing.withLock { $0 = [] }
        let done = try await desk.write(.post, "/api/auth/sign-out-everywhere")
        #expect(done.status == .noContent && desk.session == nil)
        house.clock.advance(by: RememberedSessions.memory)
        #expect(try await !phone.isSignedIn)
    }

    @Test func `comes to every other session with a new password, though one token cannot be revoked`() async throws {
        let house = try House()
        try house.learner()
        let others = [try await signedIn(house), try await signedIn(house)], desk = try await signedIn(house)
        house.cloud.refuse("RevokeToken", "UnsupportedOperationException")
        let response = try await change(desk)
        let type = try response.json["type"]?.stringValue
        #expect(response.status == .serviceUnavailable && type == "sessions-left")
        house.clock.advance(by: RememberedSessions.memory)
        for other in others { #expect(try await !other.isSignedIn) }
        #expect(try await desk.isSignedIn)
    }

    @Test func `comes to all though the client goes away midway`() async throws {
        let house = try House(), registry = BrokenRegistry(house.registry)
        try house.learner()
        let service = try house.service(registry: registry), browser = Browser(service)
        try await browser.signIn()
        let token = try await browser.csrfToken()
        let cookie = browser.cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        registry.endAllWaits.withLock { $0 = true }
        let fields: Fields = ["Sec-Fetch-Site": "same-origin", "Origin": House.origin, "X-CSRF-Token": token, "Cookie": cookie]
        let request = Task { try await TestClient(service).send(.post, "/api/auth/sign-out-everywhere", headers: fields) }
        for await _ in registry.endAllReached.stream { break }
        request.cancel()
        registry.endAllMayGoOn.continuation.yield()
        _ = try? await request.value
        try await eventually { isAllRevoked(house) }
        #expect(try await house.registry.list(of: house.pool.user(named: House.email)?.sub ?? "", at: house.clock.now()).isEmpty)
    }

    @Test func `comes to a session whose key has left the ring, and the log says what is left`() async throws {
        let house = try House()
        try house.learner()
        let old = Secret([UInt8](repeating: 9, count: 32))
        _ = try await signedIn(house, keys: [old])
        let desk = try await signedIn(house)
        let items = try await desk.get("/api/auth/sessions", site: "same-origin").json["items"]?.arrayValue ?? []
        let other = items.first { $0["current"]?.boolValue == false }?["id"]?.stringValue ?? ""
        let response = try await desk.write(.delete, "/api/auth/sessions/\(other)")
        #expect(response.status == .noContent && house.log.lines.contains { $0.contains("session.token-unreadable") })
    }

    @Test func `and what was refused on the way are written down`() async throws {
        let house = try House()
        try house.learner()
        let desk = try await signedIn(house)
        let wrong = try await change(desk, from: "Wrong-2026!")
        #expect(wrong.status == .unauthorized)
        #expect(house.audit.contains { $0.contains(#""password-change-refused""#) && $0.contains(#""reason":"wrong-password""#) })
        for _ in 0..<12 { _ = try await change(desk, from: "Wrong-2026!") }
        #expect(house.audit.contains { $0.contains(#""security_event":"throttled""#) })
    }
}
