import HTTPCore

/// The actions of the user pools API that this pool has.
enum CognitoAction: String, CaseIterable, Sendable {
    // For everybody: a password, a code or a token says who asks.
    case signUp = "SignUp"
    case confirmSignUp = "ConfirmSignUp"
    case resendConfirmationCode = "ResendConfirmationCode"
    case initiateAuth = "InitiateAuth"
    case respondToAuthChallenge = "RespondToAuthChallenge"
    case getTokensFromRefreshToken = "GetTokensFromRefreshToken"
    case forgotPassword = "ForgotPassword"
    case confirmForgotPassword = "ConfirmForgotPassword"
    case changePassword = "ChangePassword"
    case getUser = "GetUser"
    case deleteUser = "DeleteUser"
    case updateUserAttributes = "UpdateUserAttributes"
    case getUserAttributeVerificationCode = "GetUserAttributeVerificationCode"
    case verifyUserAttribute = "VerifyUserAttribute"
    case globalSignOut = "GlobalSignOut"
    case revokeToken = "RevokeToken"
    case confirmDevice = "ConfirmDevice"
    case getDevice = "GetDevice"
    case listDevices = "ListDevices"
    case forgetDevice = "ForgetDevice"
    case updateDeviceStatus = "UpdateDeviceStatus"
    // For administrators: signed.
    case adminConfirmSignUp = "AdminConfirmSignUp"
    case adminGetUser = "AdminGetUser"
    case adminDeleteUser = "AdminDeleteUser"
    case adminUserGlobalSignOut = "AdminUserGlobalSignOut"
    case adminAddUserToGroup = "AdminAddUserToGroup"
    case adminRemoveUserFromGroup = "AdminRemoveUserFromGroup"
    case adminListGroupsForUser = "AdminListGroupsForUser"
    case createGroup = "CreateGroup"
    case listGroups = "ListGroups"
    case listUsers = "ListUsers"
    case describeUserPool = "DescribeUserPool"
    case describeUserPoolClient = "DescribeUserPoolClient"

    /// Reads the value of `X-Amz-Target`: `AWSCognitoIdentityProviderService.SignUp`.
    init?(target: String) {
        guard target.hasPrefix(Self.prefix) else { return nil }
        self.init(rawValue: String(target.dropFirst(Self.prefix.count)))
    }

    /// Whether AWS wants a signature for it. Source: `smithy.api#noAuth` in the service's model.
    var needsSignature: Bool {
        switch self {
        case .createGroup, .listGroups, .listUsers, .describeUserPool, .describeUserPoolClient: true
        default: rawValue.hasPrefix("Admin")
        }
    }

    private static let prefix = "AWSCognitoIdentityProviderService."
}

/// What `InitiateAuth` may be asked for.
enum AuthFlow: String, CaseIterable, Sendable {
    case userSRP = "USER_SRP_AUTH"
    case refreshTokenAuth = "REFRESH_TOKEN_AUTH"
    case refreshToken = "REFRESH_TOKEN"
    case custom = "CUSTOM_AUTH"
    case adminNoSRP = "ADMIN_NO_SRP_AUTH"
    case userPassword = "USER_PASSWORD_AUTH"
    case adminUserPassword = "ADMIN_USER_PASSWORD_AUTH"
    case userAuth = "USER_AUTH"
}
