"""Cognito: who signs in, how long that lasts, and where browsers are sent."""

import pytest

from states import states
from templates import Resource, Templates


@pytest.fixture
def pool(templates: Templates) -> Resource:
    return templates["Auth"].only("AWS::Cognito::UserPool")


@pytest.fixture
def client(templates: Templates) -> Resource:
    return templates["Auth"].only("AWS::Cognito::UserPoolClient")


@states("user-pool.1")
def test_the_pool_is_called_so(templates: Templates, pool: Resource) -> None:
    assert pool["UserPoolName"] == "genai-bootcamp-users"


@states("user-pool.2-6")
def test_passwords_are_long_and_mixed(templates: Templates, pool: Resource) -> None:
    assert pool["Policies"]["PasswordPolicy"] == {
        "MinimumLength": 8,
        "RequireNumbers": True,
        "RequireSymbols": True,
        "RequireUppercase": True,
        "RequireLowercase": True,
    }


@states("user-pool.7")
def test_there_is_no_second_factor(templates: Templates, pool: Resource) -> None:
    assert pool["MfaConfiguration"] == "OFF"


@states("user-pool.8")
def test_accounts_are_recovered_by_mail(templates: Templates, pool: Resource) -> None:
    assert pool["AccountRecoverySetting"]["RecoveryMechanisms"] == [{"Name": "verified_email", "Priority": 1}]


@states("user-pool.9-13")
def test_learners_have_names_and_may_have_preferences(templates: Templates, pool: Resource) -> None:
    required = [{"Name": name, "AttributeDataType": "String", "Mutable": True, "Required": True} for name in ("email", "given_name", "family_name")]
    optional = [{"Name": name, "AttributeDataType": "String", "Mutable": True, "Required": False} for name in ("locale", "zoneinfo")]
    assert pool["Schema"] == required + optional


@states("session-management.3")
def test_devices_are_remembered(templates: Templates, pool: Resource) -> None:
    assert pool["DeviceConfiguration"] == {"ChallengeRequiredOnNewDevice": False, "DeviceOnlyRememberedOnUserPrompt": False}


@states("session-management.4")
def test_threats_are_audited_only(templates: Templates, pool: Resource) -> None:
    assert pool["UserPoolAddOns"]["AdvancedSecurityMode"] == "AUDIT"
    assert pool["UserPoolTier"] == "PLUS"


@states("user-pool.14-17")
def test_the_web_client_has_no_secret(templates: Templates, client: Resource) -> None:
    assert client["ClientName"] == "web-client"
    assert client["GenerateSecret"] is False
    assert client["ExplicitAuthFlows"] == ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]


@states("user-pool.18-21")
def test_the_web_client_gets_codes_for_three_scopes(templates: Templates, client: Resource) -> None:
    assert client["AllowedOAuthFlowsUserPoolClient"] is True
    assert client["AllowedOAuthFlows"] == ["code"]
    assert client["AllowedOAuthScopes"] == ["openid", "email", "profile"]


APPS = [f"https://{app}.app-dw.net" for app in ("lang-portal", "haiku", "vocab", "writing")]
LOCAL = [f"http://localhost:{port}" for port in (3000, 3001, 3002, 3003)]


@states("user-pool.22-29")
def test_browsers_come_back_to_every_app(templates: Templates, client: Resource) -> None:
    assert client["CallbackURLs"] == [f"{origin}/callback" for origin in APPS + LOCAL]


@states("user-pool.30-37")
def test_browsers_leave_to_every_app(templates: Templates, client: Resource) -> None:
    assert client["LogoutURLs"] == [f"{origin}/logout" for origin in APPS + LOCAL]


@states("session-management.1-2", "token-configuration.1-4")
def test_tokens_live_an_hour_and_refresh_for_thirty_days(templates: Templates, client: Resource) -> None:
    assert client["TokenValidityUnits"] == {"AccessToken": "hours", "IdToken": "hours", "RefreshToken": "days"}
    assert (client["AccessTokenValidity"], client["IdTokenValidity"], client["RefreshTokenValidity"]) == (1, 1, 30)
    assert client["EnableTokenRevocation"] is True


