/// Asks one source after the other and takes the first that is configured.
///
/// A source that is configured and fails ends the search: going on would sign as somebody else than the operator meant.
public struct CredentialChain: CredentialProvider {
    private let providers: [any CredentialProvider]

    /// Sources in the order of asking.
    public init(_ providers: [any CredentialProvider]) {
        self.providers = providers
    }

    /// The names of all sources.
    public var name: String { providers.map(\.name).joined(separator: ", ") }

    /// Those of the first source that is configured.
    ///
    /// - Throws: `CredentialError.noneFound` with what was tried, or `.cancelled`.
    public func credentials() async throws(CredentialError) -> AWSCredentials {
        var attempts: [CredentialError.Attempt] = []
        for provider in providers {
            do throws(CredentialError) {
                return try await provider.credentials()
            } catch {
                if error == .cancelled { throw error }
                attempts.append(.init(provider: provider.name, reason: error.description))
                guard case .notConfigured = error else { break }
            }
        }
        throw .noneFound(attempts)
    }
}
