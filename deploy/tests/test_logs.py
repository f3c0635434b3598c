"""Log groups, what reads them, traces, and AWS's own look at the whole."""

import json

import pytest

from states import states
from system import stack, task
from templates import Templates


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("/aws/s3/lang-portal-access", marks=states("log-groups.3")),
        pytest.param("/aws/s3/haiku-access", marks=states("log-groups.4")),
        pytest.param("/aws/rds/lang-portal-aurora", marks=states("log-groups.10")),
        pytest.param("/aws/rds/haiku-aurora", marks=states("log-groups.11")),
        pytest.param("/aws/alb/access-logs", marks=states("log-groups.12")),
    ],
)
def test_a_group_of_no_service_keeps_a_week(templates: Templates, name: str) -> None:
    """These are there because the specification lists them; what they are called after goes to buckets, or to groups of RDS's own."""
    assert templates["Monitoring"].only("AWS::Logs::LogGroup", LogGroupName=name)["RetentionInDays"] == 7


@pytest.mark.parametrize(
    ("app", "frontend"),
    [pytest.param("lang-portal", "LangPortalFrontend", marks=states("log-groups.1")), pytest.param("haiku", "HaikuFrontend", marks=states("log-groups.2"))],
)
def test_cloudfront_writes_into_a_group_of_a_week(templates: Templates, app: str, frontend: str) -> None:
    monitoring, name = templates["Monitoring"], f"/aws/cloudfront/{app}"
    assert monitoring.only("AWS::Logs::LogGroup", LogGroupName=name)["RetentionInDays"] == 7
    destination = monitoring.only("AWS::Logs::DeliveryDestination", Name=f"app-dw-{app}-logs")
    assert destination["DestinationResourceArn"] == f"arn:${{AWS::Partition}}:logs:us-east-1:${{AWS::AccountId}}:log-group:{name}"
    source = templates[frontend].only("AWS::Logs::DeliverySource", Name=f"app-dw-{app}")
    assert source["LogType"] == "ACCESS_LOGS"
    delivery = monitoring.only("AWS::Logs::Delivery", DeliverySourceName=f"app-dw-{app}")
    assert delivery["DeliveryDestinationArn"] == destination.attribute("Arn")


@pytest.mark.parametrize(
    ("service", "name"),
    [
        pytest.param("vocab-frontend", "/aws/ecs/vocab-frontend", marks=states("log-groups.5", "observability-stack.1", "monitoring-and-logging.1")),
        pytest.param("writing-practice", "/aws/ecs/writing-frontend", marks=states("log-groups.6", "observability-stack.1", "monitoring-and-logging.1")),
        pytest.param("lang-portal-api", "/aws/ecs/lang-portal-backend", marks=states("log-groups.7", "observability-stack.1", "monitoring-and-logging.1")),
        pytest.param("haiku-api", "/aws/ecs/haiku-backend", marks=states("log-groups.8", "observability-stack.1", "monitoring-and-logging.1")),
        pytest.param("vocab-backend", "/aws/ecs/vocab-backend", marks=states("log-groups.9", "observability-stack.1", "monitoring-and-logging.1")),
    ],
)
def test_a_service_writes_into_a_group_of_a_week(templates: Templates, service: str, name: str) -> None:
    group = stack(templates, service).only("AWS::Logs::LogGroup", LogGroupName=name)
    assert group["RetentionInDays"] == 7
    for container in task(templates, service)["ContainerDefinitions"]:
        logging = container["LogConfiguration"]
        assert (logging["LogDriver"], logging["Options"]["awslogs-group"]) == ("awslogs", group.ref)


@pytest.mark.parametrize(("database", "name"), [("LangPortalDatabase", "lang-portal"), ("HaikuDatabase", "haiku")])
@states("observability-stack.2")
def test_a_database_writes_into_groups_of_a_week(templates: Templates, database: str, name: str) -> None:
    groups = [(group["LogGroupName"], group["RetentionInDays"]) for group in templates[database].resources("AWS::Logs::LogGroup")]
    assert groups == [(f"/aws/rds/cluster/{name}-aurora/{kind}", 7) for kind in ("postgresql", "instance", "iam-db-auth-error")]


@states("observability-stack.3")
def test_what_the_load_balancer_hears_is_kept(templates: Templates) -> None:
    """In a bucket, for it delivers nowhere else."""
    attributes = templates["LoadBalancer"].only("AWS::ElasticLoadBalancingV2::LoadBalancer")["LoadBalancerAttributes"]
    wanted = [{"Key": "access_logs.s3.enabled", "Value": "true"}, {"Key": "access_logs.s3.bucket", "Value": "genai-bootcamp-delivery-logs"}]
    assert [attributes[number].plain() for number in (0, 1)] == wanted


