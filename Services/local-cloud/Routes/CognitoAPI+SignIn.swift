import JSON

extension CognitoAPI {
    func initiateAuth(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let name = try input.text("AuthFlow"), client = try input.client()
        guard let flow = AuthFlow(rawValue: name) else {
            throw .constraint("AuthFlow", "Member must satisfy enum value set: [\(AuthFlow.allCases.map(\.rawValue).joined(separator: ", "))]")
        }
        try pool.check(client: client)
        switch flow {
        case .userPassword:
            // Bounded as in `SignUp`: names that nobody can have are not worth remembering.
            let name = try input.parameter("USERNAME", maximumBytes: 128), device = try input.optionalParameter("DEVICE_KEY", maximumBytes: 55)
            return result(try pool.signIn(name: name, password: try input.parameter("PASSWORD"), client: client, deviceKey: device))
        case .refreshToken, .refreshTokenAuth: return result(try pool.refresh(token: try input.parameter("REFRESH_TOKEN"), client: client))
        default: throw .invalidParameter("\(name) is not enabled for the client.")
        }
    }

    /// Rotation of refresh tokens is off for this client, so the refresh token stays the same, as Cognito says of this action.
    func getTokensFromRefreshToken(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let answer = result(try pool.refresh(token: try input.text("RefreshToken", maximumBytes: 8_192), client: try input.client()))
        return ["AuthenticationResult": answer["AuthenticationResult"] ?? [:]]
    }

    /// `USER_PASSWORD_AUTH` asks nothing more of anybody in this pool: there is no MFA, nobody is made by an administrator, and devices are recognised
    /// by their keys alone, without SRP. So no session is ever open.
    func respondToAuthChallenge(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        let name = try input.text("ChallengeName")
        try pool.check(client: try input.client())
        guard Self.challenges.contains(name) else {
            throw .constraint("ChallengeName", "Member must satisfy enum value set: [\(Self.challenges.joined(separator: ", "))]")
        }
        throw .notAuthorized(.invalidSession)
    }

    /// Amazon Cognito user pools API reference, `RespondToAuthChallenge`.
    private static let challenges = [
        "SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA", "SELECT_MFA_TYPE", "MFA_SETUP", "PASSWORD_VERIFIER", "CUSTOM_CHALLENGE", "SELECT_CHALLENGE",
        "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH", "NEW_PASSWORD_REQUIRED", "SMS_OTP", "PASSWORD", "WEB_AUTHN", "PASSWORD_SRP",
    ]

    func globalSignOut(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.globalSignOut(accessToken: try input.accessToken())
        return [:]
    }

    func revokeToken(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.revoke(token: try input.text("Token", maximumBytes: 8_192), client: try input.client())
        return [:]
    }

    private func result(_ tokens: TokenSet) -> JSONFragment {
        var members: [JSONFragment.Member] = [
            .init("AccessToken", .string(tokens.accessToken)), .init("ExpiresIn", .int(Int(tokens.lifetime.components.seconds))),
        ]
        if let idToken = tokens.idToken { members.append(.init("IdToken", .string(idToken))) }
        if let device = tokens.newDevice {
            members.append(.init("NewDeviceMetadata", ["DeviceGroupKey": .string(Device.groupKey), "DeviceKey": .string(device)]))
        }
        if let refreshToken = tokens.refreshToken { members.append(.init("RefreshToken", .string(refreshToken))) }
        members.append(.init("TokenType", "Bearer"))
        return ["AuthenticationResult": .object(members), "ChallengeParameters": [:]]
    }
}
