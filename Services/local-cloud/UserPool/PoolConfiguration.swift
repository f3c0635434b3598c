import Crypto

/// What a user pool is told at start-up.
struct PoolConfiguration: Sendable {
    /// `iss` of every token: `http://localhost:4566/us-east-1_LocalPool`.
    var issuer: String
    /// The identifier of the one app client.
    var clientID: String
    /// What passwords must hold.
    var passwordPolicy = PasswordPolicy()
    /// How dear hashing a password is.
    var passwordCosts = Scrypt.interactive

    /// The pool's identifier, the last part of the issuer: `us-east-1_LocalPool`.
    var poolID: String { String(issuer[(issuer.lastIndex(of: "/").map(issuer.index(after:)) ?? issuer.startIndex)...]) }
}