@states("observability-stack.4")
def test_what_web_acls_refuse_is_kept_for_a_week(templates: Templates) -> None:
    for place, name in (("LoadBalancer", "load-balancer"), ("Edge", "cloudfront")):
        group = templates[place].only("AWS::Logs::LogGroup", LogGroupName=f"aws-waf-logs-app-dw-{name}")
        assert group["RetentionInDays"] == 7
        (destination,) = templates[place].only("AWS::WAFv2::LoggingConfiguration")["LogDestinationConfigs"]
        assert destination == f"arn:${{AWS::Partition}}:logs:us-east-1:${{AWS::AccountId}}:log-group:aws-waf-logs-app-dw-{name}"


@states("cloudwatch.1", "monitoring-infrastructure-questions.1")
def test_every_log_group_keeps_a_week(templates: Templates) -> None:
    days = [group["RetentionInDays"] for template in templates for group in template.matching("AWS::Logs::LogGroup", {})]
    assert days == [7] * len(days)
    assert len(days) > 20


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "Error Analysis",
            'filter level = "error" or status >= 500\n| stats count(*) as error_count by @logStream, service, event, type\n| sort error_count desc',
            marks=states("saved-queries.1"),
        ),
        pytest.param(
            "Latency Analysis",
            'filter event = "request"\n| stats avg(duration_us) / 1000 as avg_ms,\n        pct(duration_us, 90) / 1000 as p90_ms,\n'
            "        pct(duration_us, 99) / 1000 as p99_ms\n  by service, route\n| sort p99_ms desc",
            marks=states("saved-queries.2"),
        ),
        pytest.param(
            "API Usage",
            'filter event = "request"\n| stats count(*) as call_count by service, method, route, status\n| sort call_count desc',
            marks=states("saved-queries.3"),
        ),
    ],
)
def test_a_query_is_saved(templates: Templates, name: str, text: str) -> None:
    """With the fields of our lines, over the groups of all services."""
    query = templates["Monitoring"].only("AWS::Logs::QueryDefinition", Name=f"app-dw/{name}")
    assert query["QueryString"] == text
    assert sorted(query["LogGroupNames"].plain()) == sorted(
        f"/aws/ecs/{group}" for group in ("lang-portal-backend", "haiku-backend", "vocab-backend", "vocab-frontend", "writing-frontend")
    )


@pytest.mark.parametrize(
    ("name", "path", "priority", "rate", "reservoir"),
    [
        pytest.param("app-dw-Default", "*", 9_000, 0.05, 50, marks=states("x-ray.1-2", "monitoring-and-logging.3")),
        pytest.param("app-dw-HighPriority", "/api/v1/*", 100, 0.2, 100, marks=states("x-ray.3-5", "observability-stack.8", "monitoring-and-logging.3")),
    ],
)
def test_so_many_requests_are_traced(templates: Templates, name: str, path: str, priority: int, rate: float, reservoir: int) -> None:
    rules = [rule["SamplingRule"] for rule in templates["Monitoring"].resources("AWS::XRay::SamplingRule")]
    everything = {"Host": "*", "HTTPMethod": "*", "ResourceARN": "*", "ServiceName": "*", "ServiceType": "*", "Version": 1}
    wanted = {"RuleName": name, "Priority": priority, "URLPath": path, "FixedRate": rate, "ReservoirSize": reservoir, **everything}
    with templates.unrecorded():
        (found,) = (rule for rule in rules if rule["RuleName"] == name)
    assert found == wanted


@pytest.mark.parametrize(
    ("name", "expression"),
    [
        pytest.param("API Calls", 'service("*/api/*")', marks=states("x-ray.6-7")),
        pytest.param("Database Queries", 'service("*.rds.*")', marks=states("x-ray.8-9", "observability-stack.9")),
    ],
)
def test_traces_are_grouped(templates: Templates, name: str, expression: str) -> None:
    assert templates["Monitoring"].only("AWS::XRay::Group", GroupName=name)["FilterExpression"] == expression


@states("observability-stack.10", "monitoring-and-logging.6")
def test_the_collector_sends_what_services_trace_to_x_ray(templates: Templates) -> None:
    """Whatever they call: the collector takes every span."""
    configuration = json.loads(templates["Cluster"].only("AWS::SSM::Parameter", Name="/app-dw/collector")["Value"])
    assert configuration["service"]["pipelines"]["traces"] == {
        "receivers": ["otlp"],
        "processors": ["memory_limiter", "batch"],
        "exporters": ["awsxray"],
    }
    # The namespace that alarms and dashboards read.
    assert configuration["exporters"]["awsemf"]["namespace"] == "app-dw"


@states("monitoring-and-logging.4")
def test_application_insights_looks_at_all_that_bears_the_tag(templates: Templates) -> None:
    monitoring = templates["Monitoring"]
    group = monitoring.only("AWS::ResourceGroups::Group", Name="app-dw")
    assert group["ResourceQuery"] == {
        "Type": "TAG_FILTERS_1_0",
        "Query": {"ResourceTypeFilters": ["AWS::AllSupported"], "TagFilters": [{"Key": "project", "Values": ["app-dw"]}]},
    }
    application = monitoring.only("AWS::ApplicationInsights::Application", ResourceGroupName="app-dw")
    assert application["AutoConfigurationEnabled"] is True
