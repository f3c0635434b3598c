"""Where pipelines keep what one action hands to the next."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from config.pipelines import Pipelines
from stacks.acknowledgements import acknowledge

# Who writes to the topic that the key encrypts.
NOTIFIERS = ("codestar-notifications.amazonaws.com",)


def delivery_key(scope: Construct) -> kms.Key:
    """One key for artifacts and notices: who may read the one may know of the other."""
    key = kms.Key(scope, "Key", alias="alias/app-dw/delivery", description="Artifacts and notices of the pipelines.", enable_key_rotation=True)
    key.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal(name) for name in NOTIFIERS],
            actions=["kms:Decrypt", "kms:GenerateDataKey"],
            # In a key's policy `*` is the key itself.
            resources=["*"],
            conditions={"StringEquals": {"kms:ViaService": f"sns.{key.stack.region}.amazonaws.com"}},
        )
    )
    return key


def artifacts_bucket(scope: Construct, key: kms.Key, pipelines: Pipelines) -> s3.Bucket:
    """Encrypted under the key by default, over TLS alone, empty of what is a month old."""
    bucket = s3.Bucket(
        scope,
        "Artifacts",
        bucket_name=pipelines.artifacts_bucket,
        encryption=s3.BucketEncryption.KMS,
        encryption_key=key,
        bucket_key_enabled=True,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        versioned=True,
        lifecycle_rules=[
            s3.LifecycleRule(
                id="artifacts",
                expiration=Duration.days(pipelines.artifact_days),
                noncurrent_version_expiration=Duration.days(1),
                abort_incomplete_multipart_upload_after=Duration.days(1),
            )
        ],
        removal_policy=RemovalPolicy.RETAIN,
    )
    acknowledge(bucket, "AwsSolutions::AwsSolutions-S1", "It stands before the bucket of logs; CodePipeline's own history says who put what there.")
    return bucket
