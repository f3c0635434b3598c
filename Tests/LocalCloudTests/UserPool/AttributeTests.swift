import JSON
import TestKit
import Testing

@testable import local_cloud

@Suite struct AttributeTests {
    private let fixture: PoolFixture
    private let token: String

    init() throws {
        fixture = try PoolFixture()
        try fixture.learner()
        token = try fixture.signIn().accessToken
    }

    private func update(_ name: String, _ value: String) throws(CognitoError) -> EmailAddress? {
        try fixture.pool.updateAttributes(accessToken: token, [UserAttribute(name: name, value: value)])
    }

    private func verify(_ code: String) throws(CognitoError) {
        try fixture.pool.verifyAttribute(accessToken: token, attribute: "email", code: code)
    }

    @Test func `attributes change, appear in the next ID token, and an empty one goes`() throws {
        #expect(try update("locale", "ja") == nil)
        #expect(try Claims(fixture.signIn().idToken ?? "")["locale"] == "ja")
        _ = try update("locale", "")
        #expect(try Claims(fixture.signIn().idToken ?? "")["locale"] == nil)
    }

    @Test(arguments: [("sub", "x"), ("email_verified", "true"), ("custom:role", "admin"), ("given_name", ""), ("email", "no address")])
    func `what a learner may not write is refused`(name: String, value: String) { #expect(throws: CognitoError.self) { try update(name, value) } }

    @Test func `a new address takes the old one's place when it is proven`() throws {
        #expect(try update("email", "New@example.com")?.text == "new@example.com")
        #expect(try fixture.pool.user(accessToken: token).email.text == "kaede@example.com")
        try verify(try fixture.newestCode("new@example.com"))
        #expect(try fixture.pool.user(accessToken: token).email.text == "new@example.com")
        _ = try fixture.signIn("new@example.com")
        #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try fixture.signIn() }
        try fixture.learner()
    }

    @Test func `that somebody has an address is told only to who reads its letters`() throws {
        try fixture.learner("momiji@example.com")
        #expect(try update("email", "momiji@example.com")?.text == "momiji@example.com")
        #expect(throws: CognitoError.aliasExists) { try verify(try fixture.newestCode("momiji@example.com")) }
        #expect(try fixture.pool.user(accessToken: token).email.text == "kaede@example.com")
    }

    @Test func `the code is sent again where the proof is wanted, bears five guesses and is good once`() throws {
        _ = try update("email", "new@example.com")
        let first = try fixture.newestCode("new@example.com")
        #expect(try fixture.pool.sendAttributeCode(accessToken: token, attribute: "email").text == "new@example.com")
        let second = try fixture.newestCode("new@example.com")
        if first != second { #expect(throws: CognitoError.codeMismatch) { try verify(first) } }
        try verify(second)
        #expect(throws: CognitoError.expiredCode) { try verify(second) }
        _ = try fixture.pool.sendAttributeCode(accessToken: token, attribute: "email")
        for _ in 0..<5 { #expect(throws: CognitoError.codeMismatch) { try verify("wrong") } }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try verify(try fixture.newestCode("new@example.com")) }
    }

    @Test func `where no more codes may be sent, nothing is changed`() throws {
        for _ in 0..<User.maximumCodesPerHour { _ = try fixture.pool.sendAttributeCode(accessToken: token, attribute: "email") }
        let changes = [UserAttribute(name: "locale", value: "ja"), UserAttribute(name: "email", value: "new@example.com")]
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try fixture.pool.updateAttributes(accessToken: token, changes) }
        let user = try fixture.pool.user(accessToken: token)
        #expect(user.attributes["locale"] == nil && user.pendingEmail == nil)
    }

    @Test func `only the address can be proven`() {
        #expect(throws: CognitoError.self) { try fixture.pool.sendAttributeCode(accessToken: token, attribute: "phone_number") }
    }

    @Test func `who deletes the account is gone, tokens and all, and the address is free`() throws {
        let tokens = try fixture.signIn()
        try fixture.pool.deleteUser(accessToken: token)
        #expect(throws: CognitoError.userNotFound) { try fixture.pool.user(accessToken: tokens.accessToken) }
        #expect(throws: CognitoError.notAuthorized(.invalidRefreshToken)) { try fixture.refresh(tokens) }
        #expect(fixture.store.users().isEmpty)
        try fixture.learner()
    }
}
