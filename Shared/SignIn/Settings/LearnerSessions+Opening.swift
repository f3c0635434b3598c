import AWS
public import Cognito
import Platform
public import ServiceKit
public import Web

extension LearnerSessions {
    /// The sessions of a service, as its settings say.
    ///
    /// - Parameters:
    ///   - verifier: the one that verifies the service's access tokens.
    ///   - registry: where sessions are written down.
    ///   - rateLimits: where attempts are counted; shared by all tasks where there are several.
    public convenience init(
        _ settings: SignInSettings, verifier: TokenVerifier, registry: any SessionRegistry, rateLimits: any RateLimitStore, in context: ServiceContext
    ) throws {
        guard let origin = settings.publicOrigins.first, let clientID = settings.cognito.clientIDs.first else {
            preconditionFailure("settings are used after the environment was found complete")
        }
        // The operations used here need no credentials.
        let calls = AWSClient.Surroundings(http: context.httpClient, credentials: EnvironmentCredentials(keys: nil))
        let identityPolicy = TokenPolicy(issuer: settings.cognito.issuer, clientIDs: [clientID], acceptedUses: [.id])
        var identities = TokenVerifier.Configuration(policy: identityPolicy)
        identities.cacheLimit = 0
        try self.init(
            policy: settings.session, keys: settings.sessionKeys, origins: settings.publicOrigins,
            Surroundings(
                pool: CognitoUserPoolClient(appClientID: clientID, AWSClient(.cognitoUserPools, settings.aws, calls)),
                flow: AuthorizationCodeFlow(
                    AuthorizationCodeFlow.Configuration(domain: settings.hostedDomain, clientID: clientID, redirectURI: origin + "/callback"),
                    client: context.httpClient),
                verifier: verifier, identities: TokenVerifier(identities, client: context.httpClient, logger: context.logger), registry: registry,
                rateLimits: rateLimits, audit: SecurityAudit(logger: context.logger, key: settings.auditKey)))
    }
}
