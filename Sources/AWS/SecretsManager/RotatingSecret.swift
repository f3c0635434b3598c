public import Platform

/// A secret that may be changed while the program runs: read once for all callers, read again after a while, the version before it kept.
///
/// When reading again fails, what was read before goes on being used, a day at most: an outage of Secrets Manager ends nothing that runs.
public final class RotatingSecret: Sendable {
    /// What is valid during a rotation.
    public struct Versions: Sendable, Equatable {
        /// `AWSCURRENT`: what we send.
        public let current: SecretVersion
        /// `AWSPREVIOUS`: accepted from others, who may not have read the new one yet; nil when there was none.
        public let previous: SecretVersion?
    }

    private let versions: ExpiringValue<Versions>

    /// Between two readings that somebody's unknown version asks for, or after one that failed.
    private static let retryInterval = Duration.seconds(30)

    /// Then nobody knows any more whether it is still valid.
    private static var duringOutage: ExpiringValue<Versions>.StaleOnFailure {
        .init(retryInterval: retryInterval, limit: .seconds(86_400), patience: retryInterval)
    }

    /// The secret of a name or an ARN, read again after `timeToLive`.
    public init(_ name: String, _ client: SecretsManagerClient, timeToLive: Duration = .seconds(300), clock: any MonotonicClock = SystemClock()) {
        versions = ExpiringValue(timeToLive: timeToLive, staleOnFailure: Self.duringOutage, clock: clock) {
            try await Self.read(name, client)
        }
    }

    /// The versions that are valid now.
    public func valid() async throws(AWSError) -> Versions {
        do { return try await versions.value() } catch { throw error as? AWSError ?? AWSError(.cancelled) }
    }

    /// The same for one who has met a version that is not among them: read anew, twice a minute at most.
    public func renewed() async throws(AWSError) -> Versions {
        do { return try await versions.renewed(minimumInterval: Self.retryInterval) } catch { throw error as? AWSError ?? AWSError(.cancelled) }
    }

    private static func read(_ name: String, _ client: SecretsManagerClient) async throws(AWSError) -> Versions {
        let current = try await client.version(of: name), previous = try await previous(name, client)
        guard previous?.id == current.id else { return Versions(current: current, previous: previous) }
        // Changed between the two readings: there is a newer one.
        return Versions(current: try await client.version(of: name), previous: previous)
    }

    private static func previous(_ name: String, _ client: SecretsManagerClient) async throws(AWSError) -> SecretVersion? {
        do throws(AWSError) {
            return try await client.version(of: name, stage: "AWSPREVIOUS")
        } catch {
            // A secret that was never changed has none.
            guard error.code == "ResourceNotFoundException" else { throw error }
            return nil
        }
    }
}
