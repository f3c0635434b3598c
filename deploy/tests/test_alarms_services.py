"""The alarms of the services, condition by condition."""

import pytest
from alarms import BALANCER, alarm

from states import states
from system import SERVICES
from templates import Templates

# What the load balancer reaches; vocab-backend is measured by its own log lines.
BALANCED = [name for name in SERVICES if name != "vocab-backend"]
LINES = "{Service=vocab-backend}"


def target(service: str) -> str:
    group = f"${{{SERVICES[service].stack}/Target/Group.TargetGroupFullName}}"
    return f"{{LoadBalancer={BALANCER}, TargetGroup={group}}}"


def container(service: str) -> str:
    return f"{{ClusterName=app-dw, ServiceName={service}}}"


def share(service: str, errors: str) -> str:
    where = f"AWS/ApplicationELB HTTPCode_Target_{errors}_Count {target(service)} Sum"
    return f"part = {where}; whole = AWS/ApplicationELB RequestCount {target(service)} Sum; IF(whole > 0, 100 * part / whole, 0)"


@states("alarms.1", "alarms-2.1-3")
def test_five_of_a_hundred_requests_that_fail_are_told_of(templates: Templates) -> None:
    for service in BALANCED:
        assert alarm(templates, f"{service}-server-errors") == f"{share(service, '5XX')} >= 5 for 1 × 300 s: high"
    counted = f"part = app-dw/logs ServerErrors {LINES} Sum; whole = app-dw/logs Requests {LINES} Sum; IF(whole > 0, 100 * part / whole, 0)"
    assert alarm(templates, "vocab-backend-server-errors") == f"{counted} >= 5 for 1 × 300 s: high"


def test_requests_that_reach_nobody_are_told_of(templates: Templates) -> None:
    """Where no target is healthy the load balancer answers by itself, and no target counts that."""
    errors, requests = (f"AWS/ApplicationELB {name} {{LoadBalancer={BALANCER}}} Sum" for name in ("HTTPCode_ELB_5XX_Count", "RequestCount"))
    computed = f"part = {errors}; whole = {requests}; IF(part > 0, 100 * part / MAX([part, FILL(whole, 0)]), 0)"
    assert alarm(templates, "load-balancer-server-errors") == f"{computed} >= 5 for 1 × 300 s: high"


@states("alarms-2.16-18")
def test_ten_of_a_hundred_requests_that_are_refused_are_told_of(templates: Templates) -> None:
    for service in BALANCED:
        assert alarm(templates, f"{service}-client-errors") == f"{share(service, '4XX')} >= 10 for 1 × 900 s: medium"
    counted = f"part = app-dw/logs ClientErrors {LINES} Sum; whole = app-dw/logs Requests {LINES} Sum; IF(whole > 0, 100 * part / whole, 0)"
    assert alarm(templates, "vocab-backend-client-errors") == f"{counted} >= 10 for 1 × 900 s: medium"


@pytest.mark.parametrize(
    ("percentile", "condition"),
    [
        pytest.param("p99", ">= 2 for 1 × 300 s: high", marks=states("alarms-2.4-6")),
        pytest.param("p95", "> 1 for 1 × 300 s: medium", marks=states("alarms.2")),
        pytest.param("p90", ">= 1 for 1 × 900 s: medium", marks=states("alarms-2.19-21")),
    ],
)
def test_slow_answers_are_told_of(templates: Templates, percentile: str, condition: str) -> None:
    for service in BALANCED:
        measured = f"AWS/ApplicationELB TargetResponseTime {target(service)} {percentile}"
        assert alarm(templates, f"{service}-latency-{percentile}") == f"{measured} {condition}"
    logged = f"time = app-dw/logs RequestMicroseconds {LINES} {percentile}; time / 1000000"
    assert alarm(templates, f"vocab-backend-latency-{percentile}") == f"{logged} {condition}"


@states("alarms-2.7-9")
def test_missing_tasks_are_told_of(templates: Templates) -> None:
    for service in SERVICES:
        counts = [f"ECS/ContainerInsights {kind}TaskCount {container(service)} Average" for kind in ("Desired", "Running")]
        computed = f"desired = {counts[0]}; running = {counts[1]}; desired - FILL(running, 0)"
        assert alarm(templates, f"{service}-missing-tasks") == f"{computed} > 0 for 5 × 60 s: high"


@states("alarms.7")
def test_full_tasks_are_told_of(templates: Templates) -> None:
    for service in SERVICES:
        for kind in ("CPU", "Memory"):
            measured = f"AWS/ECS {kind}Utilization {container(service)} Average"
            assert alarm(templates, f"{service}-{kind.lower()}") == f"{measured} > 85 for 5 × 60 s: medium"


@states("alarms.3", "monitoring-infrastructure-questions.3")
def test_a_task_that_fails_is_told_of(templates: Templates) -> None:
    """EventBridge writes each one down with its reason, and a filter counts them."""
    monitoring = templates["Monitoring"]
    assert alarm(templates, "failed-tasks") == "app-dw/logs FailedTasks {} Sum > 0 for 1 × 300 s: high"
    group = monitoring.only("AWS::Logs::LogGroup", LogGroupName="/aws/events/failed-tasks")
    filter = monitoring.only("AWS::Logs::MetricFilter", FilterName="failed-tasks")
    assert filter["LogGroupName"] == group.ref
    assert filter["FilterPattern"] == '{ $.detail.lastStatus = "STOPPED" }'
    assert filter["MetricTransformations"] == [{"MetricNamespace": "app-dw/logs", "MetricName": "FailedTasks", "MetricValue": "1"}]
    rule = monitoring.only("AWS::Events::Rule")
    assert rule["EventPattern"] == {
        "source": ["aws.ecs"],
        "detail-type": ["ECS Task State Change"],
        "detail": {
            "clusterArn": ["arn:${AWS::Partition}:ecs:us-east-1:${AWS::AccountId}:cluster/app-dw"],
            "lastStatus": ["STOPPED"],
            "$or": [{"stopCode": ["TaskFailedToStart", "EssentialContainerExited"]}, {"stoppedReason": [{"prefix": "Task failed "}]}],
        },
    }
    assert [one["Arn"] for one in rule["Targets"]] == ["arn:${AWS::Partition}:logs:us-east-1:${AWS::AccountId}:log-group:/aws/events/failed-tasks"]


@states("monitoring-and-logging.5", "monitoring-infrastructure-questions.2")
def test_alarms_reach_people(templates: Templates) -> None:
    monitoring = templates["Monitoring"]
    key = monitoring.only("AWS::KMS::Key")
    for name in ("app-dw-alarms-high", "app-dw-alarms-medium"):
        topic = monitoring.only("AWS::SNS::Topic", TopicName=name)
        assert topic["KmsMasterKeyId"] == key.attribute("Arn")
        mail = monitoring.only("AWS::SNS::Subscription", TopicArn=topic.ref)
        assert (mail["Protocol"], mail["Endpoint"]) == ("email", "${AlarmEmail}")


def test_an_alarm_says_what_has_happened_and_where_to_look(templates: Templates) -> None:
    for one in templates["Monitoring"].resources("AWS::CloudWatch::Alarm"):
        assert len(one["AlarmDescription"].split()) > 5
