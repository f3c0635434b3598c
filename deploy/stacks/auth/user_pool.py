"""The pool of learners, and the one client by which all apps sign them in."""

from aws_cdk import aws_cognito as cognito
from constructs import Construct

from config.account import Account
from config.auth import Auth

STRING = "String"


def user_pool(scope: Construct, auth: Auth) -> cognito.CfnUserPool:
    """Learners sign in with their address; nobody is asked for a second factor."""
    schema = cognito.CfnUserPool.SchemaAttributeProperty
    return cognito.CfnUserPool(
        scope,
        "UserPool",
        user_pool_name=auth.user_pool_name,
        username_attributes=["email"],
        auto_verified_attributes=["email"],
        deletion_protection="ACTIVE",
        schema=[
            *(schema(name=name, attribute_data_type=STRING, required=True, mutable=True) for name in auth.required_attributes),
            *(schema(name=name, attribute_data_type=STRING, required=False, mutable=True) for name in auth.optional_attributes),
        ],
        policies=cognito.CfnUserPool.PoliciesProperty(
            password_policy=cognito.CfnUserPool.PasswordPolicyProperty(
                minimum_length=auth.password_minimum_length,
                require_numbers=True,
                require_symbols=True,
                require_uppercase=True,
                require_lowercase=True,
            )
        ),
        mfa_configuration="OFF",
        account_recovery_setting=cognito.CfnUserPool.AccountRecoverySettingProperty(
            recovery_mechanisms=[cognito.CfnUserPool.RecoveryOptionProperty(name="verified_email", priority=1)]
        ),
        # Every device is remembered, without a question to its owner.
        device_configuration=cognito.CfnUserPool.DeviceConfigurationProperty(
            challenge_required_on_new_device=False, device_only_remembered_on_user_prompt=False
        ),
        # Threat protection belongs to the plus plan; in audit mode it reports and refuses nobody.
        user_pool_tier="PLUS",
        user_pool_add_ons=cognito.CfnUserPool.UserPoolAddOnsProperty(advanced_security_mode="AUDIT"),
    )


def web_client(scope: Construct, auth: Auth, account: Account, pool: cognito.CfnUserPool) -> cognito.CfnUserPoolClient:
    """A public client: the code flow with PKCE, and passwords for the hosted pages' sake; no secret."""
    return cognito.CfnUserPoolClient(
        scope,
        "WebClient",
        client_name=auth.client_name,
        user_pool_id=pool.ref,
        generate_secret=False,
        explicit_auth_flows=list(auth.auth_flows),
        supported_identity_providers=["COGNITO"],
        allowed_o_auth_flows_user_pool_client=True,
        allowed_o_auth_flows=["code"],
        allowed_o_auth_scopes=list(auth.scopes),
        callback_ur_ls=auth.pages(account, "/callback"),
        logout_ur_ls=auth.pages(account, "/logout"),
        token_validity_units=cognito.CfnUserPoolClient.TokenValidityUnitsProperty(access_token="hours", id_token="hours", refresh_token="days"),
        access_token_validity=auth.access_token_hours,
        id_token_validity=auth.id_token_hours,
        refresh_token_validity=auth.refresh_token_days,
        enable_token_revocation=True,
        prevent_user_existence_errors="ENABLED",
    )
