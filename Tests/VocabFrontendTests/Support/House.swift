import AWS
import Cognito
import Contracts
import Crypto
import DesignSystem
import Encoding
import HTTPClient
import HTTPCore
import JSON
import Platform
import ServiceKit
import TestKit
import Web

@testable import SignIn
@testable import vocab_frontend

/// The application with a learner who is signed in, and scripted services behind it.
struct House {
    static let origin = "https://vocab.app-dw.net", portal = "https://lang-portal.app-dw.net"
    let services = ScriptedServices()
    let application: Application
    private let sessions: LearnerSessions
    let registry = LosableRegistry()
    private let clock = ManualClock()
    private let session: SignedInSession

    init() async throws {
        let client = TokenPolicy(issuer: "http://pool.test/pool", clientIDs: ["web"])
        let verifier = TokenVerifier(TokenVerifier.Configuration(policy: client), client: services, wallClock: clock, monotonicClock: clock)
        let api = AWSClient(
            .cognitoUserPools, region: "us-east-1", endpoint: try AWSEndpoint(url: "http://pool.test"),
            AWSClient.Surroundings(http: services, credentials: EnvironmentCredentials(keys: nil)))
        let flow = AuthorizationCodeFlow.Configuration(domain: "http://pool.test", clientID: "web", redirectURI: Self.origin + "/callback")
        var surroundings = LearnerSessions.Surroundings(
            pool: CognitoUserPoolClient(appClientID: "web", api), flow: AuthorizationCodeFlow(flow, client: services), verifier: verifier, identities: verifier,
            registry: registry, rateLimits: MemoryRateLimitStore(clock: clock),
            audit: SecurityAudit(logger: .silent, key: Secret(String(repeating: "k", count: 32))))
        surroundings.clock = clock
        sessions = try LearnerSessions(
            policy: LearnerSessionPolicy(), keys: [Secret([UInt8](repeating: 7, count: 32))], origins: [Self.origin], surroundings)
        let keys = ServiceKeys([Secret("the-first-key-of-services"), Secret("the-key-of-before-them")])
        application = VocabFrontend.application(
            sessions, BackendCalls("http://backend.test:8000", keys: keys, client: services, logger: .silent),
            PortalImport("http://portal.test:8000", client: services, logger: .silent),
            [AppLink(.langPortal, href: Self.portal), AppLink(.vocab, href: Self.origin)], ApplicationConfiguration(), Readiness(clock: clock))
        session = SignedInSession.begin(
            subject: "5a7b1f0e", email: "mai@example.jp", givenName: "Mai", familyName: "", originID: "", refreshToken: Secret("refresh"), at: clock.now())
        try await registry.begin(
            SessionEntry(
                id: session.id, subject: session.subject, beganAt: clock.now(), seenAt: clock.now(), endsAt: clock.now() + .seconds(86_400), device: "",
                sealedRefreshToken: ""))
        sessions.accessTokens.begin(AccessToken(text: Secret("the-learners-token"), expiresAt: clock.now() + .seconds(3_600)), for: session)
    }

    /// A browser of the learner's, as far as its cookies go.
    func learner(language: String = "en") throws -> TestClient {
        var fields = Fields()
        try sessions.cookies.send(session, takingSeat: true, to: &fields)
        let cookies = fields.all(.setCookie).map { String($0.prefix { $0 != ";" }) } + ["lang=\(language)"]
        return TestClient(application, headers: ["Cookie": cookies.joined(separator: "; "), "Sec-Fetch-Site": "same-origin", "Origin": Self.origin])
    }

    var stranger: TestClient { TestClient(application) }
}

/// A registry that can be away, as the portal can.
final class LosableRegistry: SessionRegistry {
    struct Away: Error {}

    let isAway = Lock(false)
    private let inner = MemorySessionRegistry()

    func begin(_ entry: SessionEntry) async throws { try await inner.begin(entry) }
    func isOpen(_ id: String, of subject: String) async throws -> Bool {
        if isAway.withLock({ $0 }) { throw Away() }
        return try await inner.isOpen(id, of: subject)
    }
    func touch(_ id: String, of subject: String, at moment: UnixTime) async throws { try await inner.touch(id, of: subject, at: moment) }
    func end(_ id: String, of subject: String) async throws -> SessionEntry? { try await inner.end(id, of: subject) }
    func endAll(of subject: String) async throws -> [String] { try await inner.endAll(of: subject) }
    func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] { try await inner.list(of: subject, at: moment) }
}

extension TestClient {
    /// Sends a form with the token of the page.
    func submit(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> TestResponse {
        let page = try await get("/").text
        let token = String(page.split(separator: "name=\"csrf_token\" value=\"").last?.prefix { $0 != "\"" } ?? "")
        let pairs = fields.map { QueryString.Pair($0.key, $0.value) } + [QueryString.Pair("csrf_token", token)]
        let text = QueryString(pairs: pairs).encoded
        return try await send(.post, path, headers: ["Content-Type": "application/x-www-form-urlencoded"], body: .buffered(Array(text.utf8)))
    }

    func submit(_ path: String, _ group: GeneratedGroup) async throws -> TestResponse { try await submit(path, ["group": JSON.string(group)]) }
}

extension TestResponse {
    /// The events of a stream that has ended.
    var events: [EventParser.Event] {
        var parser = EventParser()
        return parser.read(body)
    }

    /// What the page says is in the way.
    var trouble: String? { elements(of: text)?.lazy.compactMap { $0["data-trouble"] }.first }
}
