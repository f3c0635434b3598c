import Crypto
import HTTPClient
import Platform

/// Where the verifier finds a pool's keys: fetched once for all who wait, kept for an hour, kept longer when they cannot be fetched again.
struct KeySource: Sendable {
    enum FetchFailure: Error, Equatable {
        case status(Int)
        case notAKeySet, noUsableKey
    }

    private let keys: ExpiringValue<JSONWebKeySet>
    private let unknownKeyInterval: Duration

    init(
        _ configuration: TokenVerifier.Configuration, client: any HTTPClient, logger: Logger,
        clock: any MonotonicClock
    ) {
        unknownKeyInterval = configuration.unknownKeyInterval
        let url = configuration.keySetURL
        keys = ExpiringValue(
            timeToLive: configuration.keyLifetime,
            staleOnFailure: .init(retryInterval: configuration.unknownKeyInterval), clock: clock
        ) {
            do {
                return try await Self.fetch(url, client)
            } catch {
                logger.warning("cognito.keys.fetch_failed") { $0.field("error", error: error) }
                throw error
            }
        }
    }

    /// The key with this id. An unknown id has the keys fetched anew, at most once per interval: the pool may have rotated them.
    func key(_ id: String) async throws(TokenError) -> RSAPublicKey {
        if let key = try await available({ try await keys.value() })[id] { return key }
        guard
            let key = try await available({ try await keys.renewed(minimumInterval: unknownKeyInterval) }
            )[id]
        else { throw .invalid(.unknownKey) }
        return key
    }

    /// Fetches the keys if there are none.
    func warmUp() async throws(TokenError) { _ = try await available { try await keys.value() } }

    private func available(
        _ obtain: () async throws -> JSONWebKeySet
    ) async throws(TokenError)
        -> JSONWebKeySet
    {
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
