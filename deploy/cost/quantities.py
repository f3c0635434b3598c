"""Quantities of prices that one resource comes to in a month, where that takes more than a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cost.book import Usage

HOURS = 730
# vCPUs of the classes of instances; RDS Proxy is billed by those behind it.
CPUS = {"db.t4g.medium": 2}
# Minutes of a build, as long as they take here on as many cores, and of other actions.
BUILD_MINUTES = {"BUILD_GENERAL1_LARGE": 20, "BUILD_GENERAL1_SMALL": 5}
BUILD_PRICES = {"BUILD_GENERAL1_LARGE": "build-large-minute", "BUILD_GENERAL1_SMALL": "build-small-minute"}
ACTION_MINUTES = {"CodeStarSourceConnection": 1, "CodeBuild": 15, "ECS": 10, "Manual": 0}
# CloudFront's further metrics of one distribution.
CACHE_METRICS = 8
# Requests and answers of a hundred tokens each are some text units of the guardrail: 1,000 characters are one.
TEXT_UNITS_1K_PER_MILLION_TOKENS = 4

Quantities = Mapping[str, float]


@dataclass(frozen=True)
class Place:
    """A resource among the others of its template."""

    properties: Mapping[str, Any]
    resources: Mapping[str, Mapping[str, Any]]

    def others(self, type: str) -> list[Mapping[str, Any]]:
        return [one.get("Properties", {}) for one in self.resources.values() if one["Type"] == type]


def endpoint(place: Place, usage: Usage) -> Quantities:
    """Gateway end points are free."""
    if place.properties["VpcEndpointType"] != "Interface":
        return {}
    return {"endpoint-hour": HOURS * len(place.properties["SubnetIds"]), "endpoint-gigabyte": usage.endpoint_gigabytes}


def balancer(place: Place, usage: Usage) -> Quantities:
    return {
        "balancer-hour": HOURS,
        "balancer-unit-hour": HOURS * usage.balancer_units,
        # One address in each of its subnets.
        "public-address-hour": HOURS * len(place.properties["Subnets"]),
        "transfer-gigabyte": usage.transfer_gigabytes,
    }


def service(place: Place, usage: Usage) -> Quantities:
    """The base on demand all the time, and in busy hours as many on spot as scaling allows."""
    (task,) = place.others("AWS::ECS::TaskDefinition")
    (target,) = place.others("AWS::ApplicationAutoScaling::ScalableTarget")
    base = sum(one.get("Base", 0) for one in place.properties["CapacityProviderStrategy"])
    spot = HOURS * (target["MinCapacity"] - base) + usage.busy_hours * (target["MaxCapacity"] - target["MinCapacity"])
    cpus, gigabytes = int(task["Cpu"]) / 1_024, int(task["Memory"]) / 1_024
    return {
        "fargate-cpu-hour": HOURS * base * cpus,
        "fargate-gigabyte-hour": HOURS * base * gigabytes,
        "fargate-spot-cpu-hour": spot * cpus,
        "fargate-spot-gigabyte-hour": spot * gigabytes,
        "metric": usage.service_metrics + usage.insights_metrics,
    }


def cluster(place: Place, usage: Usage) -> Quantities:
    """RDS keeps the master password in a secret of its own."""
    return {
        "aurora-gigabyte": usage.database_gigabytes,
        "aurora-io-million": usage.database_io_millions,
        "secret": int(place.properties.get("ManageMasterUserPassword", False)),
    }


def proxy(place: Place, usage: Usage) -> Quantities:
    cpus = sum(CPUS[instance["DBInstanceClass"]] for instance in place.others("AWS::RDS::DBInstance"))
    return {"proxy-cpu-hour": HOURS * cpus}


def log_group(place: Place, usage: Usage) -> Quantities:
    is_service = place.properties["LogGroupName"].startswith("/aws/ecs/")
    return {"log-gigabyte": usage.service_log_gigabytes if is_service else usage.other_log_gigabytes}


def metric_filter(place: Place, usage: Usage) -> Quantities:
    """Filters of several groups that add up to one metric share it."""

    def name(properties: Mapping[str, Any]) -> str:
        return properties["MetricTransformations"][0]["MetricName"]

    sharing = [other for other in place.others("AWS::Logs::MetricFilter") if name(other) == name(place.properties)]
    return {"metric": 1 / len(sharing)}


def alarm(place: Place, usage: Usage) -> Quantities:
    """By the metrics it looks at."""
    metrics = place.properties.get("Metrics", [{"MetricStat": {}}])
    return {"alarm-metric": sum("MetricStat" in one for one in metrics)}


def web_acl(place: Place, usage: Usage) -> Quantities:
    return {"acl": 1, "acl-rule": len(place.properties["Rules"]), "acl-requests-million": usage.requests_millions / 2}


def distribution(place: Place, usage: Usage) -> Quantities:
    return {"cdn-gigabyte": usage.cdn_gigabytes, "cdn-requests-10k": usage.requests_millions * 100 / 4}


def pipeline(place: Place, usage: Usage) -> Quantities:
    actions = [action for stage in place.properties["Stages"] for action in stage["Actions"]]
    return {"pipeline-minute": usage.deployments * sum(ACTION_MINUTES[action["ActionTypeId"]["Provider"]] for action in actions)}


def build(place: Place, usage: Usage) -> Quantities:
    size = place.properties["Environment"]["ComputeType"]
    return {BUILD_PRICES[size]: usage.deployments * BUILD_MINUTES[size]}


def bucket(place: Place, usage: Usage) -> Quantities:
    return {"storage-gigabyte": usage.bucket_gigabytes, "storage-writes-1k": usage.bucket_writes_1k, "storage-reads-1k": usage.bucket_reads_1k}


def function(place: Place, usage: Usage) -> Quantities:
    """A second for each upload."""
    gigabytes = place.properties["MemorySize"] / 1_024
    return {"function-request-million": usage.uploads_millions, "function-gigabyte-second": 1_000_000 * usage.uploads_millions * gigabytes}


def sampling(place: Place, usage: Usage) -> Quantities:
    return {"trace-million": usage.requests_millions * place.properties["SamplingRule"]["FixedRate"]}


def guardrail(place: Place, usage: Usage) -> Quantities:
    """With the tokens of the models that it stands before: no resource of a template is a model."""
    tokens = usage.tokens_in_millions + usage.tokens_out_millions
    return {
        "guardrail-text-units-1k": tokens * TEXT_UNITS_1K_PER_MILLION_TOKENS,
        "tokens-in-million": usage.tokens_in_millions,
        "tokens-out-million": usage.tokens_out_millions,
        "speech-million-characters": usage.spoken_millions,
    }


def user_pool(place: Place, usage: Usage) -> Quantities:
    return {f"active-user-{place.properties['UserPoolTier'].lower()}": usage.active_users}
