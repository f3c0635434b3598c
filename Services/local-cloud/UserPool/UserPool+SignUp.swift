import Crypto
import Platform

extension UserPool {
    /// Makes an account and sends a code to its address; returns the new `sub`.
    func signUp(name: String, password: String, attributes: [UserAttribute], client: String) throws(CognitoError) -> User {
        try check(client: client)
        guard let email = EmailAddress(name) else { throw .invalidParameter("Username should be an email.") }
        if let violation = configuration.passwordPolicy.violation(of: password) { throw .invalidPassword(violation) }
        let attributes = try attributes.validated(forEmail: email)
        // Asked before the costly hash, and once more when the account is added.
        guard state.withLock({ $0.user(named: email.text) }) == nil else { throw .usernameExists }
        var user = User(
            sub: UUIDText.random(), email: email, isConfirmed: false, attributes: attributes, password: try hash(password), createdAt: clock.now())
        let code = try user.issueCode(at: clock.now())
        try add(user)
        send(code, to: email)
        return user
    }

    /// Proves the address with the code that was sent. Unknown users look like users whose code is too old.
    func confirmSignUp(name: String, code: String, client: String) throws(CognitoError) {
        try check(client: client)
        guard let user = user(named: name) else {
            try pretend()
            throw .expiredCode
        }
        let now = clock.now()
        try update(user.sub) { (user) throws(CognitoError) in try user.confirm(with: code, at: now) }
    }

    /// Sends another code; unknown users look like known ones.
    func resendCode(name: String, client: String) throws(CognitoError) -> EmailAddress {
        try check(client: client)
        guard let user = user(named: name) else {
            guard let email = EmailAddress(name) else { throw .invalidParameter("Username should be an email.") }
            try pretend()
            return email
        }
        guard !user.isConfirmed else { throw .invalidParameter("User is already confirmed.") }
        let now = clock.now()
        send(try update(user.sub) { (user) throws(CognitoError) in try user.issueCode(at: now) }, to: user.email)
        return user.email
    }

    /// Confirms a user without a code, as an administrator.
    func adminConfirm(name: String, pool: String) throws(CognitoError) {
        try check(pool: pool)
        guard let user = user(named: name) else { throw .userNotFound }
        try update(user.sub) { (user) throws(CognitoError) in
            guard !user.isConfirmed else { throw .notAuthorized(.alreadyConfirmed) }
            user.markConfirmed()
        }
    }

    func user(named name: String) -> User? { state.withLock { $0.user(named: name) } }

    /// Adds an account and writes it.
    func add(_ user: User) throws(CognitoError) {
        let problem = state.withLock { state -> CognitoError? in
            do throws(CognitoError) {
                try state.add(user)
                return nil
            } catch {
                return error
            }
        }
        if let problem { throw problem }
        try save(user.sub)
    }

    func hash(_ password: String) throws(CognitoError) -> PasswordHash {
        do {
            return try PasswordHash(hashing: password, costs: configuration.passwordCosts)
        } catch {
            throw .internalFailure(cause: "a password could not be hashed: \(error)")
        }
    }
}
