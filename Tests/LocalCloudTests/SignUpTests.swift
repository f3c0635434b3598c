import Platform
import Testing

@testable import local_cloud

@Suite struct SignUpTests {
    @Test func `an address can be used once, however it is typed`() throws {
        let fixture = try PoolFixture()
        try fixture.signUp("kaede@example.com")
        #expect(throws: CognitoError.usernameExists) { try fixture.signUp("Kaede@Example.com") }
    }

    @Test func `a password that breaks the policy makes no account`() throws {
        let fixture = try PoolFixture()
        #expect(throws: CognitoError.invalidPassword(.lacksNumber)) { try fixture.signUp(password: "Kaede-kaede!") }
        #expect(fixture.pool.user(named: "kaede@example.com") == nil)
        #expect(fixture.pool.mailbox.letters().isEmpty)
    }

    @Test func `a name that is no address is refused`() throws {
        let fixture = try PoolFixture()
        #expect(throws: CognitoError.invalidParameter("Username should be an email.")) { try fixture.signUp("kaede") }
    }

    @Test(arguments: [
        ([], "family_name: The attribute family_name is required\ngiven_name: The attribute given_name is required\n"),
        (["given_name"], "family_name: The attribute family_name is required\n"),
        (["given_name", "family_name", "shoe_size"], "Type for attribute {shoe_size} could not be determined"),
    ])
    func `attributes that the schema does not take are told`(names: [String], problem: String) throws {
        let fixture = try PoolFixture()
        let attributes = names.map { UserAttribute(name: $0, value: "x") }
        #expect(throws: CognitoError.invalidParameter("Attributes did not conform to the schema: \(problem)")) { try fixture.signUp(attributes: attributes) }
    }

    @Test(arguments: ["sub", "email_verified"])
    func `what the pool sets itself cannot be written`(name: String) throws {
        let fixture = try PoolFixture()
        let attributes = PoolFixture.names + [UserAttribute(name: name, value: "true")]
        #expect(throws: CognitoError.notAuthorized(.unwritableAttribute)) { try fixture.signUp(attributes: attributes) }
    }

    @Test func `an e-mail attribute must be the name`() throws {
        let fixture = try PoolFixture()
        #expect(throws: CognitoError.self) { try fixture.signUp(attributes: PoolFixture.names + [UserAttribute(name: "email", value: "x@example.com")]) }
        let user = try fixture.signUp(attributes: PoolFixture.names + [UserAttribute(name: "email", value: "Kaede@example.com")])
        #expect(user.allAttributes.filter { $0.name == "email" }.count == 1)
    }

    @Test func `another app client is unknown to every action`() throws {
        let fixture = try PoolFixture()
        let unknown = CognitoError.unknownClient("other")
        #expect(throws: unknown) { try fixture.pool.signUp(name: "a@b.co", password: "x", attributes: [], client: "other") }
        #expect(throws: unknown) { try fixture.pool.confirmSignUp(name: "a@b.co", code: "1", client: "other") }
        #expect(throws: unknown) { try fixture.pool.resendCode(name: "a@b.co", client: "other") }
        #expect(throws: unknown) { try fixture.pool.signIn(name: "a@b.co", password: "x", client: "other") }
        #expect(throws: unknown) { try fixture.pool.refresh(token: "x", client: "other") }
        #expect(throws: unknown) { try fixture.pool.revoke(token: "x", client: "other") }
    }

    @Test func `a pool that is full takes nobody more`() throws {
        var state = PoolState([])
        let hash = try PoolFixture().signUp().password
        for number in 0..<PoolState.maximumUsers { try state.add(Self.user(number, hash)) }
        #expect(throws: CognitoError.limitExceeded(.users)) { try state.add(Self.user(PoolState.maximumUsers, hash)) }
    }

    @Test func `the mailbox keeps the newest letters only`() throws {
        let mailbox = Mailbox(capacity: 3)
        let address = try #require(EmailAddress("a@b.co"))
        for number in 0..<5 { mailbox.deliver(.init(to: address, subject: "", code: "\(number)", sentAt: UnixTime(seconds: 0))) }
        #expect(mailbox.letters().map(\.code) == ["4", "3", "2"])
    }

    private static func user(_ number: Int, _ hash: PasswordHash) -> User {
        User(
            sub: "\(number)", email: EmailAddress("user\(number)@example.com")!, isConfirmed: true, attributes: [], password: hash,
            createdAt: UnixTime(seconds: 0))
    }
}
