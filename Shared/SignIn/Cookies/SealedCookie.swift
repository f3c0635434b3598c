import Crypto
import HTTPCore
import Platform
import Web

/// A small value that one host keeps with a browser: sealed for its name, so that nobody reads or makes one, and none passes for one of another name.
struct SealedCookie: Sendable {
    /// Others may plant many of a name; each is tried.
    private static let maximumTried = 4

    private let name: String
    private let lifetime: Duration
    private let sameSite: SetCookie.SameSite
    private let isSecure: Bool
    private let keys: SealingKeys

    /// - Parameter name: without the prefix that the policy brings.
    init(_ name: String, lifetime: Duration, sameSite: SetCookie.SameSite, policy: LearnerSessionPolicy, keys: SealingKeys) {
        self.name = policy.hostName(name)
        self.lifetime = lifetime
        self.sameSite = sameSite
        isSecure = policy.isSecure
        self.keys = keys
    }

    /// - Parameter lifetime: shorter than the cookie's own where something else ends before.
    func keep(_ value: [UInt8], for lifetime: Duration? = nil, _ fields: inout Fields) throws {
        fields.setCookie(try cookie(try keys.seal(value, for: name), min(lifetime ?? self.lifetime, self.lifetime)))
    }

    func forget(_ fields: inout Fields) throws { fields.setCookie(try cookie("", .zero)) }

    /// The values that were sealed here, in the order in which the browser sends them.
    func values(in context: RequestContext) -> [[UInt8]] { context.cookies(name).prefix(Self.maximumTried).compactMap { keys.open($0, for: name) } }

    private func cookie(_ value: String, _ lifetime: Duration) throws -> SetCookie {
        try SetCookie(name, value, lifetime: lifetime, isSecure: isSecure, sameSite: sameSite)
    }
}
