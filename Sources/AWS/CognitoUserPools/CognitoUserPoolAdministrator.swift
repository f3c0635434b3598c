import JSON

/// What a service may do with the accounts of a Cognito user pool, by its own credentials. Source: Amazon Cognito user pools API Reference, `Admin…`.
///
/// Every call is signed and may be repeated: a user is named by `sub` or address. Errors are `AWSError` with Cognito's codes, such as
/// `UserNotFoundException`.
public struct CognitoUserPoolAdministrator: Sendable {
    /// The pool's identifier, such as `us-east-1_AbCdEfGhI`.
    public let userPoolID: String
    private let client: AWSClient

    /// An administrator of a pool in the client's region.
    public init(userPoolID: String, _ client: AWSClient) {
        precondition(client.service == .cognitoUserPools, "a client of Cognito user pools")
        self.userPoolID = userPoolID
        self.client = client
    }

    /// Removes an account; an account that is not there (any more) is as good as removed, so that a job may try again.
    public func deleteUser(_ username: String) async throws(AWSError) {
        do throws(AWSError) {
            _ = try await call("AdminDeleteUser", username)
        } catch  where error.code == "UserNotFoundException" {
            return
        }
    }

    /// Ends all sessions of a user. Access tokens that were given stay good for verifiers until they expire.
    public func signOutEverywhere(_ username: String) async throws(AWSError) { _ = try await call("AdminUserGlobalSignOut", username) }

    /// What the pool knows of a user.
    public func user(_ username: String) async throws(AWSError) -> CognitoUser {
        let answer = try await call("AdminGetUser", username)
        return CognitoUser(
            username: try answer.required("Username", of: "AdminGetUser"), attributes: try CognitoUser.attributes(answer, of: "AdminGetUser"))
    }

    /// The names of a user's groups, 60 at most.
    public func groups(_ username: String) async throws(AWSError) -> [String] {
        guard case .array(let list)? = try await call("AdminListGroupsForUser", username)["Groups"] else {
            throw AWSError(.unexpectedAnswer("AdminListGroupsForUser answered without Groups"))
        }
        return list.compactMap { $0["GroupName"]?.stringValue }
    }

    private func call(_ operation: String, _ username: String) async throws(AWSError) -> JSONFragment {
        let input: [JSONFragment.Member] = [.init("UserPoolId", .string(userPoolID)), .init("Username", .string(username))]
        return try await client.call("AWSCognitoIdentityProviderService.\(operation)", input, isIdempotent: true)
    }
}

extension CognitoUser {
    /// `UserAttributes` by their names.
    static func attributes(_ answer: JSONFragment, of operation: String) throws(AWSError) -> [String: String] {
        guard case .array(let list)? = answer["UserAttributes"] else { throw AWSError(.unexpectedAnswer("\(operation) answered without UserAttributes")) }
        var attributes: [String: String] = [:]
        for item in list { if let name = item["Name"]?.stringValue { attributes[name] = item["Value"]?.stringValue } }
        return attributes
    }
}
