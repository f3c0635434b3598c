"""The alarms of a bucket: requests that fail, and a bucket that grows out of all measure."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_sns as sns
from constructs import Construct

from config.storage import Bucket, Storage
from stacks.storage.bucket import REQUESTS

# CloudWatch counts what a bucket holds by storage type: these belong to the class that objects come in, and to those that lifecycle rules move them to.
STORAGE_TYPES = {
    "STANDARD": ("StandardStorage",),
    "INTELLIGENT_TIERING": ("IntelligentTieringFAStorage", "IntelligentTieringIAStorage", "IntelligentTieringAIAStorage"),
    "GLACIER": ("GlacierStorage",),
}


def bucket_alarms(scope: Construct, storage: Storage, bucket: Bucket, topic: sns.ITopic) -> None:
    """Named after the bucket; both tell the administrators."""
    errors = cloudwatch.Metric(
        namespace="AWS/S3",
        metric_name="4xxErrors",
        dimensions_map={"BucketName": bucket.name, "FilterId": REQUESTS},
        statistic="Sum",
        period=Duration.minutes(storage.error_alarm_minutes),
    )
    alarm(
        scope,
        f"{bucket.name}-high-error-rate",
        "Requests are refused: somebody tries keys, or a permission is missing.",
        errors,
        storage.error_alarm_count,
        topic,
    )
    growth = size(bucket, Duration.hours(storage.growth_alarm_hours))
    # S3 tells a day's size when the day is over, so that the newest day is always missing.
    alarm(scope, f"{bucket.name}-storage-growth", "The bucket holds far more than it should.", growth, storage.growth_alarm_bytes, topic, periods=2)


def size(bucket: Bucket, period: Duration) -> cloudwatch.MathExpression:
    """All bytes of a bucket, whatever class they are in."""
    classes = ["STANDARD", *(step.storage_class for step in bucket.lifecycle.transitions)]
    metrics = {
        f"m{number}": cloudwatch.Metric(
            namespace="AWS/S3",
            metric_name="BucketSizeBytes",
            dimensions_map={"BucketName": bucket.name, "StorageType": kind},
            statistic="Average",
            period=period,
        )
        for number, kind in enumerate(kind for name in classes for kind in STORAGE_TYPES[name])
    }
    return cloudwatch.MathExpression(expression="+".join(f"FILL({name},0)" for name in metrics), using_metrics=metrics, period=period, label="BucketSizeBytes")


def alarm(scope: Construct, name: str, description: str, metric: cloudwatch.IMetric, threshold: float, topic: sns.ITopic, periods: int = 1) -> None:
    made = cloudwatch.Alarm(
        scope,
        "".join(part.capitalize() for part in name.split("-")),
        alarm_name=name,
        alarm_description=description,
        metric=metric,
        threshold=threshold,
        evaluation_periods=periods,
        datapoints_to_alarm=1,
        comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
        # A bucket that nobody asks reports nothing.
        treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
    )
    made.add_alarm_action(actions.SnsAction(topic))
