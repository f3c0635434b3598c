"""The four dashboards, graph by graph. A body is one text: whichever graph a test is about, it holds the others, too."""

import json

import pytest
from alarms import BALANCER

from states import states
from system import SERVICES
from templates import Templates

REACT, INTERFACES, APIS, COSTS = "React-Apps-Health", "Streamlit-Gradio-Apps-Health", "API-Health", "Cost-Dashboard"
APPS = ("lang-portal", "haiku")
API_TARGETS, INTERFACE_SERVICES = ("lang-portal-api", "haiku-api"), ("vocab-frontend", "writing-practice")
API_SERVICES = (*API_TARGETS, "vocab-backend")

Graphs = dict[tuple[str, str], list[str]]


def graphs(templates: Templates, dashboard: str) -> Graphs:
    """The lines of each graph, by its heading and its title."""
    body = json.loads(templates["Monitoring"].only("AWS::CloudWatch::Dashboard", DashboardName=dashboard)["DashboardBody"])
    heading, found = "", {}
    for widget in body["widgets"]:
        properties = widget["properties"]
        if widget["type"] == "text":
            heading = properties["markdown"].removeprefix("## ")
        else:
            assert (heading, properties["title"]) not in found
            assert (properties["region"], properties["view"]) == ("us-east-1", "timeSeries")
            found[heading, properties["title"]] = [line(metric) for metric in properties["metrics"]]
    return found


def line(metric: list) -> str:
    """`lang-portal: AWS/CloudFront Requests {…} Sum`; what is only computed with begins with its name."""
    *parts, options = metric
    if "expression" in options:
        return f"{options.get('label', 'all')}: {options['expression']}"
    namespace, name, *dimensions = parts
    places = ", ".join(f"{key}={value}" for key, value in zip(dimensions[::2], dimensions[1::2], strict=True))
    label = options["label"] if options.get("visible", True) else options["id"]
    return f"{label}: {namespace} {name} {{{places}}} {options['stat']}"


def distribution(app: str) -> str:
    return f"{{DistributionId=${{{'LangPortal' if app == 'lang-portal' else 'Haiku'}Frontend/Distribution/Distribution}}, Region=Global}}"


def site(app: str) -> str:
    return f"{{BucketName={app}-frontend-dw, FilterId=EntireBucket}}"


def target(service: str) -> str:
    return f"{{LoadBalancer={BALANCER}, TargetGroup=${{{SERVICES[service].stack}/Target/Group.TargetGroupFullName}}}}"


def container(service: str) -> str:
    return f"{{ClusterName=app-dw, ServiceName={service}}}"


def balancer(heading: str, errors: str, services: tuple[str, ...]) -> Graphs:
    shares = []
    for number, service in enumerate(services):
        shares += [
            f"part{number}: AWS/ApplicationELB HTTPCode_Target_5XX_Count {target(service)} Sum",
            f"whole{number}: AWS/ApplicationELB RequestCount {target(service)} Sum",
            f"{service}: IF(whole{number} > 0, 100 * part{number} / whole{number}, 0)",
        ]
    return {
        (heading, "Request Count"): [f"{service}: AWS/ApplicationELB RequestCount {target(service)} Sum" for service in services],
        (heading, "Target Response Time"): [f"{service}: AWS/ApplicationELB TargetResponseTime {target(service)} Average" for service in services],
        (heading, errors): shares,
    }


def containers(services: tuple[str, ...]) -> Graphs:
    metrics = {
        "CPU Utilization": "AWS/ECS CPUUtilization",
        "Memory Utilization": "AWS/ECS MemoryUtilization",
        "Running Task Count": "ECS/ContainerInsights RunningTaskCount",
    }
    return {("ECS Service Health", title): [f"{service}: {metric} {container(service)} Average" for service in services] for title, metric in metrics.items()}


def latency(percentile: str) -> list[str]:
    """The load balancer does not see vocab-backend, whose own lines count microseconds."""
    return [
        *(f"{service}: AWS/ApplicationELB TargetResponseTime {target(service)} {percentile}" for service in API_TARGETS),
        f"time2: app-dw/logs RequestMicroseconds {{Service=vocab-backend}} {percentile}",
        "vocab-backend: time2 / 1000000",
    ]


def writers(*metrics: str) -> list[str]:
    return [f"{name} {metric}: AWS/RDS {metric} {{DBClusterIdentifier={name}-aurora, Role=WRITER}} Average" for name in APPS for metric in metrics]


def storage() -> list[str]:
    """Of the allowance of 100 GB, and of what an instance has for temporary files."""
    volume, local = [], []
    for number, name in enumerate(APPS):
        used = f"used{number}: AWS/RDS VolumeBytesUsed {{DBClusterIdentifier={name}-aurora}} Maximum"
        volume += [used, f"{name} of the allowance: 100 - 100 * used{number} / {100 * 2**30}"]
        free = f"free{number + 2}: AWS/RDS FreeLocalStorage {{DBClusterIdentifier={name}-aurora, Role=WRITER}} Minimum"
        local += [free, f"{name} of the instance: 100 * free{number + 2} / {8 * 2**30}"]
    return volume + local


