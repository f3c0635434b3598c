"""The alarms about attempts on the system, and about language models and what they cost."""

import json
import re

import pytest
from alarms import alarm

from states import states
from templates import Templates


@states("alarms.4", "monitoring-infrastructure-questions.3")
def test_many_blocked_requests_are_told_of(templates: Templates) -> None:
    blocked = "AWS/WAFV2 BlockedRequests {WebACL=app-dw-%s, Rule=ALL%s} Sum >= 100 for 1 × 300 s: high"
    assert alarm(templates, "app-dw-load-balancer-blocked-requests") == blocked % ("load-balancer", ", Region=us-east-1")
    assert alarm(templates, "app-dw-cloudfront-blocked-requests") == blocked % ("cloudfront", "")
    # They are called like this where they are.
    assert templates["LoadBalancer"].only("AWS::WAFv2::WebACL")["VisibilityConfig"]["MetricName"] == "app-dw-load-balancer"
    assert templates["Edge"].only("AWS::WAFv2::WebACL")["VisibilityConfig"]["MetricName"] == "app-dw-cloudfront"


@states("alarms.5", "monitoring-infrastructure-questions.3")
def test_many_refused_sign_ins_are_told_of(templates: Templates) -> None:
    """Every service that signs learners in writes a line, and filters count them together."""
    assert alarm(templates, "refused-sign-ins") == "app-dw/logs RefusedSignIns {} Sum >= 20 for 1 × 300 s: high"
    groups = {
        "lang-portal-api": "lang-portal-backend",
        "haiku-api": "haiku-backend",
        "vocab-frontend": "vocab-frontend",
        "writing-practice": "writing-frontend",
    }
    for service, group in groups.items():
        filter = templates["Monitoring"].only("AWS::Logs::MetricFilter", FilterName=f"{service}-RefusedSignIns")
        assert filter["LogGroupName"] == f"/aws/ecs/{group}"
        assert filter["FilterPattern"] == '{ $.event = "security" && $.security_event = "sign-in-refused" }'
        assert filter["MetricTransformations"] == [{"MetricNamespace": "app-dw/logs", "MetricName": "RefusedSignIns", "MetricValue": "1"}]


@states("alarms.6", "monitoring-infrastructure-questions.3")
def test_many_violations_of_the_guardrails_are_told_of(templates: Templates) -> None:
    """By the lines of calls, which are there whether or not the collector hears of them."""
    assert alarm(templates, "guardrail-violations") == "app-dw/logs GuardrailViolations {} Sum >= 5 for 1 × 300 s: high"
    counted(templates, "GuardrailViolations", '{ $.event = "model.call" && $.guardrails != "passed" }')


def test_calls_of_models_without_an_answer_are_told_of(templates: Templates) -> None:
    assert alarm(templates, "model-errors") == "app-dw/logs UnansweredCalls {} Sum >= 10 for 1 × 900 s: medium"
    counted(templates, "UnansweredCalls", '{ $.event = "model.call" && $.outcome != "answered" }')


ASKING = {"haiku-api": "haiku-backend", "vocab-backend": "vocab-backend", "writing-practice": "writing-frontend"}


def counted(templates: Templates, metric: str, pattern: str) -> None:
    """Lines of every service that asks models add up to one metric."""
    for service, group in ASKING.items():
        filter = templates["Monitoring"].only("AWS::Logs::MetricFilter", FilterName=f"{service}-{metric}")
        assert filter["LogGroupName"] == f"/aws/ecs/{group}"
        assert filter["FilterPattern"] == pattern
        assert filter["MetricTransformations"] == [{"MetricNamespace": "app-dw/logs", "MetricName": metric, "MetricValue": "1"}]


