import Cognito
import Crypto
import Encoding
import HTTPClient
import HTTPCore
import Platform
import Postgres
import TestKit
import Web

@testable import lang_portal_api

/// A user pool in memory: one key, published to whoever asks, and an access token for any learner.
enum SignedIn {
    private static let issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Test"
    private static let clientID = "web-client-test"
    private static let key = try? RSAPrivateKey.generate()

    /// Gives the application a verifier of our tokens.
    static func provide(to routes: RouteGroup) {
        let policy = TokenPolicy(issuer: issuer, clientIDs: [clientID])
        routes.provide(TokenVerifier(TokenVerifier.Configuration(policy: policy), client: KeyPublisher()))
    }

    /// The fields of a request by this learner.
    static func headers(for learner: Learner) throws -> Fields { [.authorization: "Bearer \(try token(for: learner))"] }

    /// An access token of this learner.
    static func token(for learner: Learner) throws -> String {
        let now = SystemClock().now().seconds
        let claims = """
            {"sub":"\(learner.id)","iss":"\(issuer)","client_id":"\(clientID)","token_use":"access","scope":"openid","auth_time":\(now),\
            "exp":\(now + 3600),"iat":\(now),"jti":"token-\(learner.id)","username":"\(learner.id)"}
            """
        let signed = text(#"{"kid":"key-1","alg":"RS256"}"#) + "." + text(claims)
        return signed + "." + part(try privateKey().signRS256(Array(signed.utf8)))
    }

    private static func privateKey() throws -> RSAPrivateKey {
        guard let key else { throw CryptoError.libraryFailure }
        return key
    }

    private static func text(_ json: String) -> String { part(Array(json.utf8)) }
    private static func part(_ bytes: [UInt8]) -> String { Base64.encode(bytes, alphabet: .urlSafe, padded: false) }

    private struct KeyPublisher: HTTPClient {
        func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
            guard let key = try? privateKey().publicKey() else { throw .busy }
            let json = #"{"keys":[{"kid":"key-1","kty":"RSA","use":"sig","alg":"RS256","n":"\#(part(key.modulus))","e":"\#(part(key.exponent))"}]}"#
            return HTTPClientResponse(status: 200, headers: [], body: Array(json.utf8))
        }
    }
}

extension Schema {
    /// Gives a fresh database the portal's tables.
    static func migrate(_ database: PostgresFixture) async throws { try await Migrator(migrations).run(on: database.pool) }
}
