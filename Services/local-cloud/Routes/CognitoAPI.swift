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
        case .respondToAuthChallenge: return try respondToAuthChallenge(input)
        case .getTokensFromRefreshToken: return try getTokensFromRefreshToken(input)
        case .forgotPassword: return try forgotPassword(input)
        case .confirmForgotPassword: return try confirmForgotPassword(input)
        case .changePassword: return try changePassword(input)
        case .getUser: return try getUser(input)
        case .deleteUser: return try deleteUser(input)
        case .updateUserAttributes: return try updateUserAttributes(input)
        case .getUserAttributeVerificationCode: return try getUserAttributeVerificationCode(input)
        case .verifyUserAttribute: return try verifyUserAttribute(input)
        case .globalSignOut: return try globalSignOut(input)
        case .revokeToken: return try revokeToken(input)
        case .confirmDevice: return try confirmDevice(input)
        case .getDevice: return try getDevice(input)
        case .listDevices: return try listDevices(input)
        case .forgetDevice: return try forgetDevice(input)
        case .updateDeviceStatus: return try updateDeviceStatus(input)
        default: return try administer(action, input)
        }
    }

    private func administer(_ action: CognitoAction, _ input: ActionInput) throws(CognitoError) -> JSONFragment {
        switch action {
        case .adminConfirmSignUp: return try adminConfirmSignUp(input)
        case .adminGetUser: return try adminGetUser(input)
        case .adminDeleteUser: return try adminDeleteUser(input)
        case .adminUserGlobalSignOut: return try adminUserGlobalSignOut(input)
        case .adminAddUserToGroup: return try adminAddUserToGroup(input)
        case .adminRemoveUserFromGroup: return try adminRemoveUserFromGroup(input)
        case .adminListGroupsForUser: return try adminListGroupsForUser(input)
        case .createGroup: return try createGroup(input)
        case .listGroups: return try listGroups(input)
        case .listUsers: return try listUsers(input)
        case .describeUserPool: return try describeUserPool(input)
        case .describeUserPoolClient: return try describeUserPoolClient(input)
        default: throw .unknownOperation
        }
    }
}

extension ActionInput {
    func accessToken() throws(CognitoError) -> String { try text("AccessToken", maximumBytes: 8_192) }

    func username() throws(CognitoError) -> String { try text("Username", maximumBytes: 128) }

    func client() throws(CognitoError) -> String { try text("ClientId", maximumBytes: 128) }

    func pool() throws(CognitoError) -> String { try text("UserPoolId", maximumBytes: 55) }
}
