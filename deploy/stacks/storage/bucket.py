"""A bucket as all are here: versioned, encrypted, closed to the public, kept when its stack goes, and every access written down."""

from typing import Any

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from config.storage import Bucket, Storage
from stacks.storage.lifecycle import lifecycle

# All requests of the bucket are counted under this name.
REQUESTS = "EntireBucket"


def closed_bucket(scope: Construct, id: str, storage: Storage, bucket: Bucket, encryption: s3.CfnBucket.BucketEncryptionProperty, **more: Any) -> s3.CfnBucket:
    """What holds for every bucket, also the one that takes the logs of the others."""
    made = s3.CfnBucket(
        scope,
        id,
        bucket_name=bucket.name,
        versioning_configuration=s3.CfnBucket.VersioningConfigurationProperty(status="Enabled"),
        bucket_encryption=encryption,
        public_access_block_configuration=s3.CfnBucket.PublicAccessBlockConfigurationProperty(
            block_public_acls=True, block_public_policy=True, ignore_public_acls=True, restrict_public_buckets=True
        ),
        ownership_controls=s3.CfnBucket.OwnershipControlsProperty(rules=[s3.CfnBucket.OwnershipControlsRuleProperty(object_ownership="BucketOwnerEnforced")]),
        lifecycle_configuration=lifecycle(storage, bucket.lifecycle),
        metrics_configurations=[s3.CfnBucket.MetricsConfigurationProperty(id=REQUESTS)],
        **more,
    )
    made.apply_removal_policy(RemovalPolicy.RETAIN)
    return made


def kept_bucket(scope: Construct, id: str, storage: Storage, bucket: Bucket, key: kms.IKey, deliveries: s3.CfnBucket, **more: Any) -> s3.CfnBucket:
    """A bucket of the specification: under our key, with its accesses and a weekly inventory in the bucket of deliveries."""
    return closed_bucket(
        scope,
        id,
        storage,
        bucket,
        # With a key per bucket and hour in place of one per object, KMS costs a hundredth.
        encrypted("aws:kms", key.key_arn, bucket_key_enabled=True),
        logging_configuration=s3.CfnBucket.LoggingConfigurationProperty(
            destination_bucket_name=deliveries.ref, log_file_prefix=f"{storage.access_log_prefix}{bucket.name}/"
        ),
        inventory_configurations=[
            s3.CfnBucket.InventoryConfigurationProperty(
                id="weekly",
                enabled=True,
                included_object_versions="Current",
                schedule_frequency=storage.inventory_frequency,
                optional_fields=list(storage.inventory_fields),
                destination=s3.CfnBucket.DestinationProperty(
                    bucket_arn=deliveries.attr_arn, bucket_account_id=Stack.of(scope).account, format="CSV", prefix=storage.inventory_prefix.rstrip("/")
                ),
            )
        ],
        **more,
    )


def encrypted(algorithm: str, key: str | None = None, bucket_key_enabled: bool | None = None) -> s3.CfnBucket.BucketEncryptionProperty:
    default = s3.CfnBucket.ServerSideEncryptionByDefaultProperty(sse_algorithm=algorithm, kms_master_key_id=key)
    rule = s3.CfnBucket.ServerSideEncryptionRuleProperty(bucket_key_enabled=bucket_key_enabled, server_side_encryption_by_default=default)
    return s3.CfnBucket.BucketEncryptionProperty(server_side_encryption_configuration=[rule])


def policy(scope: Construct, bucket: s3.CfnBucket, statements: list[iam.PolicyStatement]) -> None:
    s3.CfnBucketPolicy(scope, f"{bucket.node.id}Policy", bucket=bucket.ref, policy_document=iam.PolicyDocument(statements=statements))


def view(scope: Construct, bucket: s3.CfnBucket, key: kms.IKey | None) -> s3.IBucket:
    """The bucket as other stacks' constructs want it; its policy stays as it is here."""
    return s3.Bucket.from_bucket_attributes(
        scope,
        f"{bucket.node.id}View",
        bucket_arn=bucket.attr_arn,
        bucket_name=bucket.ref,
        bucket_regional_domain_name=bucket.attr_regional_domain_name,
        encryption_key=key,
    )
