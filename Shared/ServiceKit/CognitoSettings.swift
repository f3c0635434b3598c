public import Cognito
public import HTTPClient
public import Platform

/// Which user pool's tokens a service accepts.
///
/// | variable | meaning |
/// |---|---|
/// | `COGNITO_ISSUER` | the pool's issuer, `https://cognito-idp.REGION.amazonaws.com/POOL` |
/// | `COGNITO_CLIENT_ID` | app clients whose tokens count, separated by commas |
public struct CognitoSettings: Sendable {
    /// Who issues the tokens.
    public var issuer: String
    /// For whom.
    public var clientIDs: [String]

    /// Reads the settings; problems are gathered in `environment`.
    public init(from environment: inout EnvironmentReader) {
        issuer = environment.url("COGNITO_ISSUER")
        clientIDs = environment.list("COGNITO_CLIENT_ID", count: 1...16)
    }

    /// A verifier of these tokens.
    public func makeVerifier(_ client: any HTTPClient, logger: Logger) -> TokenVerifier {
        TokenVerifier(TokenVerifier.Configuration(policy: TokenPolicy(issuer: issuer, clientIDs: Set(clientIDs))), client: client, logger: logger)
    }
}
