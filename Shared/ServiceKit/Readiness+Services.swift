public import HTTPClient

extension Readiness {
    /// Adds another service of ours as a dependency: it is there when its `/api/health` answers. Not its readiness, so that services may depend on one another
    /// without one that is away taking all others with it.
    public func add(_ name: String, at origin: String, _ client: any HTTPClient) {
        let limits = HTTPClientLimits(connectTimeout: .seconds(1), firstByteTimeout: .seconds(2), totalTimeout: .seconds(2))
        let request = HTTPClientRequest(url: origin + "/api/health", limits: limits)
        add(name) {
            guard try await client.send(request).status == 200 else { throw NotHealthy() }
        }
    }

    private struct NotHealthy: Error {}
}
