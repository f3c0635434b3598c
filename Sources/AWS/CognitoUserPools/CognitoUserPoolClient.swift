import JSON
public import Platform

/// One app client of a Cognito user pool, without a secret. Source: Amazon Cognito user pools API Reference.
///
/// The user's own operations are not signed; a token or a code says who asks. Errors are `AWSError` with Cognito's codes, such as
/// `NotAuthorizedException`, `UsernameExistsException`, `CodeMismatchException`, `ExpiredCodeException`, `InvalidPasswordException`,
/// `UserNotConfirmedException`, `LimitExceededException`.
public struct CognitoUserPoolClient: Sendable {
    /// The app client's id.
    public let appClientID: String
    private let client: AWSClient

    /// An app client of a pool in the client's region.
    public init(appClientID: String, _ client: AWSClient) {
        precondition(client.service == .cognitoUserPools, "a client of Cognito user pools")
        self.appClientID = appClientID
        self.client = client
    }

    // MARK: Accounts

    /// Makes an account that is to be confirmed by a code; returns its `sub`.
    public func signUp(
        username: String, password: Secret<String>, attributes: [String: String]
    ) async throws(AWSError) -> (sub: String, delivery: CognitoDelivery?) {
        let answer = try await call(
            "SignUp",
            [.init("Username", .string(username)), .init("Password", .string(password.reveal())), .init("UserAttributes", Self.list(attributes))])
        return (try answer.required("UserSub", of: "SignUp"), Self.delivery(answer))
    }

    /// Confirms an account with the code that was sent.
    public func confirmSignUp(username: String, code: String) async throws(AWSError) {
        _ = try await call("ConfirmSignUp", [.init("Username", .string(username)), .init("ConfirmationCode", .string(code))])
    }

    /// Sends a new code.
    @discardableResult
    public func resendConfirmationCode(username: String) async throws(AWSError) -> CognitoDelivery? {
        Self.delivery(try await call("ResendConfirmationCode", [.init("Username", .string(username))]))
    }

    /// Sends a code with which a forgotten password is replaced.
    @discardableResult
    public func forgotPassword(username: String) async throws(AWSError) -> CognitoDelivery? {
        Self.delivery(try await call("ForgotPassword", [.init("Username", .string(username))]))
    }

    /// Replaces a forgotten password.
    public func confirmForgotPassword(username: String, code: String, newPassword: Secret<String>) async throws(AWSError) {
        _ = try await call(
            "ConfirmForgotPassword",
            [
                .init("Username", .string(username)), .init("ConfirmationCode", .string(code)), .init("Password", .string(newPassword.reveal())),
            ])
    }

    // MARK: Signing in

    /// Signs in with a password.
    public func signIn(username: String, password: Secret<String>) async throws(AWSError) -> CognitoSignIn {
        try await initiate("USER_PASSWORD_AUTH", [("USERNAME", username), ("PASSWORD", password.reveal())])
    }

    /// New tokens for a refresh token.
    public func refresh(_ refreshToken: Secret<String>) async throws(AWSError) -> CognitoTokens {
        guard case .signedIn(let tokens) = try await initiate("REFRESH_TOKEN_AUTH", [("REFRESH_TOKEN", refreshToken.reveal())]) else {
            throw AWSError(.unexpectedAnswer("InitiateAuth asked something for a refresh token"))
        }
        return tokens
    }

    private func initiate(_ flow: String, _ parameters: [(String, String)]) async throws(AWSError) -> CognitoSignIn {
        let members = parameters.map { JSONFragment.Member($0.0, .string($0.1)) }
        return try CognitoSignIn(try await call("InitiateAuth", [.init("AuthFlow", .string(flow)), .init("AuthParameters", .object(members))]))
    }

    // MARK: With an access token

    /// Who has this access token.
    public func user(_ accessToken: Secret<String>) async throws(AWSError) -> CognitoUser {
        let answer = try await call("GetUser", token: accessToken, isIdempotent: true)
        return CognitoUser(username: try answer.required("Username", of: "GetUser"), attributes: try CognitoUser.attributes(answer, of: "GetUser"))
    }

