import HTTPCore

/// The actions of the user pools API that this pool has.
enum CognitoAction: String, CaseIterable, Sendable {
    case signUp = "SignUp"
    case confirmSignUp = "ConfirmSignUp"
    case resendConfirmationCode = "ResendConfirmationCode"
    case initiateAuth = "InitiateAuth"
    case getUser = "GetUser"
    case globalSignOut = "GlobalSignOut"
    case revokeToken = "RevokeToken"
    case adminConfirmSignUp = "AdminConfirmSignUp"

    /// Reads the value of `X-Amz-Target`: `AWSCognitoIdentityProviderService.SignUp`.
    init?(target: String) {
        guard target.hasPrefix(Self.prefix) else { return nil }
        self.init(rawValue: String(target.dropFirst(Self.prefix.count)))
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