@pytest.mark.parametrize(
    ("alert", "name", "priority"),
    [
        pytest.param("GuardrailViolation", "model-guardrail-violation", "high", marks=states("llm-monitoring.13")),
        pytest.param("TokenLimitExceeded", "model-token-limit-exceeded", "high", marks=states("llm-monitoring.14")),
        pytest.param("SecurityBreach", "model-security-breach", "high", marks=states("llm-monitoring.15")),
        pytest.param("HighLatency", "model-high-latency", "medium", marks=states("llm-monitoring.16")),
        pytest.param("TokenUsageSpike", "model-token-usage-spike", "medium", marks=states("llm-monitoring.17")),
        ("BudgetThreshold", "model-budget-threshold", "medium"),
    ],
)
def test_what_services_raise_is_told_of(templates: Templates, alert: str, name: str, priority: str) -> None:
    assert alarm(templates, name) == f"app-dw/logs {alert} {{}} Sum >= 1 for 1 × 300 s: {priority}"
    counted(templates, alert, f'{{ $.event = "model.alarm" && $.alert = "{alert}" }}')


@states("cost-management.1-2")
def test_a_day_of_most_of_its_tokens_is_told_of(templates: Templates) -> None:
    """A million, and 80 % of it."""
    tokens = "input = app-dw/logs InputTokens {} Sum; output = app-dw/logs OutputTokens {} Sum; input + output"
    assert alarm(templates, "daily-tokens-most") == f"{tokens} >= 800000 for 1 × 86400 s: medium"
    assert alarm(templates, "daily-tokens-all") == f"{tokens} >= 1000000 for 1 × 86400 s: high"
    for service, group in ASKING.items():
        for metric, value in (("InputTokens", "$.input_tokens"), ("OutputTokens", "$.output_tokens")):
            filter = templates["Monitoring"].only("AWS::Logs::MetricFilter", FilterName=f"{service}-{metric}")
            assert (filter["LogGroupName"], filter["FilterPattern"]) == (f"/aws/ecs/{group}", '{ $.event = "model.call" }')
            assert filter["MetricTransformations"] == [{"MetricNamespace": "app-dw/logs", "MetricName": metric, "MetricValue": value}]


CLAUDES = [f"Claude {name} (Amazon Bedrock Edition)" for name in ("Haiku 4.5", "Sonnet 5.5")]


def test_no_model_is_called_beside_the_budget(templates: Templates) -> None:
    """Every model of Anthropic's that a task may call is a service of its own on the bill."""
    policy = templates["Guardrail"].only("AWS::IAM::ManagedPolicy", ManagedPolicyName="app-dw-models")
    called = set(re.findall(r"foundation-model/anthropic\.claude-([a-z]+)-(\d+)-(\d)", json.dumps(policy["PolicyDocument"].plain("Statement"))))
    assert {f"Claude {family.capitalize()} {major}.{minor} (Amazon Bedrock Edition)" for family, major, minor in called} == set(CLAUDES)


@states("cost-management.3-4")
def test_seventy_of_a_hundred_dollars_are_told_of(templates: Templates) -> None:
    """Of what models cost: the specification says so among their controls."""
    monitoring = templates["Monitoring"]
    budget = monitoring.only("AWS::Budgets::Budget")
    assert budget["Budget"] == {
        "BudgetName": "app-dw-models-monthly",
        "BudgetType": "COST",
        "TimeUnit": "MONTHLY",
        "CostFilters": {"Service": ["Amazon Bedrock", *CLAUDES]},
        "BudgetLimit": {"Amount": 100, "Unit": "USD"},
    }
    topic = monitoring.only("AWS::SNS::Topic", TopicName="app-dw-alarms-medium")
    common = {"ComparisonOperator": "GREATER_THAN", "ThresholdType": "PERCENTAGE"}
    assert [one["Notification"] for one in budget["NotificationsWithSubscribers"]] == [
        {"NotificationType": "ACTUAL", "Threshold": 70, **common},
        {"NotificationType": "FORECASTED", "Threshold": 100, **common},
    ]
    for one in budget["NotificationsWithSubscribers"]:
        assert one["Subscribers"] == [{"SubscriptionType": "SNS", "Address": topic.ref}]
