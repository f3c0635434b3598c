public import AWS
import Encoding
public import Platform
public import ServiceKit

/// How learners sign in to a service.
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `PUBLIC_ORIGINS` | where browsers find the service, `https://vocab.app-dw.net`; people are sent back to the first | required |
/// | `COGNITO_DOMAIN` | the domain of the user pool's hosted pages, `https://auth.app-dw.net` | required |
/// | `JWT_SECRET` | the ring of keys that sessions are sealed with: 1 to 8 of 32 bytes in base64, the newest first | required |
/// | `AUDIT_KEY` | the key of the hashes that stand for people in audit lines, at least 32 bytes | required |
/// | `SESSION_COOKIE_DOMAIN` | the domain that shares a session, `.app-dw.net` | this host alone |
/// | `SESSION_COOKIE_SECURE` | false where browsers come by plain HTTP, for development | true |
/// | `SESSION_LIFETIME` | how long a session lasts at most, 1m…24h | 24h |
/// | `SESSION_IDLE_LIMIT` | after how long without a sign of life it is over, 1m…24h | 1h |
///
/// Beside them those of `CognitoSettings`, and region and end point of Cognito (`AWS_REGION`, `AWS_ENDPOINT_URL`).
public struct SignInSettings: Sendable {
    /// Where browsers find the service.
    public var publicOrigins: [String]
    /// Where the hosted pages are.
    public var hostedDomain: String
    /// The ring of sealing keys, newest first.
    public var sessionKeys: [Secret<[UInt8]>]
    /// Hashes people in audit lines.
    public var auditKey: Secret<String>
    /// The session's cookie, and how long it lives.
    public var session: LearnerSessionPolicy
    /// The user pool.
    public var cognito: CognitoSettings
    /// Where its API is.
    public var aws: AWSSettings

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader, cognito: CognitoSettings) {
        publicOrigins = environment.list("PUBLIC_ORIGINS", count: 1...16)
        if !publicOrigins.allSatisfy(Self.isOrigin) {
            environment.report("PUBLIC_ORIGINS", expected: "origins without a path, such as https://vocab.app-dw.net, separated by commas")
        }
        hostedDomain = environment.url("COGNITO_DOMAIN")
        sessionKeys = Self.keys(&environment)
        auditKey = environment.secret("AUDIT_KEY", minimumBytes: 32)
        session = LearnerSessionPolicy(from: &environment)
        self.cognito = cognito
        aws = AWSSettings(&environment, services: [.cognitoUserPools])
    }

    private static func keys(_ environment: inout EnvironmentReader) -> [Secret<[UInt8]>] {
        let text = environment.secret("JWT_SECRET")
        guard environment.isSet("JWT_SECRET") else { return [] }
        let parts = text.reveal().split(separator: ",", omittingEmptySubsequences: false)
        let keys = parts.compactMap { Base64.decode(String($0.filter { $0 != " " })) }
        guard keys.count == parts.count, (1...8).contains(keys.count), keys.allSatisfy({ $0.count == 32 }), Set(keys).count == keys.count else {
            environment.report("JWT_SECRET", expected: "1 to 8 different keys of exactly 32 bytes in base64, separated by commas, the newest first")
            return []
        }
        return keys.map(Secret.init)
    }

    /// `scheme://host[:port]`, in lower case, as browsers send it in `Origin`.
    static func isOrigin(_ text: String) -> Bool {
        guard let start = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let authority = text.dropFirst(start.count)
        return !authority.isEmpty && authority.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || "-.:[]".utf8.contains($0) }
    }
}
