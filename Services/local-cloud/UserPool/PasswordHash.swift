import Crypto

/// A password as it is kept: scrypt of it, with the salt and the costs it was made with.
struct PasswordHash: Sendable, Equatable {
    /// The costs, kept so that they can be raised later.
    var costs: Scrypt
    /// 16 random bytes.
    var salt: [UInt8]
    /// 32 bytes.
    var key: [UInt8]

    /// Hashes a password: a tenth of a second with `Scrypt.interactive`, so not on an event loop.
    init(hashing password: String, costs: Scrypt) throws(CryptoError) {
        self.costs = costs
        salt = SecureRandom.bytes(16)
        key = try costs.derive(password: Array(password.utf8), salt: salt)
    }

    init(costs: Scrypt, salt: [UInt8], key: [UInt8]) {
        self.costs = costs
        self.salt = salt
        self.key = key
    }

    /// Whether this is the password; takes as long as hashing it.
    func matches(_ password: String) throws(CryptoError) -> Bool {
        constantTimeEqual(try costs.derive(password: Array(password.utf8), salt: salt, count: key.count), key)
    }
}