def models(metric: str, statistic: str) -> list[str]:
    return [f"""all: SEARCH('Namespace="app-dw" MetricName="{metric}"', '{statistic}', 60)"""]


def charged(service: str) -> list[str]:
    return [f"USD this month: AWS/Billing EstimatedCharges {{ServiceName={service}, Currency=USD}} Maximum"]


def amounts(name: str, series: str, price: str) -> list[str]:
    """AWS bills S3 as a whole: its parts are computed."""
    found = []
    for number, app in enumerate(APPS):
        found += [f"{name}{number}: {series.format(app=app)}", f"{app}: {name}{number} / {price}"]
    return found


EXPECTED: dict[str, Graphs] = {
    REACT: {
        ("CloudFront Metrics", "Request Count"): [f"{app}: AWS/CloudFront Requests {distribution(app)} Sum" for app in APPS],
        ("CloudFront Metrics", "Error Rate"): [f"{app}: AWS/CloudFront TotalErrorRate {distribution(app)} Average" for app in APPS],
        ("CloudFront Metrics", "Cache Hit Rate"): [f"{app}: AWS/CloudFront CacheHitRate {distribution(app)} Average" for app in APPS],
        ("S3 Metrics", "Request Count"): [f"{app}: AWS/S3 AllRequests {site(app)} Sum" for app in APPS],
        ("S3 Metrics", "Error Count"): [f"{app} {kind}: AWS/S3 {kind} {site(app)} Sum" for app in APPS for kind in ("4xxErrors", "5xxErrors")],
        **balancer("ALB API Metrics", "5XX Error Rate", API_TARGETS),
    },
    INTERFACES: {**balancer("ALB Metrics", "HTTP 5XX Error Rate", INTERFACE_SERVICES), **containers(INTERFACE_SERVICES)},
    APIS: {
        **containers(API_SERVICES),
        **balancer("ALB Metrics", "HTTP 5XX Error Rate", API_TARGETS),
        **{("API Latency", f"{percentile} latency"): latency(percentile) for percentile in ("p50", "p90", "p99")},
        ("Database Metrics", "CPU Utilization"): writers("CPUUtilization"),
        ("Database Metrics", "Free Storage Space"): storage(),
        ("Database Metrics", "Database Connections"): writers("DatabaseConnections"),
        ("Database Metrics", "Read/Write IOPS"): writers("ReadIOPS", "WriteIOPS"),
        ("Database Metrics", "Free Memory"): writers("FreeableMemory"),
        ("Database Metrics", "Buffer Cache Hit Ratio"): writers("BufferCacheHitRatio"),
        ("Language Models", "TokenUsage"): models("TokenUsage", "Sum"),
        ("Language Models", "PromptLength"): models("PromptLength", "Average"),
        ("Language Models", "ResponseLength"): models("ResponseLength", "Average"),
        ("Language Models", "ProcessingTime"): models("ProcessingTime", "Average"),
        ("Language Models", "ErrorRates"): models("ErrorRates", "Sum"),
        ("Language Models", "GuardrailViolations"): models("GuardrailViolations", "Sum"),
    },
    COSTS: {
        ("React Apps", "CloudFront Costs"): charged("AmazonCloudFront"),
        ("React Apps", "S3 Storage Costs"): amounts(
            "size", "AWS/S3 BucketSizeBytes {{BucketName={app}-frontend-dw, StorageType=StandardStorage}} Average", f"{2**30} * 0.023"
        ),
        ("React Apps", "S3 Request Costs"): amounts(
            "requests", "AWS/S3 GetRequests {{BucketName={app}-frontend-dw, FilterId=EntireBucket}} Sum", "1000 * 0.0004"
        ),
        ("Common Infrastructure", "ECS Service Costs"): charged("AmazonECS"),
        ("Common Infrastructure", "RDS Costs"): charged("AmazonRDS"),
        ("Common Infrastructure", "ALB Costs"): charged("AWSELB"),
        ("Common Infrastructure", "Data Transfer Costs"): charged("AWSDataTransfer"),
    },
}
# The statements of each graph, in the order of the specification.
STATED = {
    (REACT, "CloudFront Metrics", "Request Count"): ["dashboards.1"],
    (REACT, "CloudFront Metrics", "Error Rate"): ["dashboards.2"],
    (REACT, "S3 Metrics", "Request Count"): ["dashboards.4"],
    (REACT, "S3 Metrics", "Error Count"): ["dashboards.5"],
    (REACT, "ALB API Metrics", "Request Count"): ["dashboards.6"],
    (REACT, "ALB API Metrics", "Target Response Time"): ["dashboards.7"],
    (REACT, "ALB API Metrics", "5XX Error Rate"): ["dashboards.8"],
    (INTERFACES, "ALB Metrics", "Request Count"): ["dashboards.9"],
    (INTERFACES, "ALB Metrics", "Target Response Time"): ["dashboards.10"],
    (INTERFACES, "ALB Metrics", "HTTP 5XX Error Rate"): ["dashboards.11"],
    (INTERFACES, "ECS Service Health", "CPU Utilization"): ["dashboards.12", "observability-stack.6"],
    (INTERFACES, "ECS Service Health", "Memory Utilization"): ["dashboards.13"],
    (INTERFACES, "ECS Service Health", "Running Task Count"): ["dashboards.14"],
    (APIS, "ECS Service Health", "CPU Utilization"): ["dashboards.15", "observability-stack.6"],
    (APIS, "ECS Service Health", "Memory Utilization"): ["dashboards.16"],
    (APIS, "ECS Service Health", "Running Task Count"): ["dashboards.17"],
    (APIS, "ALB Metrics", "Request Count"): ["dashboards.18"],
    (APIS, "ALB Metrics", "Target Response Time"): ["dashboards.19"],
    (APIS, "ALB Metrics", "HTTP 5XX Error Rate"): ["dashboards.20"],
    (APIS, "API Latency", "p50 latency"): ["dashboards.21"],
    (APIS, "API Latency", "p90 latency"): ["dashboards.21"],
    (APIS, "API Latency", "p99 latency"): ["dashboards.21"],
    (APIS, "Database Metrics", "CPU Utilization"): ["dashboards.22", "database-specific-metrics.1", "observability-stack.7"],
    (APIS, "Database Metrics", "Free Storage Space"): ["dashboards.23", "database-specific-metrics.3"],
    (APIS, "Database Metrics", "Database Connections"): ["dashboards.24", "database-specific-metrics.6"],
    (APIS, "Database Metrics", "Read/Write IOPS"): ["dashboards.25", "database-specific-metrics.4"],
    (APIS, "Database Metrics", "Free Memory"): ["database-specific-metrics.2"],
    (APIS, "Database Metrics", "Buffer Cache Hit Ratio"): ["database-specific-metrics.5"],
    (APIS, "Language Models", "TokenUsage"): ["llm-monitoring.1", "observability-stack.5", "monitoring-and-logging.2"],
    (APIS, "Language Models", "PromptLength"): ["llm-monitoring.2"],
    (APIS, "Language Models", "ResponseLength"): ["llm-monitoring.3"],
    (APIS, "Language Models", "ProcessingTime"): ["llm-monitoring.4"],
    (APIS, "Language Models", "ErrorRates"): ["llm-monitoring.5"],
    (APIS, "Language Models", "GuardrailViolations"): ["llm-monitoring.6"],
    (COSTS, "React Apps", "CloudFront Costs"): ["dashboards.26"],
    (COSTS, "React Apps", "S3 Storage Costs"): ["dashboards.27"],
    (COSTS, "React Apps", "S3 Request Costs"): ["dashboards.28"],
    (COSTS, "Common Infrastructure", "ECS Service Costs"): ["dashboards.29"],
    (COSTS, "Common Infrastructure", "RDS Costs"): ["dashboards.30"],
    (COSTS, "Common Infrastructure", "ALB Costs"): ["dashboards.31"],
    (COSTS, "Common Infrastructure", "Data Transfer Costs"): ["dashboards.32"],
}


