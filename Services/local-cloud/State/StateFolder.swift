import Crypto
import Glibc
import JSON
import Platform

/// Keeps the pool in a folder: `signing-keys.json`, `groups.json`, and `users/<sub>.json` for each user.
///
/// Files are written beside their place, synced and renamed, so that a crash leaves the old or the new one; only the owner can read them.
/// One process at a time: a second one is refused.
final class StateFolder: UserStore {
    let path: String
    private let lock: Int32

    /// Makes the folder where it is missing, and takes possession of it.
    init(_ path: String) throws(StateError) {
        self.path = path
        try Files.makeFolder(path)
        try Files.makeFolder("\(path)/users")
        lock = try Files.lock(path)
    }

    deinit { close(lock) }

    func users() throws -> [User] {
        let names = try Files.names(in: "\(path)/users", limit: PoolState.maximumUsers * 2)
        for name in names where name.hasSuffix(Files.unfinished) { unlink("\(path)/users/\(name)") }
        return try names.filter { $0.hasSuffix(".json") }.map { try user(in: "\(path)/users/\($0)") }
    }

    func save(_ user: User) throws {
        try Files.replace("\(path)/users/\(user.sub).json", with: JSON.encode(user.record))
    }

    func remove(_ sub: String) throws {
        guard unlink("\(path)/users/\(sub).json") == 0 || errno == ENOENT else {
            throw StateError.system(action: "remove", path: "\(path)/users/\(sub).json", code: errno)
        }
    }

    /// Written, synced and renamed as a user is, outside of their folder.
    func pretend(toSave user: User) throws { try Files.replace("\(path)/nobody.json", with: JSON.encode(user.record)) }

    func groups() throws -> [UserGroup] {
        let file = "\(path)/groups.json"
        guard let bytes = try Files.read(file, maximumBytes: 4_194_304) else { return [] }
        guard let list = try? JSON.parse(bytes, maximumDepth: 8)["groups"]?.arrayValue, let groups = Optional(list.compactMap(UserGroup.init(record:))),
            groups.count == list.count
        else { throw StateError.unreadable(file: file, reason: "not a list of groups; remove it to go on without") }
        return groups
    }

    func save(_ groups: [UserGroup]) throws {
        try Files.replace("\(path)/groups.json", with: JSON.encode(["groups": .array(groups.map(\.record))] as JSONFragment))
    }

    private func user(in file: String) throws(StateError) -> User {
        guard let bytes = try Files.read(file, maximumBytes: 1_048_576), let record = try? JSON.parse(bytes, maximumDepth: 8), let user = User(record: record)
        else { throw .unreadable(file: file, reason: "not a user; remove it to go on without") }
        return user
    }
}
