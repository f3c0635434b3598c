import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct SignInTests {
    @Test func `the right password brings three tokens for an hour`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        let tokens = try fixture.signIn("KAEDE@example.com")
        #expect(tokens.refreshToken?.utf8.count == 64)
        #expect(tokens.lifetime == .seconds(3600))
        #expect(tokens.accessToken != tokens.idToken)
    }

    @Test func `a wrong password and an unknown name look the same`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try fixture.signIn(password: "Wrong-2026!") }
        #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try fixture.signIn("nobody@example.com") }
    }

    @Test func `somebody unconfirmed is told so, but only with the right password`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp()
        #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try fixture.signIn(password: "Wrong-2026!") }
        #expect(throws: CognitoError.userNotConfirmed) { try fixture.signIn() }
    }

    @Test(arguments: ["kaede@example.com", "nobody@example.com"])
    func `five wrong passwords lock a name, known or not`(name: String) throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        for _ in 0..<5 { #expect(throws: CognitoError.notAuthorized(.wrongPassword)) { try fixture.signIn(name, password: "Wrong-2026!") } }
        #expect(throws: CognitoError.notAuthorized(.tooManyPasswords)) { try fixture.signIn(name) }
    }

    @Test func `a lock ends, and the right password forgets the failures`() throws {
        let fixture = try PoolFixture()
        try fixture.learner()
        for _ in 0..<5 { _ = try? fixture.signIn(password: "Wrong-2026!") }
        fixture.clock.advance(by: .seconds(1))
        _ = try fixture.signIn()
        for _ in 0..<4 { _ = try? fixture.signIn(password: "Wrong-2026!") }
        _ = try fixture.signIn()
    }

    @Test func `each further failure doubles the lock, up to 15 minutes`() throws {
        var attempts = SignInAttempts()
        var now = UnixTime(seconds: 0)
        var locks: [Int64] = []
        for _ in 0..<18 {
            let start = now
            while (try? attempts.begin("x", at: now)) == nil { now = now + .seconds(1) }
            locks.append(now.seconds - start.seconds)
        }
        #expect(locks == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    }

    @Test func `a name that is left alone for longer than the lock starts afresh`() throws {
        var attempts = SignInAttempts()
        for _ in 0..<5 { try attempts.begin("x", at: UnixTime(seconds: 0)) }
        for _ in 0..<5 { try attempts.begin("x", at: UnixTime(seconds: 901)) }
    }

    @Test func `names without end do not fill the memory`() throws {
        var attempts = SignInAttempts()
        for number in 0..<(SignInAttempts.maximumNames * 2 + 5) { try attempts.begin("\(number)", at: UnixTime(seconds: 0)) }
        #expect(attempts.count <= SignInAttempts.maximumNames)
    }

    @Test func `the demo learners sign in, keep their identifiers, and are made once`() throws {
        let fixture = try PoolFixture()
        try fixture.pool.addDemoLearners()
        let before = fixture.store.users()
        try fixture.pool.addDemoLearners()
        #expect(Set(before.map(\.sub)) == Set(DemoLearner.all.map(\.sub)) && fixture.store.users().count == 2)
        for learner in DemoLearner.all {
            #expect(UUIDText.isUUID(learner.sub))
            #expect(PasswordPolicy().violation(of: learner.password) == nil)
            _ = try fixture.signIn(learner.email, password: learner.password)
        }
    }
}