    /// Changes the password of who knows the old one.
    public func changePassword(_ accessToken: Secret<String>, from old: Secret<String>, to new: Secret<String>) async throws(AWSError) {
        _ = try await call(
            "ChangePassword", [.init("PreviousPassword", .string(old.reveal())), .init("ProposedPassword", .string(new.reveal()))], token: accessToken)
    }

    /// Changes attributes; a new e-mail address takes the old one's place when it is proven.
    ///
    /// - Returns: where the code went that proves it, if one did.
    @discardableResult
    public func updateAttributes(_ accessToken: Secret<String>, _ attributes: [String: String]) async throws(AWSError) -> CognitoDelivery? {
        let answer = try await call("UpdateUserAttributes", [.init("UserAttributes", Self.list(attributes))], token: accessToken)
        return answer["CodeDeliveryDetailsList"]?[0].flatMap(Self.delivery(details:))
    }

    /// Proves the e-mail address with the code that was sent.
    public func verifyEmail(_ accessToken: Secret<String>, code: String) async throws(AWSError) {
        _ = try await call("VerifyUserAttribute", [.init("AttributeName", "email"), .init("Code", .string(code))], token: accessToken)
    }

    /// Ends all sessions of a user.
    public func signOutEverywhere(_ accessToken: Secret<String>) async throws(AWSError) {
        _ = try await call("GlobalSignOut", token: accessToken, isIdempotent: true)
    }

    /// Ends one session.
    public func revoke(_ refreshToken: Secret<String>) async throws(AWSError) {
        _ = try await call("RevokeToken", [.init("Token", .string(refreshToken.reveal()))], isIdempotent: true)
    }

    /// Removes the account.
    public func deleteUser(_ accessToken: Secret<String>) async throws(AWSError) {
        _ = try await call("DeleteUser", token: accessToken)
    }

    private static let withoutClientID: Set<String> = [
        "GetUser", "ChangePassword", "GlobalSignOut", "DeleteUser", "UpdateUserAttributes", "VerifyUserAttribute",
    ]

    private func call(
        _ operation: String, _ input: [JSONFragment.Member] = [], token: Secret<String>? = nil, isIdempotent: Bool = false
    ) async throws(AWSError) -> JSONFragment {
        var input = input
        if !Self.withoutClientID.contains(operation) { input.append(.init("ClientId", .string(appClientID))) }
        input.add("AccessToken", token?.reveal())
        return try await client.call("AWSCognitoIdentityProviderService.\(operation)", input, isIdempotent: isIdempotent, isSigned: false)
    }

    private static func list(_ attributes: [String: String]) -> JSONFragment {
        .array(attributes.sorted { $0.key < $1.key }.map { .object([.init("Name", .string($0.key)), .init("Value", .string($0.value))]) })
    }

    private static func delivery(_ answer: JSONFragment) -> CognitoDelivery? { answer["CodeDeliveryDetails"].flatMap(delivery(details:)) }

    private static func delivery(details: JSONFragment) -> CognitoDelivery? {
        guard let destination = details["Destination"]?.stringValue else { return nil }
        return CognitoDelivery(destination: destination, medium: details["DeliveryMedium"]?.stringValue ?? "EMAIL")
    }
}

extension CognitoSignIn {
    init(_ answer: JSONFragment) throws(AWSError) {
        let operation = "InitiateAuth"
        if let result = answer["AuthenticationResult"] {
            guard let seconds = result["ExpiresIn"]?.intValue else { throw AWSError(.unexpectedAnswer("\(operation) answered without ExpiresIn")) }
            self = .signedIn(
                CognitoTokens(
                    accessToken: Secret(try result.required("AccessToken", of: operation)), idToken: Secret(try result.required("IdToken", of: operation)),
                    refreshToken: result["RefreshToken"]?.stringValue.map(Secret.init), lifetime: .seconds(seconds)))
        } else {
            var parameters: [String: String] = [:]
            if case .object(let members)? = answer["ChallengeParameters"] {
                for member in members { parameters[member.name] = member.value.stringValue }
            }
            self = .challenged(
                name: try answer.required("ChallengeName", of: operation), session: Secret(answer["Session"]?.stringValue ?? ""), parameters: parameters)
        }
    }
}
