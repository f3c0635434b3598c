import Crypto
import Encoding
import Glibc
import Platform

/// Every secret, in memory and in a folder with a file for each; nil keeps them in memory alone. Its methods block.
final class SecretStore: Sendable {
    static let maximumSecrets = 500

    private let folder: String?
    private let clock: any WallClock
    private let secrets: Lock<[String: StoredSecret]>

    /// Loads what is in the folder.
    init(folder: String?, clock: any WallClock = SystemClock()) throws(StateError) {
        self.folder = folder
        self.clock = clock
        secrets = Lock(try folder.map { (folder) throws(StateError) in try Self.load(folder) } ?? [:])
    }

    var now: UnixTime { clock.now() }

    /// All secrets by name, deleted ones included until they end.
    var all: [StoredSecret] {
        let now = clock.now()
        return secrets.withLock { secrets in secrets.values.filter { !$0.hasEnded(at: now) } }.sorted { $0.name < $1.name }
    }

    /// The secret with this name or ARN.
    func find(_ id: String) throws(CloudError) -> StoredSecret {
        let now = clock.now(), name = Self.name(id)
        guard let secret = secrets.withLock({ $0[name] }), !secret.hasEnded(at: now), Self.matches(secret, id) else { throw .missingSecret }
        return secret
    }

    /// Makes a secret.
    func create(_ name: String, region: String, description: String?, keyID: String?) throws -> StoredSecret {
        let now = clock.now()
        let suffix = Base32.encode(SecureRandom.bytes(5)).prefix(6)
        let made = StoredSecret(
            name: name, arn: "arn:aws:secretsmanager:\(region):000000000000:secret:\(name)-\(suffix)", description: description, keyID: keyID,
            createdAt: now, changedAt: now)
        try secrets.withLock { secrets throws in
            if let present = secrets[name], !present.hasEnded(at: now) {
                throw present.endsAt == nil
                    ? CloudError("ResourceExistsException", "The operation failed because the secret \(name) already exists.")
                    : CloudError("InvalidRequestException", "You can't create this secret because a secret with this name is already scheduled for deletion.")
            }
            guard secrets[name] != nil || secrets.count < Self.maximumSecrets else {
                throw CloudError("LimitExceededException", "This stand-in holds as many secrets as it may.")
            }
            try save(made)
            secrets[name] = made
        }
        return made
    }

    /// Changes a secret; what `body` refuses changes nothing.
    func change<Result: Sendable>(_ id: String, _ body: @Sendable (inout StoredSecret, UnixTime) throws -> Result) throws -> Result {
        let now = clock.now(), name = Self.name(id)
        return try secrets.withLock { secrets throws in
            guard var secret = secrets[name], !secret.hasEnded(at: now), Self.matches(secret, id) else { throw CloudError.missingSecret }
            let result = try body(&secret, now)
            try save(secret)
            secrets[name] = secret
            return result
        }
    }

    /// Forgets a secret for good.
    func forget(_ id: String) throws {
        let name = try find(id).name
        secrets.withLock { $0[name] = nil }
        if let folder { unlink(Self.file(name, in: folder)) }
    }

    private func save(_ secret: StoredSecret) throws(StateError) {
        if let folder { try Files.replace(Self.file(secret.name, in: folder), with: secret.record) }
    }

    /// `arn:aws:secretsmanager:us-east-1:000000000000:secret:name-abcdef`, also without the last six characters, is the secret `name`.
    private static func name(_ id: String) -> String {
        let parts = id.split(separator: ":", maxSplits: 6, omittingEmptySubsequences: false)
        guard parts.count == 7, parts[0] == "arn" else { return id }
        let text = parts[6]
        guard let dash = text.lastIndex(of: "-"), text[dash...].utf8.count == 7 else { return String(text) }
        return String(text[..<dash])
    }

    private static func matches(_ secret: StoredSecret, _ id: String) -> Bool { !id.hasPrefix("arn:") || secret.arn.hasPrefix(id) }

    private static func file(_ name: String, in folder: String) -> String { "\(folder)/\(Hex.encode(SHA256.hash(name))).json" }

    private static func load(_ folder: String) throws(StateError) -> [String: StoredSecret] {
        try Files.makeFolder(folder)
        var secrets: [String: StoredSecret] = [:]
        for file in try Files.names(in: folder, limit: 2 * maximumSecrets) where file.hasSuffix(".json") {
            let path = "\(folder)/\(file)"
            guard let bytes = try Files.read(path, maximumBytes: 32 * 1_048_576), let secret = StoredSecret(record: bytes) else {
                throw .unreadable(file: path, reason: "not a secret; remove it to go on without")
            }
            secrets[secret.name] = secret
        }
        return secrets
    }
}

extension StoredSecret {
    func hasEnded(at now: UnixTime) -> Bool { endsAt.map { $0 <= now } ?? false }
}
