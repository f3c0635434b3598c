"""X-Ray: how many requests are traced, and which traces are looked at together."""

from aws_cdk import aws_xray as xray
from constructs import Construct

from config.monitoring import Monitoring

# The lower number is asked first. X-Ray's own rule `Default` is in every account already, and last; ours stands before it.
API_PRIORITY, DEFAULT_PRIORITY = 100, 9_000
GROUPS = {"API Calls": 'service("*/api/*")', "Database Queries": 'service("*.rds.*")'}


def tracing(scope: Construct, settings: Monitoring, prefix: str) -> None:
    sampling(scope, "HighPriority", prefix, API_PRIORITY, settings.api_sampling_path, settings.api_sampling_rate, settings.api_sampling_reservoir)
    sampling(scope, "Default", prefix, DEFAULT_PRIORITY, "*", settings.sampling_rate, settings.sampling_reservoir)
    for name, expression in GROUPS.items():
        xray.CfnGroup(scope, name.replace(" ", ""), group_name=name, filter_expression=expression)


def sampling(scope: Construct, name: str, prefix: str, priority: int, path: str, rate: float, reservoir: int) -> None:
    """So many requests each second, and of the rest this part."""
    rule = xray.CfnSamplingRule.SamplingRuleProperty(
        rule_name=f"{prefix}-{name}",
        priority=priority,
        url_path=path,
        fixed_rate=rate,
        reservoir_size=reservoir,
        host="*",
        http_method="*",
        resource_arn="*",
        service_name="*",
        service_type="*",
        version=1,
    )
    xray.CfnSamplingRule(scope, f"{name}Sampling", sampling_rule=rule)
