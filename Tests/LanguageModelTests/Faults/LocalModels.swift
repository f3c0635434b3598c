import AWS
import Guardrails
import HTTPClient
import HTTPServer
import LanguageModel
import ModelKit
import Platform
import Reactor
import TestKit
import Web

@testable import local_cloud

/// The gateway on the stand-in for AWS, over a socket, with faults on demand.
struct LocalModels {
    let cloud: Cloud
    let settings: AWSSettings
    let surroundings: AWSClient.Surroundings
    let mailbox: Mailbox
    let events = Events()
    let ledger: TestLedger
    let waits = Lock<[Duration]>([])

    private static let group = EventLoopGroup(count: 1)
    private static let http = CurlClient(on: group)
    private static let pair = AWSCredentials(accessKey: "AKIALOCALCLOUDTEST00", secretKey: Secret("a secret of the tests, forty bytes long."))
    /// Signs tokens that nobody asks for here; made once, as a key costs tenths of a second.
    private static let keys = Result { try SigningKeys.generate() }

    /// Serves until `body` returns.
    ///
    /// - Parameter mood: how the model answers, such as `leaked-canary`.
    static func with(mood: String = "never", _ body: (LocalModels) async throws -> Void) async throws {
        var environment = EnvironmentReader(["LOCAL_MODEL_CARELESS": mood])
        let mailbox = Mailbox(), workers = BlockingPool(label: "test", threads: 2, queueLimit: 64)
        let services: [any CloudService] = [
            BedrockService(ModelSettings(from: &environment), client: http), SNSService(mailbox: mailbox),
            SecretsManagerService(store: try SecretStore(folder: nil), workers: workers),
        ]
        let cloud = Cloud(
            keys: AccessKeys(pair), services: services, credentialsToken: Secret("the token of the task"), credentialsLifetime: .seconds(900))
        let pool = try UserPool(
            PoolConfiguration(issuer: "http://localhost:4566/us-east-1_LocalPool", clientID: "web"), store: NoUsers(keys: try keys.get()))
        let application = LocalCloud.application(pool, workers, ApplicationConfiguration(), cloud: cloud)
        var configuration = ServerConfiguration(addresses: [SocketAddress("127.0.0.1:0")!])
        configuration.refuse = application.refuse
        let server = try await Server(configuration: configuration, group: group, logger: .silent, responder: application.respond)
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(try LocalModels(cloud, mailbox, server.addresses[0]))) } catch { outcome = .failure(error) }
        await server.shutdown()
        try outcome.get()
    }

    private init(_ cloud: Cloud, _ mailbox: Mailbox, _ address: SocketAddress) throws {
        self.cloud = cloud
        self.mailbox = mailbox
        let endpoint = try AWSEndpoint(url: "http://\(address)")
        settings = AWSSettings(region: "us-east-1", endpoints: [.bedrockRuntime: endpoint, .sns: endpoint, .secretsManager: endpoint])
        surroundings = AWSClient.Surroundings(http: Self.http, credentials: StaticCredentials(Self.pair))
        ledger = TestLedger(events, clock: SystemClock())
    }

    /// A gateway that waits for nothing between attempts, and remembers for how long it would have.
    func gateway(
        _ change: (inout ModelPolicy) -> Void = { _ in }, cache: (any ResponseCache)? = nil, guardrails: (any TextJudge)? = nil,
        ledger: (any UsageLedger)? = nil
    ) throws -> LanguageModel {
        var policy = ModelPolicy()
        // Long enough for three attempts of each model on a machine that has much else to do.
        policy.deadlines.text = .seconds(30)
        change(&policy)
        var surroundings = LanguageModel.Surroundings(
            endpoint: BedrockEndpoint(settings, surroundings), guardrails: guardrails ?? ScriptedJudge(events: events), ledger: ledger ?? self.ledger,
            hash: { "#\($0.count)" })
        surroundings.cache = cache
        surroundings.secondOpinion = policy.secondOpinion.map {
            BedrockSecondOpinion(BedrockClient(AWSClient(.bedrockRuntime, settings, self.surroundings)), $0)
        }
        surroundings.random = { 0 }
        surroundings.pause = { [waits] wait in waits.withLock { $0.append(wait) } }
        return try LanguageModel(policy, surroundings)
    }

    func request(
        _ text: String = "Good morning! How are you?", user: String = "kaede", caching: ModelRequest.Caching = .never
    ) -> ModelRequest {
        ModelRequest(
            purpose: "chat", caller: ModelCaller(user: user), requestID: "req-1", prompt: Gateway.prompts.prompt("chat"), [.message(text)],
            maximumTokens: 300, caching: caching)
    }

    func set(_ fault: String?, for kind: CloudServiceKind = .bedrock) { cloud.faults.set(fault.flatMap(Fault.init), for: kind) }
}

/// Keeps a pool without anybody in it.
private struct NoUsers: UserStore {
    let keys: SigningKeys
    func signingKeys() throws -> SigningKeys { keys }
    func save(_ keys: SigningKeys) throws {}
    func users() -> [User] { [] }
    func save(_ user: User) throws {}
    func remove(_ sub: String) throws {}
    func pretend(toSave user: User) throws {}
    func groups() -> [UserGroup] { [] }
    func save(_ groups: [UserGroup]) throws {}
}