@pytest.mark.parametrize(("dashboard", "heading", "title"), [pytest.param(*place, marks=states(*names)) for place, names in STATED.items()])
def test_a_graph_shows_its_metrics(templates: Templates, dashboard: str, heading: str, title: str) -> None:
    found = graphs(templates, dashboard)
    assert found[heading, title] == EXPECTED[dashboard][heading, title]
    assert found == EXPECTED[dashboard]


@states("dashboards.3")
def test_cloudfront_counts_what_its_cache_answers(templates: Templates) -> None:
    """Only where it is told to."""
    assert graphs(templates, REACT) == EXPECTED[REACT]
    for app, stack in (("lang-portal", "LangPortalFrontend"), ("haiku", "HaikuFrontend")):
        with templates.unrecorded():
            id = templates[stack].only("AWS::CloudFront::Distribution").ref
        subscription = templates["Monitoring"].only("AWS::CloudFront::MonitoringSubscription", DistributionId=id)
        enabled = {"RealtimeMetricsSubscriptionConfig": {"RealtimeMetricsSubscriptionStatus": "Enabled"}}
        assert subscription["MonitoringSubscription"] == enabled, app


@states("cloudwatch.2-3")
def test_every_service_has_graphs_of_every_minute(templates: Templates) -> None:
    seen: set[str] = set()
    for dashboard in (INTERFACES, APIS):
        found = graphs(templates, dashboard)
        assert found == EXPECTED[dashboard]
        seen |= {one.partition(":")[0] for one in found["ECS Service Health", "CPU Utilization"]}
        body = json.loads(templates["Monitoring"].only("AWS::CloudWatch::Dashboard", DashboardName=dashboard)["DashboardBody"])
        assert {widget["properties"]["period"] for widget in body["widgets"] if widget["type"] == "metric"} == {60}
    assert seen == set(SERVICES)
