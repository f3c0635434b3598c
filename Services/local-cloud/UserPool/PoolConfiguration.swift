import Crypto
import Platform

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

    /// How long a key that signs no more stays published: as long as its tokens live, and a little.
    var keyOverlap = Duration.seconds(3_900)
    /// Where the hosted pages are, without a slash at the end; nil where the issuer is.
    var domain: String?
    /// Where codes may go, to the letter.
    var callbackURLs = PoolConfiguration.defaultURLs("/callback")
    /// Where browsers may go after signing out, to the letter.
    var logoutURLs = PoolConfiguration.defaultURLs("/logout")

    /// The hosted pages' base, `http://localhost:4566`.
    var pages: String { domain ?? String(issuer[..<(issuer.lastIndex(of: "/") ?? issuer.endIndex)]) }

    /// A page of each of the four apps, under both names of this machine.
    static func defaultURLs(_ path: String) -> [String] {
        ["localhost", "127.0.0.1"].flatMap { host in (3000...3003).map { "http://\(host):\($0)\(path)" } }
    }

    /// The pool's identifier, the last part of the issuer: `us-east-1_LocalPool`.
    var poolID: String { String(issuer[(issuer.lastIndex(of: "/").map(issuer.index(after:)) ?? issuer.startIndex)...]) }
}
