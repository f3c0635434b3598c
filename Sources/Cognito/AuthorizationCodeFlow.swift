import Crypto
import Encoding
public import HTTPClient
import JSON
public import Platform

/// Signing in on the user pool's hosted pages: authorization code with PKCE for an app client without a secret (RFC 6749 §4.1, RFC 7636, OpenID
/// Connect Core 1.0 §3.1).
///
/// A flow is begun with values nobody can guess; who began it keeps them, and whoever comes back with the state is given tokens for the code.
public struct AuthorizationCodeFlow: Sendable {
    /// Where the pool's pages are, and who sends people there.
    public struct Configuration: Sendable {
        /// The domain of the hosted pages, `https://auth.example.com`, without a slash at the end.
        public var domain: String
        /// The app client.
        public var clientID: String
        /// Where the pool sends people back to; registered with the app client, compared exactly.
        public var redirectURI: String
        /// What is asked for: who it is, and that the learner's own actions of the user pools API may be called, such as `ChangePassword`.
        public var scopes = ["openid", "email", "profile", "aws.cognito.signin.user.admin"]

        /// A configuration.
        public init(domain: String, clientID: String, redirectURI: String) {
            self.domain = domain
            self.clientID = clientID
            self.redirectURI = redirectURI
        }
    }

    private let configuration: Configuration
    private let client: any HTTPClient

    /// A flow over a client that calls the token end point.
    public init(_ configuration: Configuration, client: any HTTPClient) {
        self.configuration = configuration
        self.client = client
    }

    /// The address to send somebody to who is to sign in.
    ///
    /// - Parameter language: the language of the pages, such as `ja`.
    public func authorizationURL(for attempt: AuthorizationAttempt, language: String? = nil) -> String {
        var query = [
            ("response_type", "code"), ("client_id", configuration.clientID), ("redirect_uri", configuration.redirectURI),
            ("scope", configuration.scopes.joined(separator: " ")), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
        ]
        if let language { query.append(("lang", language)) }
        return configuration.domain + "/oauth2/authorize?" + Self.form(query)
    }

    /// The address that ends the session of the hosted pages and leads on to `destination`, which is registered with the app client.
    public func logoutURL(destination: String) -> String {
        configuration.domain + "/logout?" + Self.form([("client_id", configuration.clientID), ("logout_uri", destination)])
    }

    /// Tokens for the code that the pool sent somebody back with.
    ///
    /// - Throws: `refused` for a code that is wrong, used or too old; `unavailable` when the pool cannot be asked.
    public func redeem(code: Secret<String>, of attempt: AuthorizationAttempt) async throws(AuthorizationError) -> AuthorizationGrant {
        let form = Self.form([
            ("grant_type", "authorization_code"), ("client_id", configuration.clientID), ("redirect_uri", configuration.redirectURI),
            ("code", code.reveal()), ("code_verifier", attempt.verifier.reveal()),
        ])
        let response = try await post(form)
        guard response.status == 200 else { throw Self.error(response) }
        guard let document = try? GrantDocument.decode(json: response.body) else { throw .unavailable("the token end point's answer is no grant") }
        return document.grant
    }

    /// A code is good once: the request is not sent again by itself.
    private func post(_ form: String) async throws(AuthorizationError) -> HTTPClientResponse {
        let limits = HTTPClientLimits(connectTimeout: .seconds(2), firstByteTimeout: .seconds(5), totalTimeout: .seconds(8), maximumResponseBytes: 64 * 1024)
        let headers = [HTTPClientHeader("Content-Type", "application/x-www-form-urlencoded"), HTTPClientHeader("Accept", "application/json")]
        do throws(HTTPClientError) {
            return try await client.send(
                HTTPClientRequest(method: "POST", url: configuration.domain + "/oauth2/token", headers: headers, body: Array(form.utf8), limits: limits))
        } catch {
            throw .unavailable("\(error)")
        }
    }

    /// RFC 6749 §5.2: `invalid_grant` alone is about the code; every other error is about us or the pool, and a new attempt would meet it too.
    private static func error(_ response: HTTPClientResponse) -> AuthorizationError {
        let code = (try? JSON.parse(response.body, maximumDepth: 8))?["error"]?.stringValue ?? ""
        guard code == "invalid_grant" else { return .unavailable("the token end point answered \(response.status) \(code.prefix(64))") }
        return .refused(code)
    }

    private static func form(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
    }
}

/// One attempt to sign in on the hosted pages: what only the one who began it knows.
public struct AuthorizationAttempt: Sendable, Equatable {
    /// Comes back with the code, so that nobody can be made to finish somebody else's attempt (RFC 6749 §10.12).
    public let state: String
    /// Comes back in the ID token.
    public let nonce: String
    /// Proves to the token end point who began (RFC 7636 §4.1).
    public let verifier: Secret<String>

    /// An attempt with 256 random bits in each value.
    public static func begin() -> AuthorizationAttempt {
        let text = { Base64.encode(SecureRandom.bytes(32), alphabet: .urlSafe, padded: false) }
        return AuthorizationAttempt(state: text(), nonce: text(), verifier: Secret(text()))
    }

    /// An attempt that was kept.
    public init(state: String, nonce: String, verifier: Secret<String>) {
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
    }

    /// What the pool is shown of the verifier: its SHA-256 (RFC 7636 §4.2).
    public var challenge: String { Base64.encode(SHA256.hash(verifier.reveal()), alphabet: .urlSafe, padded: false) }
}

/// What the token end point gives for a code.
public struct AuthorizationGrant: Sendable {
    /// For our services.
    public let accessToken: Secret<String>
    /// How long the access token is good.
    public let lifetime: Duration
    /// Says who it is; still to be verified.
    public let idToken: Secret<String>
    /// Gets new ones.
    public let refreshToken: Secret<String>
}

/// The members of RFC 6749 §5.1 that are used here.
private struct GrantDocument: JSONObject {
    let accessToken: String
    let expiresIn: Int
    let idToken: String
    let refreshToken: String

    static let json = Object(
        "AuthorizationGrant", { Self(accessToken: $0, expiresIn: $1, idToken: $2, refreshToken: $3) },
        Field("access_token", \.accessToken, .length(1...8_192), secret: true), Field("expires_in", \.expiresIn, .range(1...86_400)),
        Field("id_token", \.idToken, .length(1...8_192), secret: true),
        Field("refresh_token", \.refreshToken, .length(1...8_192), secret: true))

    var grant: AuthorizationGrant {
        AuthorizationGrant(accessToken: Secret(accessToken), lifetime: .seconds(expiresIn), idToken: Secret(idToken), refreshToken: Secret(refreshToken))
    }
}

/// Why no tokens came of an attempt.
public enum AuthorizationError: Error, Sendable, Equatable {
    /// The pool refuses the code; with its error code, `invalid_grant`.
    case refused(String)
    /// The pool cannot be asked; the text is for the log.
    case unavailable(String)
}
