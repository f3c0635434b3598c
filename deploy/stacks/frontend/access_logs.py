"""What CloudFront was asked, delivered by CloudWatch: the older way needs ACLs, which are off."""

from aws_cdk import Stack
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_logs as logs
from constructs import Construct

from config import Config
from stacks.storage import StorageStack


def access_logs(scope: Construct, config: Config, app: str, distribution: cloudfront.CfnDistribution, storage: StorageStack) -> None:
    """Into the bucket of deliveries, one folder per app, day by day."""
    stack = Stack.of(scope)
    name = f"{config.account.prefix}-{app}"
    arn = f"arn:{stack.partition}:cloudfront::{stack.account}:distribution/{distribution.ref}"
    source = logs.CfnDeliverySource(scope, "LogSource", name=name, resource_arn=arn, log_type="ACCESS_LOGS")
    folder = f"arn:{stack.partition}:s3:::{config.storage.delivery_logs.name}/{config.storage.cloudfront_log_prefix}{app}"
    destination = logs.CfnDeliveryDestination(scope, "LogDestination", name=f"{name}-bucket", destination_resource_arn=folder, output_format="w3c")
    delivery = logs.CfnDelivery(
        scope, "LogDelivery", delivery_source_name=source.ref, delivery_destination_arn=destination.attr_arn, s3_suffix_path="{yyyy}/{MM}/{dd}"
    )
    delivery.add_resource_dependency(source)
    stack.add_stack_dependency(storage)
