import JSON

/// The user pools API without HTTP: an action and a body in, a body or an error out. Blocks, as the pool does.
struct CognitoAPI: Sendable {
    let pool: UserPool

    /// Does what an action asks for. Source: Amazon Cognito user pools API reference.
    func perform(_ action: CognitoAction, _ input: ActionInput) throws(CognitoError) -> JSONFragment {
        switch action {
        case .signUp: return try signUp(input)
        case .confirmSignUp: return try confirmSignUp(input)
        case .resendConfirmationCode: return try resendConfirmationCode(input)
        case .initiateAuth: return try initiateAuth(input)
        case .getUser: return try getUser(input)
        case .globalSignOut: return try globalSignOut(input)
        case .revokeToken: return try revokeToken(input)
        case .adminConfirmSignUp: return try adminConfirmSignUp(input)
        }
    }

    private func signUp(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let user = try pool.signUp(
            name: try input.text("Username", maximumBytes: 128), password: try input.password(), attributes: try input.attributes("UserAttributes"),
            client: try input.text("ClientId", maximumBytes: 128))
        return ["CodeDeliveryDetails": delivery(to: user.email), "UserConfirmed": false, "UserSub": .string(user.sub)]
    }

    private func confirmSignUp(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.confirmSignUp(
            name: try input.text("Username", maximumBytes: 128), code: try input.text("ConfirmationCode"),
            client: try input.text("ClientId", maximumBytes: 128))
        return [:]
    }

    private func resendConfirmationCode(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let email = try pool.resendCode(name: try input.text("Username", maximumBytes: 128), client: try input.text("ClientId", maximumBytes: 128))
        return ["CodeDeliveryDetails": delivery(to: email)]
    }

    private func initiateAuth(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let name = try input.text("AuthFlow"), client = try input.text("ClientId", maximumBytes: 128)
        guard let flow = AuthFlow(rawValue: name) else {
            throw .constraint("AuthFlow", "Member must satisfy enum value set: [\(AuthFlow.allCases.map(\.rawValue).joined(separator: ", "))]")
        }
        try pool.check(client: client)
        switch flow {
        case .userPassword:
            // Bounded as in `SignUp`: names that nobody can have are not worth remembering.
            let name = try input.parameter("USERNAME", maximumBytes: 128)
            return result(try pool.signIn(name: name, password: try input.parameter("PASSWORD"), client: client))
        case .refreshToken, .refreshTokenAuth: return result(try pool.refresh(token: try input.parameter("REFRESH_TOKEN"), client: client))
        default: throw .invalidParameter("\(name) is not enabled for the client.")
        }
    }

    private func getUser(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let user = try pool.user(accessToken: try input.accessToken())
        let attributes = user.allAttributes.map { JSONFragment.object([.init("Name", .string($0.name)), .init("Value", .string($0.value))]) }
        return ["UserAttributes": .array(attributes), "Username": .string(user.sub)]
    }

    private func globalSignOut(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.globalSignOut(accessToken: try input.accessToken())
        return [:]
    }

    private func revokeToken(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.revoke(token: try input.text("Token", maximumBytes: 8_192), client: try input.text("ClientId", maximumBytes: 128))
        return [:]
    }

    private func adminConfirmSignUp(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.adminConfirm(name: try input.text("Username", maximumBytes: 128), pool: try input.text("UserPoolId", maximumBytes: 55))
        return [:]
    }
}

extension CognitoAPI {
    private func delivery(to email: EmailAddress) -> JSONFragment {
        ["AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": .string(email.masked)]
    }

    private func result(_ tokens: TokenSet) -> JSONFragment {
        var members: [JSONFragment.Member] = [
            .init("AccessToken", .string(tokens.accessToken)), .init("ExpiresIn", .int(Int(tokens.lifetime.components.seconds))),
            .init("IdToken", .string(tokens.idToken)),
        ]
        if let refreshToken = tokens.refreshToken { members.append(.init("RefreshToken", .string(refreshToken))) }
        members.append(.init("TokenType", "Bearer"))
        return ["AuthenticationResult": .object(members), "ChallengeParameters": [:]]
    }
}

extension ActionInput {
    fileprivate func accessToken() throws(CognitoError) -> String { try text("AccessToken", maximumBytes: 8_192) }
}
