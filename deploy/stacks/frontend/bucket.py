"""Where a pipeline puts what it has built."""

from aws_cdk import aws_s3 as s3
from constructs import Construct

from config import Config
from config.storage import Bucket, Lifecycle
from stacks.storage import StorageStack
from stacks.storage.bucket import closed_bucket, encrypted, policy
from stacks.storage.policies import browsers_read, tls_only


def site_bucket(scope: Construct, config: Config, app: str, storage: StorageStack) -> s3.CfnBucket:
    """As the other buckets are; uploads need not name the key, for it is the default."""
    settings = config.storage
    name = dict(settings.frontend_buckets)[app]
    versions = Lifecycle("old-versions", noncurrent_expiration_days=settings.frontend_assets.lifecycle.noncurrent_expiration_days)
    bucket = closed_bucket(
        scope,
        "Site",
        settings,
        Bucket(name, versions),
        encrypted("aws:kms", storage.key.key_arn, bucket_key_enabled=True),
        logging_configuration=s3.CfnBucket.LoggingConfigurationProperty(
            destination_bucket_name=settings.delivery_logs.name, log_file_prefix=f"{settings.access_log_prefix}{name}/"
        ),
    )
    policy(scope, bucket, [tls_only(bucket.attr_arn), browsers_read(scope, bucket.attr_arn)])
    return bucket
