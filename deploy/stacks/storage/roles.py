"""Who reads and writes buckets: a role each for the applications and for backups."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

from stacks.acknowledgements import acknowledge
from stacks.storage.key import USE


def task_role(scope: Construct, id: str, name: str) -> iam.Role:
    tasks = iam.ServicePrincipal("ecs-tasks.amazonaws.com", conditions={"StringEquals": {"aws:SourceAccount": Stack.of(scope).account}})
    return iam.Role(scope, id, role_name=name, assumed_by=tasks)


def bucket_policy(scope: Construct, id: str, name: str, bucket: str, key: kms.IKey, role: iam.IRole) -> iam.ManagedPolicy:
    """Reading, writing and listing one bucket. A policy of its own: a service's task has one role, which may need this among other things."""
    arn = f"arn:{Stack.of(scope).partition}:s3:::{bucket}"
    policy = iam.ManagedPolicy(
        scope,
        id,
        managed_policy_name=name,
        roles=[role],
        statements=[
            iam.PolicyStatement(sid="Objects", actions=["s3:GetObject", "s3:PutObject", "s3:ListBucket"], resources=[arn, f"{arn}/*"]),
            iam.PolicyStatement(sid="Key", actions=USE, resources=[key.key_arn]),
        ],
    )
    acknowledge(
        policy,
        f"AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::{bucket}/*]",
        "The specification names every object of this one bucket; the bucket's own policy says where objects may be.",
    )
    return policy
