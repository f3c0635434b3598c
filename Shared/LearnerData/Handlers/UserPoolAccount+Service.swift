import AWS
public import ServiceKit
public import SignIn

extension UserPoolAccount {
    /// The accounts of the pool that a service's learners sign in at, with the service's own credentials (`AWS_ACCESS_KEY_ID` …, or the task's role). It
    /// may `cognito-idp:AdminGetUser`, `AdminUserGlobalSignOut` and `AdminDeleteUser` there.
    public init(_ settings: SignInSettings, in context: ServiceContext) {
        let calls = AWSClient.Surroundings(
            http: context.httpClient, credentials: settings.aws.credentials.provider(client: context.httpClient))
        // An issuer ends with the identifier of its pool.
        let pool = settings.cognito.issuer.split(separator: "/").last.map(String.init) ?? ""
        self.init(CognitoUserPoolAdministrator(userPoolID: pool, AWSClient(.cognitoUserPools, settings.aws, calls)))
    }
}
