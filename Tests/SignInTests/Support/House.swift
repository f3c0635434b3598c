import AWS
import Cognito
import Crypto
import DesignSystem
import Encoding
import HTTPClient
import HTTPCore
import Platform
import TestKit
import Web

@testable import SignIn
@testable import local_cloud

/// A user pool in memory and services of the house that share it, on a clock that stands still.
struct House {
    static let origin = "https://lang-portal.app-dw.net"
    static let password = "Kaede-2026!"
    static let email = "kaede@example.com"
    private static let signingKeys = Result { try SigningKeys.generate() }

    let clock = ManualClock()
    let registry = MemorySessionRegistry()
    let log = CapturingLogSink()
    let pool: UserPool
    let cloud: CloudInMemory
    /// The pool's pages.
    private let pages: Application
    let rights = RightsInMemory()
    let keys: [Secret<[UInt8]>]

    init(keys: [Secret<[UInt8]>] = [Secret([UInt8](repeating: 7, count: 32))]) throws {
        var configuration = PoolConfiguration(issuer: "http://pool.test/us-east-1_LocalPool", clientID: "web-client-local")
        configuration.passwordCosts = Scrypt(cost: 16, blockSize: 1, parallelization: 1)
        configuration.callbackURLs = [Self.origin + "/callback"]
        pool = try UserPool(configuration, store: OneKey(keys: try Self.signingKeys.get()), clock: clock)
        let workers = BlockingPool(label: "pool", threads: 2, queueLimit: 64)
        pages = LocalCloud.application(pool, workers, ApplicationConfiguration())
        cloud = CloudInMemory(pages)
        self.keys = keys
    }

    /// A confirmed account.
    @discardableResult
    func learner(_ email: String = email) throws -> User {
        let names = [UserAttribute(name: "given_name", value: "楓"), UserAttribute(name: "family_name", value: "Mori")]
        let user = try pool.signUp(name: email, password: Self.password, attributes: names, client: "web-client-local")
        try pool.confirmSignUp(name: email, code: try code(email), client: "web-client-local")
        return user
    }

    /// The newest code that was sent to an address.
    func code(_ email: String = email) throws -> String {
        guard let address = EmailAddress(email), let letter = pool.mailbox.letters(to: address).first else { throw NoLetter() }
        return letter.code
    }

    /// A service that shares the pool, the keys and the registry; several are several tasks, or several apps.
    func service(
        _ origin: String = origin, keys: [Secret<[UInt8]>]? = nil, registry: (any SessionRegistry)? = nil,
        rateLimits: (any RateLimitStore)? = nil
    ) throws -> Application {
        let sessions = try sessions(origin, keys: keys ?? self.keys, registry: registry ?? self.registry, rateLimits: rateLimits)
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: log, clock: clock)
        return Application(configuration) { routes in
            AuthRoutes(sessions).register(on: routes)
            DoorRoutes(sessions, product: .langPortal).register(on: routes)
            ProfileRoutes(sessions, product: .langPortal, apps: [], rights: rights).register(on: routes)
            routes.post("/words") { (user: SignedIn) in Text(user.session.email) }
        }
    }

    private func sessions(
        _ origin: String, keys: [Secret<[UInt8]>], registry: any SessionRegistry, rateLimits: (any RateLimitStore)?
    ) throws -> LearnerSessions {
        var policy = LearnerSessionPolicy()
        policy.domain = ".app-dw.net"
        let issuer = pool.configuration.issuer, client = pool.configuration.clientID
        let calls = AWSClient.Surroundings(http: cloud, credentials: EnvironmentCredentials(keys: nil))
        let api = AWSClient(.cognitoUserPools, region: "us-east-1", endpoint: try AWSEndpoint(url: "http://pool.test"), calls)
        let verifier = { (use: TokenUse) in
            TokenVerifier(
                TokenVerifier.Configuration(policy: TokenPolicy(issuer: issuer, clientIDs: [client], acceptedUses: [use])), client: cloud, wallClock: clock,
                monotonicClock: clock)
        }
        let flow = AuthorizationCodeFlow.Configuration(domain: "http://pool.test", clientID: client, redirectURI: origin + "/callback")
        var surroundings = LearnerSessions.Surroundings(
            pool: CognitoUserPoolClient(appClientID: client, api), flow: AuthorizationCodeFlow(flow, client: cloud), verifier: verifier(.access),
            identities: verifier(.id), registry: registry, rateLimits: rateLimits ?? MemoryRateLimitStore(clock: clock),
            audit: SecurityAudit(logger: Logger(service: "test", sink: log, clock: clock), key: Secret(String(repeating: "k", count: 32))))
        surroundings.clock = clock
        return try LearnerSessions(policy: policy, keys: keys, origins: [origin], surroundings)
    }

    /// The audit lines so far: what happened, and why.
    var audit: [String] {
        log.lines.filter { $0.contains("\"security_event\"") }
    }
}

extension House {
    /// Has the browser sign in on the hosted pages; returns what they send it back to.
    func hostedReturn(of browser: Browser, next: String = "/words") async throws -> String {
        let begun = try await browser.get("/api/auth/authorize?next=\(next)")
        let query = (begun[.location] ?? "").drop { $0 != "?" }
        let hosted = Browser(pages, origin: "http://pool.test"), page = "/login\(query)", host: Fields = [.host: "pool.test"]
        let token = Browser.hiddenToken(in: try await hosted.send(.get, page, host, nil).text)
        let pairs = [("email", Self.email), ("password", Self.password), ("csrf_token", token)].map { QueryString.Pair($0.0, $0.1) }
        let answer = try await hosted.send(.post, page, host, nil, form: QueryString(pairs: pairs).encoded)
        return String((answer[.location] ?? "").dropFirst(Self.origin.utf8.count))
    }

    static func name(_ name: String) -> UserAttribute { UserAttribute(name: name, value: "楓") }
}

struct NoLetter: Error {}

/// Nothing is kept, and the key is made once for all tests: that costs tenths of a second.
private struct OneKey: UserStore {
    let keys: SigningKeys
    func signingKeys() throws -> SigningKeys { keys }
    func save(_ keys: SigningKeys) throws {}
    func users() throws -> [User] { [] }
    func save(_ user: User) throws {}
    func remove(_ sub: String) throws {}
    func pretend(toSave user: User) throws {}
    func groups() throws -> [UserGroup] { [] }
    func save(_ groups: [UserGroup]) throws {}
}
