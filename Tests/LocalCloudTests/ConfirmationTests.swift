import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct ConfirmationTests {
    let address = "kaede@example.com"

    private func confirm(_ fixture: PoolFixture, _ code: String, _ name: String = "kaede@example.com") throws(CognitoError) {
        try fixture.pool.confirmSignUp(name: name, code: code, client: PoolFixture.client)
    }

    private func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

    @Test func `a code has six digits and confirms once`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        let code = try fixture.newestCode()
        #expect(code.utf8.count == 6 && code.allSatisfy(\.isNumber))
        try confirm(fixture, code)
        #expect(fixture.pool.user(named: address)?.isConfirmed == true)
        #expect(throws: CognitoError.notAuthorized(.alreadyConfirmed)) { try confirm(fixture, code) }
    }

    @Test func `a wrong code is refused, five times; then the right one too`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        let code = try fixture.newestCode()
        for _ in 0..<5 { #expect(throws: CognitoError.codeMismatch) { try confirm(fixture, wrong(code)) } }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try confirm(fixture, code) }
    }

    @Test func `guesses stay counted across a restart`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        let code = try fixture.newestCode()
        for _ in 0..<5 { #expect(throws: CognitoError.codeMismatch) { try confirm(fixture, wrong(code)) } }
        let restarted = try PoolFixture(store: fixture.store)
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try confirm(restarted, code) }
    }

    @Test func `a code is good for a day`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        let code = try fixture.newestCode()
        fixture.clock.advance(by: .seconds(24 * 3600))
        #expect(throws: CognitoError.expiredCode) { try confirm(fixture, code) }
    }

    @Test func `a new code replaces the old one`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        let old = try fixture.newestCode()
        _ = try fixture.pool.resendCode(name: address, client: PoolFixture.client)
        let new = try fixture.newestCode()
        if old != new { #expect(throws: CognitoError.codeMismatch) { try confirm(fixture, old) } }
        try confirm(fixture, new)
    }

    @Test func `five codes are sent in an hour`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        for _ in 0..<4 { _ = try fixture.pool.resendCode(name: address, client: PoolFixture.client) }
        #expect(throws: CognitoError.limitExceeded(.attempts)) { try fixture.pool.resendCode(name: address, client: PoolFixture.client) }
        fixture.clock.advance(by: .seconds(3600))
        _ = try fixture.pool.resendCode(name: address, client: PoolFixture.client)
        #expect(fixture.pool.mailbox.letters().count == 6)
    }

    @Test func `somebody unknown looks like somebody whose code is too old`() throws {
        let fixture = try PoolFixture()
        #expect(throws: CognitoError.expiredCode) { try confirm(fixture, "123456", "nobody@example.com") }
        #expect(try fixture.pool.resendCode(name: "nobody@example.com", client: PoolFixture.client).masked == "n***@e***")
        #expect(fixture.pool.mailbox.letters().isEmpty)
    }

    @Test func `nobody who is confirmed gets another code`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        #expect(throws: CognitoError.invalidParameter("User is already confirmed.")) { try fixture.pool.resendCode(name: address, client: PoolFixture.client) }
    }

    @Test func `an administrator confirms without a code, once, in this pool`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        #expect(throws: CognitoError.unknownPool("us-east-1_Other")) { try fixture.pool.adminConfirm(name: address, pool: "us-east-1_Other") }
        #expect(throws: CognitoError.userNotFound) { try fixture.pool.adminConfirm(name: "x@y.zz", pool: "us-east-1_LocalPool") }
        try fixture.pool.adminConfirm(name: address, pool: "us-east-1_LocalPool")
        #expect(throws: CognitoError.notAuthorized(.alreadyConfirmed)) { try fixture.pool.adminConfirm(name: address, pool: "us-east-1_LocalPool") }
    }

    @Test func `a write that fails is our own fault, and no answer says why`() throws {
        let fixture = try PoolFixture()
        fixture.store.isBroken.withLock { $0 = true }
        do throws(CognitoError) {
            try fixture.signUp()
            Issue.record("the write should have failed")
        } catch {
            #expect(error.type == "InternalErrorException" && error.message == "Something went wrong" && error.isOurFault)
        }
    }
}
