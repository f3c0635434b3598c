import JSON
import Platform

/// What this pool and its client are, as the console would show it.
extension CognitoAPI {
    func describeUserPool(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.check(pool: try input.pool())
        let configuration = pool.configuration, policy = configuration.passwordPolicy
        let users = pool.state.withLock { $0.users.count }
        return [
            "UserPool": [
                "Id": .string(configuration.poolID), "Name": "local-cloud", "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"],
                "MfaConfiguration": "OFF", "EstimatedNumberOfUsers": .int(users), "UserPoolTier": "ESSENTIALS", "DeletionProtection": "INACTIVE",
                "Arn": .string("arn:aws:cognito-idp:\(pool.region):000000000000:userpool/\(configuration.poolID)"),
                "Policies": [
                    "PasswordPolicy": [
                        "MinimumLength": .int(policy.minimumLength), "RequireUppercase": true, "RequireLowercase": true, "RequireNumbers": true,
                        "RequireSymbols": true,
                    ]
                ],
                "DeviceConfiguration": ["ChallengeRequiredOnNewDevice": false, "DeviceOnlyRememberedOnUserPrompt": true],
                "UserAttributeUpdateSettings": ["AttributesRequireVerificationBeforeUpdate": ["email"]],
                "UsernameConfiguration": ["CaseSensitive": false], "AdminCreateUserConfig": ["AllowAdminCreateUserOnly": false],
                "AccountRecoverySetting": ["RecoveryMechanisms": [["Priority": 1, "Name": "verified_email"]]],
            ]
        ]
    }

    func describeUserPoolClient(_ input: ActionInput) throws(CognitoError) -> JSONFragment {
        try pool.check(pool: try input.pool())
        try pool.check(client: try input.client())
        let configuration = pool.configuration, texts = { (list: [String]) in JSONFragment.array(list.map { .string($0) }) }
        return [
            "UserPoolClient": [
                "UserPoolId": .string(configuration.poolID), "ClientId": .string(configuration.clientID), "ClientName": "local-cloud",
                "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], "PreventUserExistenceErrors": "ENABLED",
                "EnableTokenRevocation": true, "AccessTokenValidity": 1, "IdTokenValidity": 1, "RefreshTokenValidity": 30,
                "TokenValidityUnits": ["AccessToken": "hours", "IdToken": "hours", "RefreshToken": "days"],
                "SupportedIdentityProviders": ["COGNITO"], "CallbackURLs": texts(configuration.callbackURLs), "LogoutURLs": texts(configuration.logoutURLs),
                "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": texts(Scope.allCases.map(\.rawValue)), "AllowedOAuthFlowsUserPoolClient": true,
                "RefreshTokenRotation": ["Feature": "DISABLED"],
            ]
        ]
    }
}
