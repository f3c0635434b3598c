import Encoding
import Platform

/// What an app asks for when it sends a learner to sign in: a code, bound to a redirect URI, a state and a proof key.
///
/// Stricter than Cognito, for the client has no secret: `state` and a challenge with S256 must be there, and nothing may be said twice.
/// Sources: RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1; Amazon Cognito developer guide, "Authorize endpoint".
struct AuthorizeRequest: Sendable, Equatable {
    /// Whether the learner may or must see the sign-in page.
    enum Prompt: String {
        case none, login
    }

    let client: String
    let redirectURI: String
    let state: String
    let scopes: ScopeSet
    let nonce: String?
    let proofKey: ProofKey
    private(set) var prompt: Prompt?
    /// How long ago the password may have been given, in seconds.
    let maximumAge: Int?
    private let language: String?
    /// The address to fill in.
    let hint: String?

    /// What is wrong with a request.
    enum Refusal: Error, Equatable {
        /// Told on a page of ours: nobody is sent to an address that the client does not have.
        case shown(OAuthError)
        /// Told to the app.
        case sent(OAuthError, to: String, state: String?)
    }

    /// The longest `state` and `nonce` in bytes.
    static let maximumBytes = 2_048

    /// Reads the query of a request for a client's code.
    init(query: String?, for configuration: PoolConfiguration) throws(Refusal) {
        guard let given = Parameters(query ?? "") else { throw .shown(OAuthError(.invalidRequest, "The query is not encoded well or too long.")) }
        let redirectURI = try Self.redirectURI(given, configuration)
        let state = given.repeated.contains("state") ? nil : given["state"]
        func refused(_ code: OAuthError.Code, _ description: String) -> Refusal {
            .sent(OAuthError(code, description), to: redirectURI, state: state.flatMap { $0.isVisible(upTo: Self.maximumBytes) ? $0 : nil })
        }
        if let name = Self.names.first(where: given.repeated.contains) { throw refused(.invalidRequest, "\(name) was given more than once.") }
        if given["request"] != nil || given["request_uri"] != nil { throw refused(.requestNotSupported, "Request objects are not supported.") }
        guard let type = given["response_type"] else { throw refused(.invalidRequest, "response_type is missing.") }
        guard type == "code" else { throw refused(.unsupportedResponseType, "Only response_type=code is enabled for the client.") }
        guard (given["response_mode"] ?? "query") == "query" else { throw refused(.invalidRequest, "Only response_mode=query is supported.") }
        guard let state, state.isVisible(upTo: Self.maximumBytes) else {
            throw refused(.invalidRequest, "state is missing, too long, or holds more than printable ASCII.")
        }
        guard given["nonce"]?.isVisible(upTo: Self.maximumBytes) ?? true else {
            throw refused(.invalidRequest, "nonce is too long, or holds more than printable ASCII.")
        }
        guard let proofKey = given["code_challenge"].flatMap(ProofKey.init(challenge:)), given["code_challenge_method"] == "S256" else {
            throw refused(.invalidRequest, "The client must use PKCE: code_challenge of 43 characters, code_challenge_method=S256.")
        }
        guard let scopes = given["scope"].map(ScopeSet.init(parsing:)) ?? .all else { throw refused(.invalidScope, "scope names one that is not enabled.") }
        guard let prompt = given["prompt"].map(Self.prompt) ?? .some(nil) else { throw refused(.invalidRequest, "prompt is none or login.") }
        let age = given["max_age"].map { Int($0) }
        if let age, age ?? -1 < 0 { throw refused(.invalidRequest, "max_age is a number of seconds.") }

        client = configuration.clientID
        self.redirectURI = redirectURI
        self.state = state
        self.scopes = scopes
        nonce = given["nonce"]
        self.proofKey = proofKey
        self.prompt = prompt
        maximumAge = age ?? nil
        language = given["lang"].flatMap { ["en", "ja"].contains($0) ? $0 : nil }
        hint = given["login_hint"].flatMap { $0.utf8.count <= 128 ? $0 : nil }
    }

    private static func redirectURI(_ given: Parameters, _ configuration: PoolConfiguration) throws(Refusal) -> String {
        guard !given.repeated.contains("client_id"), given["client_id"] == configuration.clientID else {
            throw .shown(OAuthError(.invalidClient, "There is no such client."))
        }
        // To the letter: what looks alike may lead elsewhere (RFC 9700 §4.1).
        guard !given.repeated.contains("redirect_uri"), let uri = given["redirect_uri"],
            configuration.callbackURLs.contains(where: { $0.utf8.elementsEqual(uri.utf8) })
        else {
            throw .shown(OAuthError(.redirectMismatch, "redirect_uri is not one of the client's callback URLs."))
        }
        return uri
    }

    /// Nil for one we do not know, an inner nil for `select_account` and `consent`, which ask nothing here: there is one account and no consent.
    private static func prompt(_ text: String) -> Prompt?? {
        if let prompt = Prompt(rawValue: text) { return prompt }
        return text == "select_account" || text == "consent" ? .some(nil) : nil
    }

    private static let names = [
        "response_type", "response_mode", "state", "scope", "nonce", "code_challenge", "code_challenge_method", "prompt", "max_age", "lang", "login_hint",
        "request", "request_uri",
    ]
}

extension AuthorizeRequest {
    /// The request for the pages that follow: what it says and nothing else, so that nothing of a stranger's is carried on.
    var query: String {
        var pairs: [QueryString.Pair] = [
            .init("client_id", client), .init("response_type", "code"), .init("redirect_uri", redirectURI), .init("state", state),
            .init("scope", scopes.text), .init("code_challenge", proofKey.challenge), .init("code_challenge_method", "S256"),
        ]
        if let nonce { pairs.append(.init("nonce", nonce)) }
        if let hint { pairs.append(.init("login_hint", hint)) }
        if let language { pairs.append(.init("lang", language)) }
        return "?\(QueryString(pairs: pairs).encoded)"
    }

    /// Whether a password given then will do.
    func accepts(_ authenticatedAt: UnixTime, at now: UnixTime) -> Bool {
        guard prompt != .login else { return false }
        return maximumAge.map { now - authenticatedAt <= .seconds($0) } ?? true
    }

    /// Scheme, host and port of the redirect URI, at which the sign-in form ends.
    var redirectOrigin: String { redirectURI.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3).joined(separator: "/") }

    /// Where the learner goes with a code.
    func location(code: String) -> String { redirectURI.adding([.init("code", code), .init("state", state)]) }

    /// Where the learner goes without.
    func location(_ error: OAuthError) -> String { Self.location(error, to: redirectURI, state: state) }

    static func location(_ error: OAuthError, to redirectURI: String, state: String?) -> String {
        redirectURI.adding(
            [.init("error", error.code.rawValue), .init("error_description", error.description)] + (state.map { [.init("state", $0)] } ?? []))
    }
}
