import Glibc

extension Object {
    /// The declaration of a generic type, made once for each of its specialisations and kept for the life of the process.
    public static func cached(_ make: () -> Object<Root>) -> Object<Root> {
        let key = ObjectIdentifier(Root.self)
        if let known = DeclarationCache.shared.find(key) as? Object<Root> { return known }
        return DeclarationCache.shared.keep(make(), for: key) as? Object<Root> ?? make()
    }
}

/// Declarations by type; there are as many entries as the program has generic JSON types.
private final class DeclarationCache: @unchecked Sendable {
    static let shared = DeclarationCache()
    private let lock: UnsafeMutablePointer<pthread_rwlock_t> = .allocate(capacity: 1)
    private var declarations: [ObjectIdentifier: AnyObject] = [:]

    private init() {
        pthread_rwlock_init(lock, nil)
    }

    func find(_ key: ObjectIdentifier) -> AnyObject? {
        pthread_rwlock_rdlock(lock)
        defer { pthread_rwlock_unlock(lock) }
        return declarations[key]
    }

    /// Keeps the first one when two threads made it at the same time.
    func keep(_ declaration: AnyObject, for key: ObjectIdentifier) -> AnyObject {
        pthread_rwlock_wrlock(lock)
        defer { pthread_rwlock_unlock(lock) }
        if let known = declarations[key] { return known }
        declarations[key] = declaration
        return declaration
    }
}
