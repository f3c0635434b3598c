import Crypto
import Encoding
import Platform
import Web

/// Everything beside the user pool: services of AWS, who may call them, and what stands around them.
struct Cloud: Sendable {
    /// Who may call.
    var keys: AccessKeys
    /// What answers signed requests.
    var services: [any CloudService]
    /// What goes wrong on demand.
    var faults = FaultControl()
    /// Takes what services export.
    var telemetry = TelemetrySink()
    /// What `/credentials` wants to see.
    var credentialsToken: Secret<String>
    /// How long its keys are good.
    var credentialsLifetime: Duration
    var clock: any WallClock = SystemClock()

    /// Opens what the settings say. Blocks.
    static func open(_ settings: LocalCloudSettings, mailbox: Mailbox) throws -> Cloud {
        let pair = try settings.accessKey ?? settings.stateFolder.map { (folder) throws(StateError) in try AccessKeyFile.pair(in: folder) }
        return Cloud(
            keys: AccessKeys(pair ?? AccessKeys.makePair()), services: try services(settings, mailbox: mailbox),
            credentialsToken: settings.credentialsToken ?? Secret(Base64.encode(SecureRandom.bytes(24))), credentialsLifetime: settings.credentialsLifetime)
    }

    /// The services behind the entrance, one of each kind. Blocks.
    static func services(_ settings: LocalCloudSettings, mailbox: Mailbox) throws -> [any CloudService] {
        [try s3(settings), try secretsManager(settings), SNSService(mailbox: mailbox)]
    }

    /// Secrets Manager, with the key that services show each other.
    private static func secretsManager(_ settings: LocalCloudSettings) throws -> SecretsManagerService {
        let store = try SecretStore(folder: settings.stateFolder.map { "\($0)/secrets" }), name = LocalCloudSettings.serviceKeySecret
        if let key = settings.serviceKey {
            if !store.all.contains(where: { $0.name == name }) {
                _ = try store.create(name, region: "us-east-1", description: "The key that services show each other.", keyID: nil)
            }
            try store.change(name) { secret, now throws in
                guard try secret.versions.isEmpty || secret.version(id: nil, stage: nil).content != .text(key) else { return }
                _ = try secret.put(.text(key), id: UUIDText.random(), stages: [StoredSecret.current], at: now)
            }
        }
        return SecretsManagerService(store: store, workers: BlockingPool(label: "secrets", threads: 1, queueLimit: 256))
    }

    /// S3, with the bucket for our content, which takes only what is encrypted with a key of KMS.
    private static func s3(_ settings: LocalCloudSettings) throws -> S3Service {
        let folder = try settings.stateFolder.map { "\($0)/s3" } ?? Files.makeTemporaryFolder()
        let store = try S3Store(S3Folder(path: folder))
        if let bucket = settings.contentBucket, try store.ask({ $0.buckets[bucket] }) == nil {
            try store.createBucket(bucket, policy: BucketPolicy.requiringKMS(bucket))
        }
        return S3Service(store: store, workers: BlockingPool(label: "s3", threads: 4, queueLimit: 256))
    }

    /// Declares the entrance, which must stand around all else, and the pages.
    func register(on routes: RouteGroup, logger: Logger) {
        routes.use(Entrance(services, keys: keys, faults: faults, clock: clock, logger: logger))
        CredentialsRoutes(keys: keys, token: credentialsToken, lifetime: credentialsLifetime, clock: clock).register(on: routes)
        FaultRoutes(control: faults).register(on: routes)
        TelemetryRoutes(sink: telemetry, clock: clock).register(on: routes)
    }
}
