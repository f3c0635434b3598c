/// Where credentials come from.
public protocol CredentialProvider: Sendable {
    /// What an operator calls it, such as `container endpoint`.
    var name: String { get }

    /// Credentials that are good now.
    func credentials() async throws(CredentialError) -> AWSCredentials
}

/// Credentials that were given.
public struct StaticCredentials: CredentialProvider {
    /// What an operator calls it.
    public let name: String
    private let given: AWSCredentials

    /// Always these.
    public init(_ credentials: AWSCredentials, name: String = "given credentials") {
        given = credentials
        self.name = name
    }

    /// Those that were given.
    public func credentials() async throws(CredentialError) -> AWSCredentials { given }
}
