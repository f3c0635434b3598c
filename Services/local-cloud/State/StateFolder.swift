import Crypto
import Glibc
import JSON
import Platform

/// Keeps users and the signing key in a folder: `signing-key.pem`, and `users/<sub>.json` for each user.
///
/// Files are written beside their place, synced and renamed, so that a crash leaves the old or the new one; only the owner can read them.
/// One process at a time: a second one is refused.
final class StateFolder: UserStore {
    private let path: String
    private let lock: Int32

    /// Makes the folder where it is missing, and takes possession of it.
    init(_ path: String) throws(StateError) {
        self.path = path
        try Files.makeFolder(path)
        try Files.makeFolder("\(path)/users")
        lock = try Files.lock(path)
    }

    deinit { close(lock) }

    func signingKey() throws -> RSAPrivateKey {
        let file = "\(path)/signing-key.pem"
        if let bytes = try Files.read(file, maximumBytes: 65_536) {
            do {
                return try RSAPrivateKey(pem: String(decoding: bytes, as: UTF8.self))
            } catch {
                throw StateError.unreadable(file: file, reason: "not an RSA key; remove it to have a new one")
            }
        }
        let key = try RSAPrivateKey.generate()
        try Files.replace(file, with: Array(try key.pem().utf8))
        return key
    }

    func users() throws -> [User] {
        let names = try Files.names(in: "\(path)/users", limit: PoolState.maximumUsers * 2)
        for name in names where name.hasSuffix(Files.unfinished) { unlink("\(path)/users/\(name)") }
        return try names.filter { $0.hasSuffix(".json") }.map { try user(in: "\(path)/users/\($0)") }
    }

    func save(_ user: User) throws {
        try Files.replace("\(path)/users/\(user.sub).json", with: JSON.encode(user.record))
    }

    private func user(in file: String) throws(StateError) -> User {
        guard let bytes = try Files.read(file, maximumBytes: 1_048_576), let record = try? JSON.parse(bytes, maximumDepth: 8), let user = User(record: record)
        else { throw .unreadable(file: file, reason: "not a user; remove it to go on without") }
        return user
    }
}

/// Keeps nothing beyond the life of the process.
struct NoStore: UserStore {
    func signingKey() throws -> RSAPrivateKey { try RSAPrivateKey.generate() }
    func users() throws -> [User] { [] }
    func save(_ user: User) throws {}
}
