/// Everything the user pool refuses, with the type and the sentence Amazon Cognito answers.
///
/// Source: Amazon Cognito user pools API reference, "Errors" of each action; the sentences are those of the service.
enum CognitoError: Error, Equatable {
    /// The password breaks a rule of the policy.
    case invalidPassword(PasswordPolicy.Violation)
    /// Another account has this e-mail address.
    case usernameExists
    /// The address that was proven is another account's.
    case aliasExists
    /// A group has this name.
    case groupExists
    /// A group nobody made.
    case noSuchGroup
    /// A device that is not the user's.
    case noSuchDevice
    /// The device is the user's already.
    case deviceKeyExists
    /// The account, password or token does not entitle the caller.
    case notAuthorized(Refusal)
    /// The password is right, but the address was never confirmed.
    case userNotConfirmed
    /// An administrator named a user who is not there.
    case userNotFound
    /// The confirmation code is another one.
    case codeMismatch
    /// The confirmation code is used, too old, or was never sent.
    case expiredCode
    /// Too many attempts, codes or users.
    case limitExceeded(Limit)
    /// The request is understood, but a value in it is not acceptable.
    case invalidParameter(String)
    /// No such app client.
    case unknownClient(String)
    /// No such user pool.
    case unknownPool(String)
    /// `RevokeToken` takes refresh tokens only.
    case unsupportedTokenType
    /// The body is not a JSON object, or a member has the wrong type.
    case serialization(String)
    /// The body is longer than this many bytes.
    case bodyTooLarge(limitBytes: Int)
    /// No `X-Amz-Target`, or an action we do not have.
    case unknownOperation
    /// The pool of threads is busy; try later.
    case tooManyRequests
    /// Our own fault; `cause` is for the log alone.
    case internalFailure(cause: String)

    /// Why somebody is not authorised.
    enum Refusal: String {
        case wrongPassword = "Incorrect username or password."
        case tooManyPasswords = "Password attempts exceeded"
        case alreadyConfirmed = "User cannot be confirmed. Current status is CONFIRMED"
        case invalidAccessToken = "Invalid Access Token"
        case expiredAccessToken = "Access Token has expired"
        case revokedAccessToken = "Access Token has been revoked"
        case invalidRefreshToken = "Invalid Refresh Token"
        case expiredRefreshToken = "Refresh Token has expired"
        case revokedRefreshToken = "Refresh Token has been revoked"
        case missingScope = "Access Token does not have required scopes"
        case invalidSession = "Invalid session for the user."
        case unwritableAttribute = "A client attempted to write unauthorized attribute"
    }

    /// Which bound was met.
    enum Limit: String {
        case attempts = "Attempt limit exceeded, please try after some time."
        case groups = "The user pool holds as many groups as it may, or the user is in as many."
        case users = "The user pool holds as many users as it may."
    }
}

extension CognitoError {
    /// The name of the exception, sent as `__type` and in `x-amzn-ErrorType`.
    var type: String {
        switch self {
        case .invalidPassword: "InvalidPasswordException"
        case .usernameExists: "UsernameExistsException"
        case .aliasExists: "AliasExistsException"
        case .groupExists: "GroupExistsException"
        case .deviceKeyExists: "DeviceKeyExistsException"
        case .notAuthorized: "NotAuthorizedException"
        case .userNotConfirmed: "UserNotConfirmedException"
        case .userNotFound: "UserNotFoundException"
        case .codeMismatch: "CodeMismatchException"
        case .expiredCode: "ExpiredCodeException"
        case .limitExceeded: "LimitExceededException"
        case .invalidParameter: "InvalidParameterException"
        case .unknownClient, .unknownPool, .noSuchGroup, .noSuchDevice: "ResourceNotFoundException"
        case .unsupportedTokenType: "UnsupportedTokenTypeException"
        case .serialization: "SerializationException"
        case .bodyTooLarge: "RequestEntityTooLargeException"
        case .unknownOperation: "UnknownOperationException"
        case .tooManyRequests: "TooManyRequestsException"
        case .internalFailure: "InternalErrorException"
        }
    }

    /// The sentence for the caller.
    var message: String {
        switch self {
        case .invalidPassword(let violation): "Password did not conform with policy: \(violation.rawValue)"
        case .usernameExists: "An account with the given email already exists."
        case .aliasExists: "An account with the given email already exists."
        case .groupExists: "A group with the name already exists."
        case .noSuchGroup: "Group not found."
        case .noSuchDevice: "Device does not exist."
        case .deviceKeyExists: "Device key already exists."
        case .notAuthorized(let refusal): refusal.rawValue
        case .userNotConfirmed: "User is not confirmed."
        case .userNotFound: "User does not exist."
        case .codeMismatch: "Invalid verification code provided, please try again."
        case .expiredCode: "Invalid code provided, please request a code again."
        case .limitExceeded(let limit): limit.rawValue
        case .invalidParameter(let message), .serialization(let message): message
        case .unknownClient(let client): "User pool client \(client) does not exist."
        case .unknownPool(let pool): "User pool \(pool) does not exist."
        case .unsupportedTokenType: "Only refresh tokens can be revoked."
        case .bodyTooLarge(let limitBytes): "Request size exceeded \(limitBytes) bytes"
        case .unknownOperation: "The operation is not supported."
        case .tooManyRequests: "Too many requests"
        case .internalFailure: "Something went wrong"
        }
    }

    /// True when the fault is not the caller's.
    var isOurFault: Bool {
        if case .internalFailure = self { true } else { false }
    }
}
