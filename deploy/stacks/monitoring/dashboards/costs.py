"""Cost Dashboard: what AWS has charged so far this month, by service; it says so every few hours."""

from constructs import Construct

from stacks.monitoring.dashboards.widgets import Dashboard
from stacks.monitoring.series import Calculation, Series
from stacks.monitoring.watched import Watched

NAME = "Cost-Dashboard"
HOUR, DAY = 3_600, 86_400
# What AWS bills is by service alone: storage and requests of S3 are computed from their amounts, at these prices (cost/prices.toml).
USD_PER_GIGABYTE_MONTH, USD_PER_THOUSAND_READS = 0.023, 0.0004


def costs(scope: Construct, watched: Watched) -> None:
    board = Dashboard(watched.config.account.region, 6 * HOUR)
    board.heading("React Apps")
    board.graph("CloudFront Costs", {"USD this month": charged("AmazonCloudFront")})
    buckets = dict(watched.config.storage.frontend_buckets)
    board.graph("S3 Storage Costs", {app: storage(bucket) for app, bucket in buckets.items()}, seconds=DAY)
    board.graph("S3 Request Costs", {app: requests(watched, app) for app in buckets}, seconds=DAY)
    board.heading("Common Infrastructure")
    for title, service in (
        ("ECS Service Costs", "AmazonECS"),
        ("RDS Costs", "AmazonRDS"),
        ("ALB Costs", "AWSELB"),
        ("Data Transfer Costs", "AWSDataTransfer"),
    ):
        board.graph(title, {"USD this month": charged(service)})
    board.write(scope, "Costs", NAME)


def charged(service: str) -> Series:
    """Kept in us-east-1 for the whole account, once billing alerts are switched on in the account's preferences."""
    return Series("AWS/Billing", "EstimatedCharges", {"ServiceName": service, "Currency": "USD"}, "Maximum")


def storage(bucket: str) -> Calculation:
    size = Series("AWS/S3", "BucketSizeBytes", {"BucketName": bucket, "StorageType": "StandardStorage"}, "Average")
    return Calculation(f"size / {2**30} * {USD_PER_GIGABYTE_MONTH}", {"size": size})


def requests(watched: Watched, app: str) -> Calculation:
    return Calculation(f"requests / 1000 * {USD_PER_THOUSAND_READS}", {"requests": watched.site(app, "GetRequests")})
