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
    private static let generated = Result { try RSAPrivateKey.generate() }

    static func key() throws -> RSAPrivateKey { try generated.get() }

    let clock = ManualClock()
    let store: MemoryStore
    let pool: UserPool

    init(store: MemoryStore = MemoryStore()) throws {
        self.store = store
        var configuration = PoolConfiguration(issuer: Self.issuer, clientID: Self.client)
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

/// Keeps users as the records that files would hold.
final class MemoryStore: UserStore {
    private let kept: Lock<[String: User]>
    /// Makes every write fail, as a full disk does.
    let isBroken = Lock(false)

    init(_ users: [User] = []) { kept = Lock(Dictionary(uniqueKeysWithValues: users.map { ($0.sub, $0) })) }

    func signingKey() throws -> RSAPrivateKey { try PoolFixture.key() }
    func users() -> [User] { kept.withLock { Array($0.values) } }
    func save(_ user: User) throws {
        if isBroken.withLock({ $0 }) { throw StateError.system(action: "write", path: "users", code: 28) }
        kept.withLock { $0[user.sub] = user }
    }
}
