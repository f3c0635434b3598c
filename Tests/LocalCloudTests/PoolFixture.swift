import Crypto
import Platform
import TestKit

@testable import local_cloud

/// A pool with cheap hashes, a clock that stands still and one key for all tests.
struct PoolFixture {
    static let issuer = "http://localhost:4566/us-east-1_LocalPool"
    static let client = "web-client-local"
    static let password = "Kaede-2026!"
    /// Made once: a key costs tenths of a second.
    private static let generated = Result { try SigningKeys.generate() }

    static func keys() throws -> SigningKeys { try generated.get() }

    let clock = ManualClock()
    let store: MemoryStore
    let pool: UserPool

    init(store: MemoryStore = MemoryStore(), domain: String? = nil) throws {
        self.store = store
        var configuration = PoolConfiguration(issuer: Self.issuer, clientID: Self.client)
        configuration.domain = domain
        configuration.passwordCosts = Scrypt(cost: 16, blockSize: 1, parallelization: 1)
        pool = try UserPool(configuration, store: store, clock: clock)
    }

    static let names = [UserAttribute(name: "given_name", value: "楓"), UserAttribute(name: "family_name", value: "Test")]

    @discardableResult
    func signUp(_ name: String = "kaede@example.com", password: String = password, attributes: [UserAttribute] = names) throws(CognitoError) -> User {
        try pool.signUp(name: name, password: password, attributes: attributes, client: Self.client)
    }

    /// Signs up and confirms.
    @discardableResult
    func learner(_ name: String = "kaede@example.com") throws -> User {
        let user = try signUp(name)
        try pool.confirmSignUp(name: name, code: try newestCode(name), client: Self.client)
        return user
    }

    func newestCode(_ name: String = "kaede@example.com") throws -> String {
        guard let address = EmailAddress(name), let letter = pool.mailbox.letters(to: address).first else { throw Missing.letter }
        return letter.code
    }

    func signIn(_ name: String = "kaede@example.com", password: String = password) throws(CognitoError) -> TokenSet {
        try pool.signIn(name: name, password: password, client: Self.client)
    }

    func refresh(_ tokens: TokenSet) throws(CognitoError) -> TokenSet {
        try pool.refresh(token: tokens.refreshToken ?? "", client: Self.client)
    }

    enum Missing: Error { case letter }
}

/// Keeps what files would hold.
final class MemoryStore: UserStore {
    private let kept: Lock<[String: User]>
    private let keptGroups = Lock<[UserGroup]>([])
    private let keptKeys = Lock<SigningKeys?>(nil)
    /// Makes every write fail, as a full disk does.
    let isBroken = Lock(false)
    /// How often something was written, for nobody too.
    let writes = Lock(0)

    init(_ users: [User] = []) { kept = Lock(Dictionary(uniqueKeysWithValues: users.map { ($0.sub, $0) })) }

    func signingKeys() throws -> SigningKeys { try keptKeys.withLock { $0 } ?? PoolFixture.keys() }
    func save(_ keys: SigningKeys) throws { try writing { keptKeys.withLock { $0 = keys } } }
    func users() -> [User] { kept.withLock { Array($0.values) } }
    func save(_ user: User) throws { try writing { kept.withLock { $0[user.sub] = user } } }
    func remove(_ sub: String) throws { try writing { kept.withLock { $0[sub] = nil } } }
    func pretend(toSave user: User) throws { try writing {} }
    func groups() -> [UserGroup] { keptGroups.withLock { $0 } }
    func save(_ groups: [UserGroup]) throws { try writing { keptGroups.withLock { $0 = groups } } }

    private func writing(_ body: () -> Void) throws {
        if isBroken.withLock({ $0 }) { throw StateError.system(action: "write", path: "users", code: 28) }
        writes.withLock { $0 += 1 }
        body()
    }
}
