import HTTPCore

/// What the token end point is asked for. Sources: RFC 6749 §4.1.3 and §6, RFC 7636 §4.5.
enum TokenRequest: Sendable, Equatable {
    /// Tokens for a code.
    case code(String, redirectURI: String, verifier: String, client: String)
    /// New access and ID tokens for a refresh token, of fewer scopes if some are named.
    case refresh(String, scope: String?, client: String)

    /// Reads a form.
    init(form: String) throws(OAuthError) {
        guard let given = Parameters(form) else { throw OAuthError(.invalidRequest, "The form is not encoded well or too long.") }
        if let name = Self.names.first(where: given.repeated.contains) { throw OAuthError(.invalidRequest, "\(name) was given more than once.") }
        guard let grant = given["grant_type"] else { throw OAuthError(.invalidRequest, "grant_type is missing.") }
        guard grant == "authorization_code" || grant == "refresh_token" else {
            throw OAuthError(.unsupportedGrantType, "grant_type is authorization_code or refresh_token.")
        }
        guard let client = given["client_id"], given["client_secret"] == nil else { throw Self.client }
        func needed(_ name: String) throws(OAuthError) -> String {
            guard let value = given[name] else { throw OAuthError(.invalidRequest, "\(name) is missing.") }
            return value
        }
        if grant == "refresh_token" {
            self = .refresh(try needed("refresh_token"), scope: given["scope"], client: client)
        } else {
            self = .code(try needed("code"), redirectURI: try needed("redirect_uri"), verifier: try needed("code_verifier"), client: client)
        }
    }

    static let client = OAuthError(.invalidClient, "Send client_id in the form; the client has no secret.")
    private static let names = ["grant_type", "client_id", "client_secret", "code", "redirect_uri", "code_verifier", "refresh_token", "scope"]
}