@states("user-pool.38-39")
def test_the_prefix_domain_stays_for_local_development(templates: Templates, pool: Resource) -> None:
    domain = templates["Auth"].only("AWS::Cognito::UserPoolDomain", Domain="genai-bootcamp")
    assert domain["UserPoolId"] == pool.ref


@states("subdomains.1")
def test_learners_see_a_domain_of_ours(templates: Templates, pool: Resource) -> None:
    certificate = templates["Domain"].only("AWS::CertificateManager::Certificate")
    domain = templates["Auth"].only("AWS::Cognito::UserPoolDomain", Domain="auth.app-dw.net")
    assert domain["UserPoolId"] == pool.ref
    assert domain["CustomDomainConfig"] == {"CertificateArn": certificate.ref}


def test_its_name_leads_to_cognitos_distribution(templates: Templates) -> None:
    auth = templates["Auth"]
    record = auth.only("AWS::Route53::RecordSet", Name="auth.app-dw.net", Type="A")
    domain = auth.only("AWS::Cognito::UserPoolDomain", Domain="auth.app-dw.net")
    assert record["AliasTarget"] == {"DNSName": domain.attribute("CloudFrontDistribution"), "HostedZoneId": "Z2FDTNDATAQYW2"}


@states("identity-pool.1-3")
def test_the_identity_pool_trusts_the_web_client(templates: Templates, pool: Resource, client: Resource) -> None:
    identities = templates["Auth"].only("AWS::Cognito::IdentityPool", IdentityPoolName="genai-bootcamp-identity")
    assert identities["CognitoIdentityProviders"] == [{"ClientId": client.ref, "ProviderName": pool.attribute("ProviderName")}]


@pytest.mark.parametrize(
    ("name", "effect", "paths"),
    [
        pytest.param("genai-bootcamp-authenticated", "Allow", ["*/*/GET/*", "*/*/POST/*"], marks=states("identity-pool.4-8")),
        pytest.param("genai-bootcamp-unauthenticated", "Deny", "*/*/*/*", marks=states("identity-pool.9-12")),
    ],
)
def test_identities_have_roles(templates: Templates, name: str, effect: str, paths: list[str] | str) -> None:
    role = templates["Auth"].only("AWS::IAM::Role", RoleName=name)
    prefix = "arn:${AWS::Partition}:execute-api:us-east-1:${AWS::AccountId}:"
    resources = prefix + paths if isinstance(paths, str) else [prefix + path for path in paths]
    (policy,) = role["Policies"]
    assert policy["PolicyDocument"]["Statement"] == [{"Action": "execute-api:Invoke", "Effect": effect, "Resource": resources}]


def test_strangers_get_no_credentials(templates: Templates) -> None:
    """And who has signed in gets one role, which only who has signed in can take."""
    auth = templates["Auth"]
    identities = auth.only("AWS::Cognito::IdentityPool")
    assert identities["AllowUnauthenticatedIdentities"] is False
    roles = {kind: auth.only("AWS::IAM::Role", RoleName=f"genai-bootcamp-{kind}") for kind in ("authenticated", "unauthenticated")}
    attached = auth.only("AWS::Cognito::IdentityPoolRoleAttachment", IdentityPoolId=identities.ref)
    assert attached["Roles"] == {kind: role.attribute("Arn") for kind, role in roles.items()}
    for kind, role in roles.items():
        (trust,) = role["AssumeRolePolicyDocument"].plain("Statement")
        assert trust == {
            "Effect": "Allow",
            "Principal": {"Federated": "cognito-identity.amazonaws.com"},
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": identities.ref},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": kind},
            },
        }


def test_nobody_learns_who_has_an_account_or_loses_it_by_mistake(pool: Resource, client: Resource) -> None:
    assert client["PreventUserExistenceErrors"] == "ENABLED"
    assert client["UserPoolId"] == pool.ref
    assert pool["DeletionProtection"] == "ACTIVE"
    assert (pool["UsernameAttributes"], pool["AutoVerifiedAttributes"]) == (["email"], ["email"])
