import Crypto
import HTTPClient
import Platform

/// Where the verifier finds a pool's keys.
///
/// They are fetched once for all who wait and kept for `keyLifetime`. What comes after that is fetched while the old ones go on being used, and when it
/// cannot be had they are used up to `keyOutageLimit` longer, with one attempt per `unknownKeyInterval`. An unknown id has them fetched out of turn, at
/// most once per `unknownKeyInterval`, whoever makes up how many. Nothing but a document with usable keys replaces those at hand.
struct KeySource: Sendable {
    enum FetchFailure: Error, Equatable {
        case status(Int)
        case notAKeySet, noUsableKey
    }

    /// While there are no keys at all, who asks within so long after a failure is told so without another attempt.
    private static let failurePause = Duration.seconds(1)

    private let keys: ExpiringValue<JSONWebKeySet>
    private let unknownKeyInterval: Duration
    private let lastFailure = Lock<Duration?>(nil)
    private let clock: any MonotonicClock

    /// - Parameter adopt: sees every set before it is used and may give it other handles.
    init(
        _ configuration: TokenVerifier.Configuration, client: any HTTPClient, logger: Logger, clock: any MonotonicClock,
        adopt: @escaping @Sendable (JSONWebKeySet) -> JSONWebKeySet
    ) {
        self.clock = clock
        unknownKeyInterval = configuration.unknownKeyInterval
        let stale = ExpiringValue<JSONWebKeySet>.StaleOnFailure(
            retryInterval: configuration.unknownKeyInterval, limit: configuration.keyOutageLimit, patience: configuration.unknownKeyInterval)
        keys = ExpiringValue(timeToLive: configuration.keyLifetime, staleOnFailure: stale, clock: clock) { [lastFailure] in
            do {
                return adopt(try await Self.fetch(configuration.keySetURL, client))
            } catch {
                lastFailure.withLock { $0 = clock.uptime() }
                logger.warning("cognito.keys.fetch_failed") { $0.field("error", error: error) }
                throw error
            }
        }
    }

    /// The key with this id, if it is at hand; never waits.
    func known(_ id: String) -> RSAPublicKey? { keys.current()?[id] }

    /// The key with this id. An unknown id has the keys fetched anew, at most once per interval: the pool may have rotated them.
    func key(_ id: String) async throws(TokenError) -> RSAPublicKey {
        if let key = try await available({ try await keys.value() })[id] { return key }
        guard let key = try await available({ try await keys.renewed(minimumInterval: unknownKeyInterval) })[id] else { throw .invalid(.unknownKey) }
        return key
    }

    /// Fetches the keys if there are none.
    func warmUp() async throws(TokenError) { _ = try await available { try await keys.value() } }

    private func available(_ obtain: () async throws -> JSONWebKeySet) async throws(TokenError) -> JSONWebKeySet {
        if keys.atHand() == nil, let last = lastFailure.withLock({ $0 }), clock.uptime() - last < Self.failurePause { throw .unavailable }
        do { return try await obtain() } catch { throw .unavailable }
    }

    private static func fetch(_ url: String, _ client: any HTTPClient) async throws -> JSONWebKeySet {
        let limits = HTTPClientLimits(
            connectTimeout: .seconds(2), totalTimeout: .seconds(5),
            maximumResponseBytes: JSONWebKeySet.maximumBytes)
        let response = try await client.send(
            HTTPClientRequest(
                url: url, headers: [HTTPClientHeader("Accept", "application/json")], limits: limits))
        guard response.status == 200 else { throw FetchFailure.status(response.status) }
        guard let keys = try? JSONWebKeySet(json: response.body) else { throw FetchFailure.notAKeySet }
        guard keys.count > 0 else { throw FetchFailure.noUsableKey }
        return keys
    }
}
