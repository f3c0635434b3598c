import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct ForgottenPasswordTests {
    private let fixture: PoolFixture
    private static let new = "Momiji-2027?"

    init() throws {
        fixture = try PoolFixture()
        try fixture.learner()
    }

    private func forgot(_ name: String = "kaede@example.com") throws(CognitoError) -> String {
        _ = try fixture.pool.forgotPassword(name: name, client: PoolFixture.client)
        return (try? fixture.newestCode(name)) ?? ""
    }

    private func confirm(_ code: String, _ name: String = "kaede@example.com", password: String = new) throws(CognitoError) {
        try fixture.pool.confirmForgotPassword(name: name, code: code, password: password, client: PoolFixture.client)
    }

    private func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

    @Test func `a code sets a new password once, and whoever knew the old one is out`() throws {
        let before = try fixture.signIn(), user = try #require(fixture.pool.user(named: "kaede@example.com"))
        let browser = try fixture.pool.signInBrowser(user.sub).cookie, code = try forgot()
        try confirm(code)
        #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try fixture.signIn() }
        _ = try fixture.signIn(password: Self.new)
        #expect(throws: CognitoError.notAuthorized(.revokedRefreshToken)) { try fixture.refresh(before) }
        #expect(fixture.pool.browser(browser) == nil)
        #expect(throws: CognitoError.codeMismatch) { try confirm(code) }
    }

    @Test func `a code is good for an hour, and only its owner hears that it is too old`() throws {
        let code = try forgot()
        fixture.clock.advance(by: .seconds(3_600))
        #expect(throws: CognitoError.codeMismatch) { try confirm(wrong(code)) }
        #expect(throws: CognitoError.expiredCode) { try confirm(code) }
    }

    @Test func `a password that breaks the policy uses up no code`() throws {
        let code = try forgot()
        #expect(throws: CognitoError.invalidPassword(.tooShort)) { try confirm(code, password: "Ka-2026") }
        try confirm(code)
    }

    @Test(arguments: ["kaede@example.com", "nobody@example.com", "waiting@example.com"])
    func `names bear five guesses, whether anybody has them or not`(name: String) throws {
        try fixture.signUp("waiting@example.com")
        let code = try forgot(name)
        for _ in 0..<5 { #expect(throws: CognitoError.codeMismatch) { try confirm(wrong(code), name) } }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try confirm(code, name) }
    }

    @Test(arguments: ["kaede@example.com", "nobody@example.com", "waiting@example.com"])
    func `names may ask five times an hour, whether anybody has them or not`(name: String) throws {
        try fixture.signUp("waiting@example.com")
        for _ in 0..<5 { #expect(try fixture.pool.forgotPassword(name: name, client: PoolFixture.client).text == name) }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try fixture.pool.forgotPassword(name: name, client: PoolFixture.client) }
        fixture.clock.advance(by: .seconds(3_600))
        _ = try forgot(name)
    }

    @Test func `names that nobody has cost as much to answer as those that somebody has`() throws {
        let writes = { (name: String) in
            let before = fixture.store.writes.withLock { $0 }
            _ = try? fixture.pool.forgotPassword(name: name, client: PoolFixture.client)
            _ = try? fixture.pool.confirmForgotPassword(name: name, code: "x", password: Self.new, client: PoolFixture.client)
            return fixture.store.writes.withLock { $0 } - before
        }
        #expect(writes("kaede@example.com") == 2 && writes("nobody@example.com") == 2)
    }

    @Test func `nobody unconfirmed gets a code for a new password`() throws {
        try fixture.signUp("waiting@example.com")
        let before = fixture.pool.mailbox.letters().count
        _ = try forgot("waiting@example.com")
        #expect(fixture.pool.mailbox.letters().count == before)
    }

    @Test func `requests without end do not fill the memory`() throws {
        var requests = CodeRequests()
        for number in 0..<(CodeRequests.maximumNames + 5) { try requests.count("\(number)", at: UnixTime(seconds: 0)) }
        #expect(requests.count <= CodeRequests.maximumNames)
    }

    @Test func `who has signed in changes the password with the old one, and guesses at it are counted`() throws {
        let tokens = try fixture.signIn()
        let change = { (old: String, new: String) throws(CognitoError) in
            try fixture.pool.changePassword(accessToken: tokens.accessToken, from: old, to: new)
        }
        #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try change("Wrong-2026!", Self.new) }
        #expect(throws: CognitoError.invalidPassword(.lacksSymbol)) { try change(PoolFixture.password, "Kaede2026") }
        try change(PoolFixture.password, Self.new)
        _ = try fixture.signIn(password: Self.new)
        for _ in 0..<5 { #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try change("Wrong-2026!", "Kaede-2028!") } }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try change(Self.new, "Kaede-2028!") }
    }
}
