import Crypto
import Encoding
import Platform

extension Cloud {
    /// Opens what the settings say. Blocks.
    ///
    /// - Parameter mailbox: takes what is published.
    static func open(_ settings: LocalCloudSettings, mailbox: Mailbox) throws -> Cloud {
        let temporaryFolder = try settings.stateFolder == nil ? Files.makeTemporaryFolder() : nil
        let pair = try settings.accessKey ?? settings.stateFolder.map { (folder) throws(StateError) in try AccessKeyFile.pair(in: folder) }
        return Cloud(
            keys: AccessKeys(pair ?? AccessKeys.makePair()),
            services: [
                try s3(in: settings.stateFolder ?? temporaryFolder ?? "", settings), try secretsManager(settings), SNSService(mailbox: mailbox),
            ],
            credentialsToken: settings.credentialsToken ?? Secret(Base64.encode(SecureRandom.bytes(24))), credentialsLifetime: settings.credentialsLifetime,
            temporaryFolder: temporaryFolder)
    }

    /// S3, with the bucket for our content, which takes only what is encrypted with a key of KMS.
    private static func s3(in folder: String, _ settings: LocalCloudSettings) throws -> S3Service {
        let store = try S3Store(S3Folder(path: "\(folder)/s3"))
        if let bucket = settings.contentBucket, try store.ask({ $0.buckets[bucket] }) == nil {
            try store.createBucket(bucket, policy: BucketPolicy.requiringKMS(bucket))
        }
        return S3Service(store: store, workers: BlockingPool(label: "s3", threads: 4, queueLimit: 256))
    }

    /// Secrets Manager, with the key that services show each other and the system prompts.
    private static func secretsManager(_ settings: LocalCloudSettings) throws -> SecretsManagerService {
        let store = try SecretStore(folder: settings.stateFolder.map { "\($0)/secrets" })
        if let key = settings.serviceKey {
            try store.seed(LocalCloudSettings.serviceKeySecret, with: key, description: "The key that services show each other.")
        }
        if let folder = settings.promptFolder { try seedPrompts(from: folder, store) }
        return SecretsManagerService(store: store, workers: BlockingPool(label: "secrets", threads: 1, queueLimit: 256))
    }

    private static func seedPrompts(from folder: String, _ store: SecretStore) throws {
        for file in try Files.names(in: folder, limit: 100).sorted() where file.hasSuffix(".txt") {
            let text = String(decoding: try Files.read("\(folder)/\(file)", maximumBytes: 64 * 1_024) ?? [], as: UTF8.self)
            try store.seed(LocalCloudSettings.promptPrefix + file.dropLast(4), with: Secret(text), description: "A system prompt.")
        }
    }
}

extension SecretStore {
    /// Lets a secret have this current value; nothing changes when it has it already.
    func seed(_ name: String, with value: Secret<String>, description: String) throws {
        if !all.contains(where: { $0.name == name }) { _ = try create(name, region: "us-east-1", description: description, keyID: nil) }
        try change(name) { secret, now throws in
            guard try secret.versions.isEmpty || secret.version(id: nil, stage: nil).content != .text(value) else { return }
            _ = try secret.put(.text(value), id: UUIDText.random(), stages: [StoredSecret.current], at: now)
        }
    }
}
