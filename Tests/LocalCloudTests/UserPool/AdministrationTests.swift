import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct AdministrationTests {
    private static let poolID = "us-east-1_LocalPool"
    private let fixture: PoolFixture
    private let api: CognitoAPI

    init() throws {
        fixture = try PoolFixture()
        api = CognitoAPI(pool: fixture.pool)
    }

    private func perform(_ action: CognitoAction, _ body: JSONFragment) throws -> JSONFragment {
        let pool = JSONFragment.Member("UserPoolId", .string(Self.poolID))
        return try api.perform(action, ActionInput(JSON.encode(JSONFragment.object((body.members ?? []) + [pool]))))
    }

    private func users(_ filter: String, _ more: [JSONFragment.Member] = []) throws -> [String] {
        let answer = try perform(.listUsers, .object([.init("Filter", .string(filter))] + more))
        return answer["Users"]?.arrayValue?.compactMap { $0["Username"]?.stringValue } ?? []
    }

    @Test func `an administrator sees a user by address and by sub`() throws {
        let user = try fixture.learner()
        for name in ["Kaede@example.com", user.sub] {
            let answer = try perform(.adminGetUser, ["Username": .string(name)])
            #expect(answer["Username"] == .string(user.sub) && answer["UserStatus"] == "CONFIRMED" && answer["Enabled"] == true)
            #expect(answer["UserAttributes"]?.arrayValue?.contains(["Name": "email", "Value": "kaede@example.com"]) == true)
            #expect(answer["UserCreateDate"]?.intValue == Int(user.createdAt.seconds))
        }
        #expect(throws: CognitoError.userNotFound) { try perform(.adminGetUser, ["Username": "nobody@example.com"]) }
    }

    @Test func `an administrator signs a user out everywhere, browsers too, and deletes them`() throws {
        let user = try fixture.learner(), tokens = try fixture.signIn(), browser = try fixture.pool.signInBrowser(user.sub).cookie
        _ = try perform(.adminUserGlobalSignOut, ["Username": "kaede@example.com"])
        #expect(throws: CognitoError.notAuthorized(.revokedRefreshToken)) { try fixture.refresh(tokens) }
        #expect(fixture.pool.browser(browser) == nil)
        _ = try perform(.adminDeleteUser, ["Username": "kaede@example.com"])
        #expect(throws: CognitoError.userNotFound) { try perform(.adminDeleteUser, ["Username": "kaede@example.com"]) }
        #expect(fixture.store.users().isEmpty)
    }

    @Test func `groups are made, joined in the order of precedence, told in tokens, left`() throws {
        try fixture.learner()
        for (name, precedence) in [("late", 9), ("early", 1)] {
            _ = try perform(.createGroup, ["GroupName": .string(name), "Precedence": .int(precedence), "Description": "A group."])
            _ = try perform(.adminAddUserToGroup, ["Username": "kaede@example.com", "GroupName": .string(name)])
        }
        #expect(throws: CognitoError.groupExists) { try perform(.createGroup, ["GroupName": "late"]) }
        #expect(throws: CognitoError.noSuchGroup) { try perform(.adminAddUserToGroup, ["Username": "kaede@example.com", "GroupName": "none"]) }
        #expect(try Claims(fixture.signIn().accessToken)["cognito:groups"] == ["early", "late"])
        _ = try perform(.adminRemoveUserFromGroup, ["Username": "kaede@example.com", "GroupName": "early"])
        let left = try perform(.adminListGroupsForUser, ["Username": "kaede@example.com"])["Groups"]?.arrayValue
        #expect(left?.count == 1 && left?[0]["GroupName"] == "late" && left?[0]["Precedence"] == 9 && left?[0]["Description"] == "A group.")
    }

    @Test(arguments: ["", "two words", "new\nline", String(repeating: "a", count: 129)]) func `a group's name is one word`(name: String) {
        #expect(throws: CognitoError.self) { try perform(.createGroup, ["GroupName": .string(name)]) }
    }

    @Test func `groups are bounded, and listed in pages`() throws {
        for number in 0..<UserGroup.maximumGroups { _ = try perform(.createGroup, ["GroupName": .string("g\(number + 1_000)")]) }
        #expect(throws: CognitoError.limitExceeded(.groups)) { try perform(.createGroup, ["GroupName": "more"]) }
        var names: [String] = [], token: JSONFragment = .null, pages = 0
        repeat {
            let page = try perform(.listGroups, ["NextToken": token, "Limit": 60])
            names += page["Groups"]?.arrayValue?.compactMap { $0["GroupName"]?.stringValue } ?? []
            token = page["NextToken"] ?? .null
            pages += 1
        } while token != .null && pages < 100
        #expect(pages == 9 && names == (0..<UserGroup.maximumGroups).map { "g\($0 + 1_000)" })
        #expect(throws: CognitoError.invalidParameter("Invalid pagination token.")) { try perform(.listGroups, ["NextToken": "nowhere"]) }
    }

    @Test func `users are found by sub, address and the beginning of either`() throws {
        let kaede = try fixture.learner().sub, momiji = try fixture.signUp("momiji@example.com").sub
        #expect(try users("sub = \"\(kaede)\"") == [kaede] && users("email=\"momiji@example.com\"") == [momiji])
        #expect(try users("email ^= \"k\"") == [kaede] && users("cognito:user_status = \"UNCONFIRMED\"") == [momiji])
        #expect(try Set(users("")) == [kaede, momiji] && users("email = \"nobody\"").isEmpty)
    }

    @Test(arguments: ["email", "email =", "email = x", "email = \"x", "email = \"x\" or", "password = \"x\"", "custom:timezone = \"x\"", "= \"x\"", "^"])
    func `a filter that cannot be is refused`(filter: String) { #expect(throws: CognitoError.self) { try users(filter) } }

    @Test func `a quoted mark belongs to the value`() throws {
        #expect(try UserFilter(#"given_name = "a\"b\\c""#) != UserFilter(#"given_name = "ab""#))
        let user = try fixture.signUp(attributes: [UserAttribute(name: "given_name", value: #"a"b\c"#), UserAttribute(name: "family_name", value: "x")])
        #expect(try users(#"given_name = "a\"b\\c""#) == [user.sub])
    }

    @Test func `users are listed in pages, with the attributes that are wanted`() throws {
        let all = try (0..<5).map { try fixture.signUp("l\($0)@example.com").sub }.sorted()
        let first = try perform(.listUsers, ["Limit": 2, "AttributesToGet": ["email"]])
        #expect(first["Users"]?.arrayValue?.map { $0["Attributes"]?.arrayValue?.count } == [1, 1])
        let rest = try perform(.listUsers, ["PaginationToken": first["PaginationToken"] ?? .null])
        let found = [first, rest].flatMap { $0["Users"]?.arrayValue?.compactMap { $0["Username"]?.stringValue } ?? [] }
        #expect(found == all && rest["PaginationToken"] == nil)
    }

    @Test func `pool and client say what they are`() throws {
        let pool = try perform(.describeUserPool, [:])["UserPool"],
            client = try perform(.describeUserPoolClient, ["ClientId": "web-client-local"])["UserPoolClient"]
        #expect(pool?["Id"] == .string(Self.poolID) && pool?["Policies"]?["PasswordPolicy"]?["MinimumLength"] == 8)
        #expect(client?["AllowedOAuthFlows"] == ["code"] && client?["ClientSecret"] == nil && client?["CallbackURLs"]?.arrayValue?.count == 8)
        #expect(throws: CognitoError.unknownClient("x")) { try perform(.describeUserPoolClient, ["ClientId": "x"]) }
    }
}
