import Cognito
import Crypto
import Encoding
import HTTPClient
import Platform
import TestKit

/// A user pool in memory: mints tokens as Cognito does, right or wrong, and publishes its keys.
struct UserPool {
    static let issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Test"
    static let keySetURL = issuer + "/.well-known/jwks.json"
    static let clientID = "4h57test"
    static let start: Int64 = 1_770_571_223

    /// Generated once: a new RSA key takes a while.
    static let firstKey = newKey()
    static let secondKey = newKey()

    private static func newKey() -> RSAPrivateKey {
        guard let key = try? RSAPrivateKey.generate() else { preconditionFailure("OpenSSL makes no key") }
        return key
    }

    /// The members of a token, each as raw JSON.
    typealias Claims = [String: String]

    static let header: Claims = ["kid": #""key-1""#, "alg": #""RS256""#]

    static let access: Claims = [
        "sub": #""8c1f2a30-0000-4000-8000-000000000001""#, "iss": "\"\(issuer)\"", "version": "2", "client_id": "\"\(clientID)\"",
        "origin_jti": #""origin-1""#, "event_id": #""e""#, "token_use": #""access""#, "scope": #""openid aws.cognito.signin.user.admin""#,
        "auth_time": "\(start - 100)", "exp": "\(start + 3600)", "iat": "\(start - 10)", "jti": #""token-1""#, "username": #""hanako""#,
        "cognito:groups": #"["teachers","日本語"]"#,
    ]

    static let identity: Claims = [
        "sub": #""8c1f2a30-0000-4000-8000-000000000001""#, "iss": "\"\(issuer)\"", "aud": "\"\(clientID)\"", "token_use": #""id""#,
        "cognito:username": #""hanako""#, "email": #""hanako@example.test""#, "email_verified": "true", "auth_time": "\(start - 100)",
        "exp": "\(start + 3600)", "iat": "\(start - 10)", "jti": #""token-2""#,
    ]

    static func json(_ claims: Claims) -> String {
        "{" + claims.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A token with these members changed; nil takes one away.
    static func token(
        _ claims: Claims = access, header: Claims = header, changing changes: [String: String?] = [:], key: RSAPrivateKey = firstKey
    ) throws -> String {
        try token(payload: json(claims.merging(changes)), header: json(header), key: key)
    }

    /// A token around any two texts, truly signed.
    static func token(payload: String, header: String, key: RSAPrivateKey = firstKey) throws -> String {
        let signed = part(Array(header.utf8)) + "." + part(Array(payload.utf8))
        return signed + "." + part(try key.signRS256(Array(signed.utf8)))
    }

    static func part(_ bytes: [UInt8]) -> String { Base64.encode(bytes, alphabet: .urlSafe, padded: false) }

    /// A key as the pool publishes it.
    static func publicKey(_ id: String, _ key: RSAPrivateKey, changing changes: [String: String?] = [:]) throws -> String {
        let key = try key.publicKey()
        let members = [
            "kty": #""RSA""#, "use": #""sig""#, "alg": #""RS256""#, "kid": "\"\(id)\"", "n": "\"\(part(key.modulus))\"", "e": "\"\(part(key.exponent))\"",
        ]
        return json(members.merging(changes))
    }
}

extension [String: String] {
    func merging(_ changes: [String: String?]) -> [String: String] {
        var merged = self
        for (name, value) in changes { merged[name] = value }
        return merged
    }
}

/// Answers requests for keys from memory; counts them, fails or waits as a test wants.
final class KeyPublisher: HTTPClient {
    private struct State {
        var answer: Result<HTTPClientResponse, HTTPClientError>
        var requests: [HTTPClientRequest] = []
        var isHeld = false
    }

    private let state: Lock<State>

    init(_ keys: [String]) { state = Lock(State(answer: .success(Self.document(keys)))) }

    convenience init() throws { self.init([try UserPool.publicKey("key-1", UserPool.firstKey)]) }

    var requests: [HTTPClientRequest] { state.withLock { $0.requests } }
    func publish(_ keys: [String]) { answer(.success(Self.document(keys))) }
    func answer(_ answer: Result<HTTPClientResponse, HTTPClientError>) { state.withLock { $0.answer = answer } }
    func hold(_ isHeld: Bool) { state.withLock { $0.isHeld = isHeld } }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        state.withLock { $0.requests.append(request) }
        try? await eventually { state.withLock { !$0.isHeld } }
        return try state.withLock { $0.answer }.get()
    }

    private static func document(_ keys: [String]) -> HTTPClientResponse {
        HTTPClientResponse(status: 200, body: Array("{\"keys\":[\(keys.joined(separator: ","))]}".utf8))
    }
}

/// A verifier, its clock and the pool behind it.
struct VerifierFixture {
    let clock = ManualClock(UnixTime(seconds: UserPool.start))
    let publisher: KeyPublisher
    let log = CapturingLogSink()
    let verifier: TokenVerifier

    init(publisher: KeyPublisher? = nil, configure: (inout TokenVerifier.Configuration) -> Void = { _ in }) throws {
        self.publisher = try publisher ?? KeyPublisher()
        var configuration = TokenVerifier.Configuration(policy: TokenPolicy(issuer: UserPool.issuer, clientIDs: [UserPool.clientID, "other-client"]))
        configure(&configuration)
        verifier = TokenVerifier(
            configuration, client: self.publisher, logger: Logger(service: "test", sink: log, clock: clock), wallClock: clock, monotonicClock: clock)
    }

    /// Why a token is refused; nil when it is not.
    func refusal(_ token: String) async -> TokenError? {
        do throws(TokenError) {
            _ = try await verifier.verify(token)
            return nil
        } catch {
            return error
        }
    }
}
