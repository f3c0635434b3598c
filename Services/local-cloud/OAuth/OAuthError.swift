import HTTPCore
import JSON

/// What the OAuth end points refuse, as Cognito names it. Sources: RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 7009 §2.2.1, OpenID Connect Core §3.1.2.6.
struct OAuthError: Error, Equatable {
    enum Code: String {
        case invalidRequest = "invalid_request"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        case invalidScope = "invalid_scope"
        case invalidToken = "invalid_token"
        case insufficientScope = "insufficient_scope"
        case unsupportedGrantType = "unsupported_grant_type"
        case unsupportedResponseType = "unsupported_response_type"
        case unsupportedTokenType = "unsupported_token_type"
        case requestNotSupported = "request_not_supported"
        case loginRequired = "login_required"
        case redirectMismatch = "redirect_mismatch"
        case serverError = "server_error"
        case temporarilyUnavailable = "temporarily_unavailable"
    }

    var code: Code
    /// A sentence for developers; ASCII without quotation marks and backslashes (RFC 6749 §5.2).
    var description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    static let badGrant = OAuthError(.invalidGrant, "The code or token is wrong, used, too old, or for somebody else.")
}

extension OAuthError {
    /// The refusal of the pool in the words of OAuth.
    init(_ error: CognitoError) {
        self =
            switch error {
            case .unknownClient: OAuthError(.invalidClient, "There is no such client.")
            case .unsupportedTokenType: OAuthError(.unsupportedTokenType, "Only refresh tokens can be revoked.")
            case .tooManyRequests: OAuthError(.temporarilyUnavailable, "Too much work is under way; try again in a moment.")
            case .internalFailure: OAuthError(.serverError, "Something went wrong on our side.")
            default: .badGrant
            }
    }

    /// The answer of the token and revocation end points.
    func response(challenge: String? = nil) -> Response {
        var fields: Fields = [.contentType: "application/json;charset=UTF-8", .cacheControl: "no-store", "Pragma": "no-cache"]
        if let challenge { fields.append(.wwwAuthenticate, challenge) }
        let document: JSONFragment = ["error": .string(code.rawValue), "error_description": .string(description)]
        return Response(status: challenge == nil ? status : .unauthorized, fields: fields, body: .bytes(JSON.encode(document)))
    }

    /// The answer of `userInfo` (RFC 6750 §3).
    var bearerResponse: Response {
        let challenge = "Bearer error=\"\(code.rawValue)\", error_description=\"\(description)\""
        var answer = response(challenge: challenge)
        if code == .invalidRequest { answer.status = .badRequest }
        if code == .insufficientScope { answer.status = .forbidden }
        return answer
    }

    private var status: Status {
        switch code {
        case .serverError: .internalServerError
        case .temporarilyUnavailable: .serviceUnavailable
        default: .badRequest
        }
    }
}
