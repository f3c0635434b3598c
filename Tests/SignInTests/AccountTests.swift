import Crypto
import Encoding
import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import SignIn
@testable import local_cloud

@Suite(.timeLimit(.minutes(5))) struct `Whether an account exists` {
    private func statuses(_ house: House, _ path: String, _ body: String, count: Int, every pause: Duration = .zero) async throws -> [Status] {
        let browser = Browser(try house.service())
        var statuses: [Status] = []
        for _ in 0..<count {
            statuses.append(try await browser.write(.post, path, body).status)
            house.clock.advance(by: pause)
        }
        return statuses
    }

    private func unconfirmed() throws -> House {
        let house = try House()
        let names = [House.name("given_name"), House.name("family_name")]
        _ = try house.pool.signUp(name: House.email, password: House.password, attributes: names, client: "web-client-local")
        return house
    }

    @Test(arguments: [House.email, "nobody@example.com"])
    func `is not told by the bound of guesses of a code`(email: String) async throws {
        let house = try unconfirmed()
        let statuses = try await statuses(house, "/api/auth/confirm", #"{"email":"\#(email)","code":"abcdef"}"#, count: 12)
        #expect(statuses == Array(repeating: .badRequest, count: 10) + [.tooManyRequests, .tooManyRequests])
    }

    @Test(arguments: [House.email, "nobody@example.com"])
    func `is not told by the bound of codes`(email: String) async throws {
        let house = try unconfirmed()
        house.cloud.answers.withLock { $0["ResendConfirmationCode"] = email == House.email ? Self.exceeded : Self.unknown }
        let statuses = try await statuses(house, "/api/auth/resend", #"{"email":"\#(email)"}"#, count: 5)
        #expect(statuses == Array(repeating: .accepted, count: 4) + [.tooManyRequests])
        #expect(house.audit.contains { $0.contains(#""security_event":"code-resent""#) })
    }

    private static let exceeded = (status: 400, json: #"{"__type":"LimitExceededException","message":"Attempt limit exceeded."}"#)
    private static let unknown = (status: 400, json: #"{"__type":"UserNotFoundException","message":"User does not exist."}"#)

    @Test func `is not told by the keys of what is counted`() async throws {
        let house = try House()
        try house.learner()
        let store = NotingStore(MemoryRateLimitStore(clock: house.clock))
        try await Browser(try house.service(rateLimits: store)).signIn()
        let keys = store.keys.withLock { $0 }, digest = Hex.encode(SHA256.hash(House.email))
        #expect(keys.contains { $0.contains("account") } && !keys.contains { $0.contains(digest) || $0.contains(House.email) })
    }
}

@Suite(.timeLimit(.minutes(5))) struct `A password that must be replaced` {
    @Test func `leads to the page that has a code sent`() async throws {
        let house = try House()
        let browser = Browser(try house.service())
        house.cloud.refuse("InitiateAuth", "PasswordResetRequiredException")
        let form = try await browser.submit("/login?next=/words", [("email", House.email), ("password", House.password)])
        #expect(form.status == 303 && form[.location] == "/forgot-password?next=%2Fwords&notice=reset-required")
        let page = try await browser.get("/forgot-password?next=/words&notice=reset-required", site: "same-origin")
        #expect(page.text.contains(House.email) && page.text.contains("has to be replaced"))
        let answer = try await browser.signIn()
        let type = try answer.json["type"]?.stringValue
        #expect(answer.status == .forbidden && type == "password-reset-required")
    }

    @Test func `because it is the first one leads to the hosted pages`() async throws {
        let house = try House()
        let browser = Browser(try house.service())
        house.cloud.answers.withLock { $0["InitiateAuth"] = (200, #"{"ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"s","ChallengeParameters":{}}"#) }
        let page = try await browser.submit("/login", [("email", House.email), ("password", House.password)])
        #expect(page.status == .forbidden && page.text.contains("first password") && page.text.contains("/api/auth/authorize"))
        let answer = try await browser.signIn()
        let type = try answer.json["type"]?.stringValue
        #expect(answer.status == .forbidden && type == "new-password-required")
    }
}

@Suite(.timeLimit(.minutes(5))) struct `What a cookie keeps` {
    @Test(arguments: ["e" + String(repeating: "\u{301}", count: 2_000), String(repeating: "👨‍👩‍👧‍👦", count: 64), String(repeating: "\u{1}", count: 64)])
    func `fits into one, whatever the learner's name`(name: String) throws {
        let session = SignedInSession.begin(
            subject: String(repeating: "s", count: 36), email: String(repeating: "e", count: 200) + "@example.com", givenName: name, familyName: name,
            originID: String(repeating: "o", count: 36), refreshToken: Secret(String(repeating: "r", count: 1_900)), at: UnixTime(seconds: 1_700_000_000))
        #expect(JSON.encode(session).count < 3_000 && !session.givenName.isEmpty && name.unicodeScalars.starts(with: session.givenName.unicodeScalars))
    }

    @Test func `keeps a name of 64 kanji whole`() { #expect(String(repeating: "楓", count: 65).bounded(to: 192) == String(repeating: "楓", count: 64)) }

    @Test func `of a seat lasts no longer than the session it belongs to`() async throws {
        let house = try House()
        try house.learner()
        let browser = Browser(try house.service())
        try await browser.signIn()
        #expect(browser.setCookies.contains { $0.hasPrefix("__Host-seat=") && $0.contains("; Max-Age=86400;") })
        house.clock.advance(by: .seconds(1_800))
        let vocab = "https://vocab.app-dw.net"
        let elsewhere = Browser(try house.service(vocab), origin: vocab, cookies: ["__Secure-session": browser.session ?? ""])
        #expect(try await elsewhere.isSignedIn)
        #expect(elsewhere.setCookies.contains { $0.hasPrefix("__Host-seat=") && $0.contains("; Max-Age=84600;") })
    }
}

private final class NotingStore: RateLimitStore {
    let keys = Lock<[String]>([])
    private let inner: MemoryRateLimitStore

    init(_ inner: MemoryRateLimitStore) { self.inner = inner }

    func take(_ cost: Int, of limit: RateLimit, for key: String) async throws -> RateLimitDecision {
        keys.withLock { $0.append(key) }
        return try await inner.take(cost, of: limit, for: key)
    }
}
