import Cognito
import Crypto
import Encoding
import HTTPClient
import HTTPCore
import JSON
import Platform
import ServiceKit
import TestKit
import Web

/// A user pool in memory whose clock stands still, and an application with one route for whoever is signed in.
struct Tokens {
    static let subject = "11111111-1111-4111-8111-111111111111"
    private static let issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Test"
    private static let clientID = "web-client-test"
    private static let key = Result { try RSAPrivateKey.generate() }

    let clock = ManualClock()
    let keys: PublishedKeys
    let log = CapturingLogSink()

    /// - Parameter isReachable: whether the pool's keys can be fetched.
    init(isReachable: Bool = true) throws {
        keys = PublishedKeys(key: isReachable ? try Self.key.get().publicKey() : nil)
    }

    /// A token as the pool mints it, good for an hour.
    func token(clientID: String = clientID, groups: [String] = []) throws -> String {
        let now = clock.now().seconds
        let groups = groups.isEmpty ? "" : "\"cognito:groups\":[\(groups.map { "\"\($0)\"" }.joined(separator: ","))],"
        let claims = """
            {\(groups)"sub":"\(Self.subject)","iss":"\(Self.issuer)","client_id":"\(clientID)","token_use":"access","scope":"openid","auth_time":\(now),\
            "exp":\(now + 3600),"iat":\(now),"jti":"token-1","username":"hanako"}
            """
        let signed = [#"{"kid":"key-1","alg":"RS256"}"#, claims].map { PublishedKeys.part(Array($0.utf8)) }.joined(separator: ".")
        return signed + "." + PublishedKeys.part(try Self.key.get().signRS256(Array(signed.utf8)))
    }

    /// A client of the application: `/me` answers the learner's identity, `/words` also has an input of its own.
    func client() -> TestClient {
        client { routes in
            routes.get("/me") { (user: CurrentUser) in Text(user.id.text) }
            routes.get("/maybe") { (user: CurrentUser?) in Text(user?.id.text ?? "nobody") }
            routes.get("/open", options: [.requires(CurrentUser.self, scopes: ["openid"])]) { () in NoContent() }
            routes.get("/closed", options: [.requires(CurrentUser.self, scopes: ["openid", "words:write"])]) { () in NoContent() }
            routes.get("/words") { (limit: Query<Limit>, user: CurrentUser) in Text("\(limit.value.limit)") }
        }
    }

    /// A client of any application for the learners of this pool.
    func client(_ declare: (inout RouteGroup) -> Void) -> TestClient {
        let verifier = TokenVerifier(
            TokenVerifier.Configuration(policy: TokenPolicy(issuer: Self.issuer, clientIDs: [Self.clientID])), client: keys, wallClock: clock,
            monotonicClock: clock)
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: log)
        return TestClient(
            Application(configuration) { routes in
                routes.provide(verifier)
                declare(&routes)
            })
    }
}

/// Answers requests for the pool's keys from memory.
final class PublishedKeys: HTTPClient {
    private let key: RSAPublicKey?
    private let count = Lock(0)

    init(key: RSAPublicKey?) { self.key = key }

    var requestCount: Int { count.withLock { $0 } }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        count.withLock { $0 += 1 }
        guard let key else { throw .connectionFailed(detail: "10.0.0.1 refused") }
        let (modulus, exponent) = (Self.part(key.modulus), Self.part(key.exponent))
        let json = #"{"keys":[{"kid":"key-1","kty":"RSA","use":"sig","alg":"RS256","n":"\#(modulus)","e":"\#(exponent)"}]}"#
        return HTTPClientResponse(status: 200, headers: [], body: Array(json.utf8))
    }

    static func part(_ bytes: [UInt8]) -> String { Base64.encode(bytes, alphabet: .urlSafe, padded: false) }
}

/// An input of a route besides the learner.
struct Limit: JSONObject {
    var limit: Int
    static let json = Object("Limit", { Self(limit: $0) }, Field("limit", \.limit, .range(1...10)))
}
