"""The identity pool: AWS roles for who has signed in, and for who has not."""

from aws_cdk import Stack
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_iam as iam
from constructs import Construct

from config.auth import Auth
from stacks.acknowledgements import acknowledge


class IdentityPool(Construct):
    """Learners may call APIs of the account by GET and POST; strangers are refused, and get no credentials in the first place."""

    def __init__(self, scope: Construct, name: str, auth: Auth, pool: cognito.CfnUserPool, client: cognito.CfnUserPoolClient) -> None:
        super().__init__(scope, name)
        provider = cognito.CfnIdentityPool.CognitoIdentityProviderProperty(client_id=client.ref, provider_name=pool.attr_provider_name)
        self.pool = cognito.CfnIdentityPool(
            self, "Pool", identity_pool_name=auth.identity_pool_name, allow_unauthenticated_identities=False, cognito_identity_providers=[provider]
        )
        apis = Stack.of(self).format_arn(service="execute-api", resource="*", resource_name="*")
        authenticated = self._role("Authenticated", auth.authenticated_role, "authenticated", iam.Effect.ALLOW, [f"{apis}/GET/*", f"{apis}/POST/*"])
        unauthenticated = self._role("Unauthenticated", auth.unauthenticated_role, "unauthenticated", iam.Effect.DENY, [f"{apis}/*/*"])
        for method in ("GET", "POST"):
            finding = f"AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:{Stack.of(self).region}:<AWS::AccountId>:*/*/{method}/*]"
            acknowledge(authenticated, finding, f"The specification names every API of the account, by {method}; there is none today.")
        cognito.CfnIdentityPoolRoleAttachment(
            self,
            "Roles",
            identity_pool_id=self.pool.ref,
            roles={"authenticated": authenticated.role_arn, "unauthenticated": unauthenticated.role_arn},
        )

    def _role(self, id: str, name: str, kind: str, effect: iam.Effect, resources: list[str]) -> iam.Role:
        conditions = {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": self.pool.ref},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": kind},
        }
        statement = iam.PolicyStatement(effect=effect, actions=["execute-api:Invoke"], resources=resources)
        return iam.Role(
            self,
            id,
            role_name=name,
            assumed_by=iam.WebIdentityPrincipal("cognito-identity.amazonaws.com", conditions),
            inline_policies={"apis": iam.PolicyDocument(statements=[statement])},
        )
