"""The key of the buckets."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

USE = ["kms:Decrypt", "kms:GenerateDataKey"]


def storage_key(scope: Construct, roles: list[iam.IRole]) -> kms.Key:
    """Used by the two roles, by those whom IAM policies of the account let, and by AWS's services that write logs here and read for browsers."""
    stack = Stack.of(scope)
    key = kms.Key(scope, "Key", alias="genai-bootcamp-storage", description="What the buckets hold.", enable_key_rotation=True)

    def allow(sid: str, principals: list[iam.IPrincipal], actions: list[str]) -> None:
        # In a key's policy, `*` is the key itself.
        key.add_to_resource_policy(iam.PolicyStatement(sid=sid, principals=principals, actions=actions, resources=["*"]))

    allow("Roles", [iam.ArnPrincipal(role.role_arn) for role in roles], USE)
    logs = {
        "StringEquals": {"aws:SourceAccount": stack.account},
        "ArnLike": {"aws:SourceArn": f"arn:{stack.partition}:logs:{stack.region}:{stack.account}:*"},
    }
    writers = [iam.ServicePrincipal(name, conditions=logs) for name in ("delivery.logs.amazonaws.com", f"logs.{stack.region}.amazonaws.com")]
    allow("Logs", writers, [*USE, "kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:DescribeKey"])
    allow("Browsers", [cloudfront(stack)], ["kms:Decrypt"])
    return key


def cloudfront(stack: Stack) -> iam.ServicePrincipal:
    """Distributions of this account, with origin access control; each stands in a stack above this one, so that none can be named."""
    distributions = f"arn:{stack.partition}:cloudfront::{stack.account}:distribution/*"
    return iam.ServicePrincipal("cloudfront.amazonaws.com", conditions={"ArnLike": {"aws:SourceArn": distributions}})
