"""The alarms of the buckets."""

import pytest

from states import states
from templates import Templates

BUCKETS = {
    "genai-bootcamp-frontend-assets": ["StandardStorage"],
    "genai-bootcamp-user-content": ["StandardStorage", "IntelligentTieringFAStorage", "IntelligentTieringIAStorage", "IntelligentTieringAIAStorage"],
    "genai-bootcamp-logs": [
        "StandardStorage",
        "IntelligentTieringFAStorage",
        "IntelligentTieringIAStorage",
        "IntelligentTieringAIAStorage",
        "GlacierStorage",
    ],
    "genai-bootcamp-backups": ["StandardStorage", "GlacierStorage"],
}
TOPIC = "${Guardrail/Admin/Topic}"


@states("storage-monitoring.7-10")
@pytest.mark.parametrize("bucket", BUCKETS)
def test_refused_requests_are_told_of(templates: Templates, bucket: str) -> None:
    alarm = templates["Storage"].only("AWS::CloudWatch::Alarm", AlarmName=f"{bucket}-high-error-rate")
    assert (alarm["Namespace"], alarm["MetricName"], alarm["Statistic"]) == ("AWS/S3", "4xxErrors", "Sum")
    assert alarm["Dimensions"] == [{"Name": "BucketName", "Value": bucket}, {"Name": "FilterId", "Value": "EntireBucket"}]
    assert (alarm["Threshold"], alarm["ComparisonOperator"]) == (100, "GreaterThanThreshold")
    assert (alarm["Period"], alarm["EvaluationPeriods"]) == (300, 1)
    assert alarm["AlarmActions"] == [TOPIC]
    counted = templates["Storage"].only("AWS::S3::Bucket", BucketName=bucket)
    assert counted["MetricsConfigurations"] == [{"Id": "EntireBucket"}]


@states("storage-monitoring.1", "storage-monitoring.3", "storage-monitoring.11-14")
@pytest.mark.parametrize("bucket", BUCKETS)
def test_a_bucket_of_a_terabyte_is_told_of(templates: Templates, bucket: str) -> None:
    """What it holds of every storage type that its lifecycle uses, once a day."""
    alarm = templates["Storage"].only("AWS::CloudWatch::Alarm", AlarmName=f"{bucket}-storage-growth")
    assert (alarm["Threshold"], alarm["ComparisonOperator"], alarm["DatapointsToAlarm"]) == (10**12, "GreaterThanThreshold", 1)
    assert alarm["AlarmActions"] == [TOPIC]
    kinds = BUCKETS[bucket]
    names = [f"m{number}" for number in range(len(kinds))]
    total = {"Id": "expr_1", "Expression": "+".join(f"FILL({name},0)" for name in names), "Label": "BucketSizeBytes", "ReturnData": True}
    assert alarm["Metrics"] == [total, *(size(name, bucket, kind) for name, kind in zip(names, kinds, strict=True))]


def size(name: str, bucket: str, kind: str) -> dict:
    dimensions = [{"Name": "BucketName", "Value": bucket}, {"Name": "StorageType", "Value": kind}]
    metric = {"Namespace": "AWS/S3", "MetricName": "BucketSizeBytes", "Dimensions": dimensions}
    return {"Id": name, "MetricStat": {"Metric": metric, "Period": 86_400, "Stat": "Average"}, "ReturnData": False}
