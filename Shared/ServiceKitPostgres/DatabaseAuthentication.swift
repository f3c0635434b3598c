import AWS
import HTTPClient
import Platform
import Postgres

/// Passwords that AWS signs for a database user, 15 minutes each: a new connection gets one that is at most ten minutes old, and whose signer's
/// credentials have not ended meanwhile, for it ends with them; open ones stay open.
///
/// Source: Amazon RDS, "IAM database authentication"; the end point may be that of RDS Proxy.
struct DatabaseAuthentication: Sendable {
    /// A token that was made so long ago is not given any more: connecting takes time, and clocks differ.
    static let tokenAge = Duration.seconds(600)
    /// Nor one that ends so soon with the credentials that signed it.
    static let margin = Duration.seconds(10)

    private let settings: AWSSettings

    /// Reads region and credentials.
    init(from environment: inout EnvironmentReader) { settings = AWSSettings(&environment, services: []) }

    /// Whether a database is to be reached so: its URL has no password, and its connections are encrypted and verified.
    static func isWanted(for configuration: PostgresConfiguration) -> Bool {
        guard configuration.password == nil, case .verified = configuration.protection else { return false }
        return true
    }

    /// Gives the password for each new connection of a user.
    func credentials(
        for configuration: PostgresConfiguration, client: any HTTPClient, clock: some WallClock & MonotonicClock = SystemClock()
    ) -> PostgresCredentials {
        let provider = settings.credentials.provider(client: client, clock: clock)
        let region = settings.region
        let (host, port, user) = (configuration.host, configuration.port, configuration.user)
        let token = ExpiringValue(timeToLive: { $0.life(at: clock.now()) }, clock: clock) {
            let credentials = try await provider.credentials()
            let password = try DatabaseAuthToken.make(host: host, port: port, user: user, region: region, credentials: credentials, at: clock.now())
            return Token(password: password, end: credentials.expiration)
        }
        return { try await token.value().password }
    }

    /// A password, and when the credentials end that signed it.
    private struct Token: Sendable {
        let password: Secret<String>
        let end: UnixTime?

        /// For how long new connections get it.
        func life(at now: UnixTime) -> Duration { max(.zero, min(tokenAge, end.map { $0 - now - margin } ?? tokenAge)) }
    }
}
