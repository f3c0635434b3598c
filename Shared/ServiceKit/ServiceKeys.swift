public import AWS
public import Platform
import Web

/// The keys that services show each other: the one that is sent, and beside it the one before, which others may still send.
public struct ServiceKeys: Sendable {
    /// Whether callers must show one; where it is false, a wrong one is still refused.
    public var isRequired = true
    private let source: Source

    private enum Source: Sendable {
        case fixed([Secret<String>])
        case rotating(RotatingSecret)
    }

    /// Keys that do not change while the program runs; the first is sent.
    public init(_ keys: [Secret<String>]) {
        precondition((1...2).contains(keys.count), "one key, and the one before")
        source = .fixed(keys)
    }

    /// `AWSCURRENT` and `AWSPREVIOUS` of a secret.
    public init(_ secret: RotatingSecret) { source = .rotating(secret) }

    /// The key to send to other services.
    public func current() async throws(AWSError) -> Secret<String> { try await valid()[0] }

    /// What to send in place of a key that was refused, nil when there is no other. The secret is read anew, at most twice a minute: it may have changed. While
    /// it is being changed, the key before may be the one that the other side knows.
    public func other(than refused: Secret<String>) async throws(AWSError) -> Secret<String>? {
        let keys =
            switch source {
            case .fixed(let keys): keys
            case .rotating(let secret): Self.keys(try await secret.renewed())
            }
        return keys.first { $0 != refused }
    }

    /// Whether a key is valid, told in constant time. One that is not known has the secret read anew, at most twice a minute: it may have changed.
    func accept(_ key: APIKey<ServiceKeyScheme>) async throws(AWSError) -> Bool {
        if key.isOne(of: try await valid()) { return true }
        guard case .rotating(let secret) = source else { return false }
        return key.isOne(of: Self.keys(try await secret.renewed()))
    }

    private func valid() async throws(AWSError) -> [Secret<String>] {
        switch source {
        case .fixed(let keys): keys
        case .rotating(let secret): Self.keys(try await secret.valid())
        }
    }

    private static func keys(_ versions: RotatingSecret.Versions) -> [Secret<String>] {
        [versions.current.text] + (versions.previous.map { [$0.text] } ?? [])
    }
}
