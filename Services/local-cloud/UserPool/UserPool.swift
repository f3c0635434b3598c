import Crypto
import Platform

/// A Cognito user pool: accounts, passwords, codes, sessions and tokens.
///
/// Its methods block, for passwords are hashed, tokens signed and files written in them: call them on a `BlockingPool`, never on an event loop.
/// Every method may be called from several threads at once.
final class UserPool: Sendable {
    let configuration: PoolConfiguration
    let tokens: TokenIssuer
    let mailbox: Mailbox
    let clock: any WallClock
    let state: Lock<PoolState>
    let attempts = Lock(SignInAttempts())
    /// Guesses at codes, by name and kind.
    let codeAttempts = Lock(SignInAttempts())
    /// Codes for a new password that names asked for, known or not.
    let codeRequests = Lock(CodeRequests())
    let groups: Lock<[String: UserGroup]>
    /// Held while a user is written: one writer at a time, so that an older state never replaces a newer one.
    private let store: Lock<any UserStore>
    /// What passwords of unknown users are compared with, so that they take as long as those of known ones.
    let decoy: PasswordHash

    /// Loads what the store kept.
    init(_ configuration: PoolConfiguration, store: any UserStore, mailbox: Mailbox = Mailbox(), clock: any WallClock = SystemClock()) throws {
        self.configuration = configuration
        self.store = Lock(store)
        self.mailbox = mailbox
        self.clock = clock
        tokens = TokenIssuer(issuer: configuration.issuer, clientID: configuration.clientID, keys: try store.signingKeys())
        state = Lock(PoolState(try store.users()))
        groups = Lock(Dictionary(try store.groups().map { ($0.name, $0) }) { first, _ in first })
        decoy = PasswordHash(costs: configuration.passwordCosts, salt: SecureRandom.bytes(16), key: SecureRandom.bytes(32))
    }

    /// The region in the pool's identifier.
    var region: String { String(configuration.poolID.prefix { $0 != "_" }) }

    /// Refuses app clients other than ours.
    func check(client: String) throws(CognitoError) {
        guard client == configuration.clientID else { throw .unknownClient(client) }
    }

    /// Refuses pools other than this one.
    func check(pool: String) throws(CognitoError) {
        guard pool == configuration.poolID else { throw .unknownPool(pool) }
    }

    /// Changes a user and writes it to the store, also when `change` throws: a counted attempt stays counted.
    func update<Result: Sendable>(_ sub: String, _ change: (inout User) throws(CognitoError) -> Result) throws(CognitoError) -> Result {
        let outcome = state.withLock { state -> Swift.Result<Result, CognitoError> in
            do throws(CognitoError) {
                return .success(try state.change(sub, change))
            } catch {
                return .failure(error)
            }
        }
        try save(sub)
        return try outcome.get()
    }

    /// Writes a user as it is by now.
    func save(_ sub: String) throws(CognitoError) {
        try write { [state] store throws in
            guard let user = state.withLock({ $0.user(sub: sub) }) else { return }
            try store.save(user)
        }
    }

    /// Forgets a user, and everything that was theirs.
    func remove(_ sub: String) throws(CognitoError) {
        state.withLock { $0.remove(sub) }
        try write { store throws in try store.remove(sub) }
    }

    /// Does something with the store; one at a time.
    func write(_ body: (any UserStore) throws -> Void) throws(CognitoError) {
        let problem = store.withLock { store -> CognitoError? in
            do {
                try body(store)
                return nil
            } catch {
                return error as? CognitoError ?? .internalFailure(cause: "the state could not be written: \(error)")
            }
        }
        if let problem { throw problem }
    }

    /// Sends a code to the user's address.
    func send(_ code: String, to email: EmailAddress, subject: String = "Your verification code") {
        mailbox.deliver(Mailbox.Letter(to: email, subject: subject, code: code, sentAt: clock.now()))
    }

    /// Tells whoever has an account already that somebody wanted another one for the address.
    func tellAboutAccount(_ name: String) {
        guard let email = EmailAddress(name) else { return }
        let text = "Somebody, perhaps you, wanted to create an account for this address. You have one: sign in, or set a new password."
        mailbox.deliver(Mailbox.Letter(to: email, subject: "You have an account already", code: "", sentAt: clock.now(), text: text))
    }
}
