"""Metrics read out of the JSON lines that services log, and out of what PostgreSQL says.

The names of events and fields are the Swift code's; tests/test_log_lines.py looks for them there.
"""

from collections.abc import Mapping

from aws_cdk import aws_logs as logs
from constructs import Construct

from stacks.monitoring.watched import Watched

# What services that sign learners in write when they refuse somebody.
REFUSED_SIGN_IN = '{ $.event = "security" && $.security_event = "sign-in-refused" }'
# The alerts of Sources/LanguageModel.
ALERTS = ("GuardrailViolation", "TokenLimitExceeded", "SecurityBreach", "HighLatency", "TokenUsageSpike", "BudgetThreshold")
MODEL_CALL = '{ $.event = "model.call" }'
# Calls in which the guardrails found something, and those that ended without an answer.
VIOLATION = '{ $.event = "model.call" && $.guardrails != "passed" }'
UNANSWERED = '{ $.event = "model.call" && $.outcome != "answered" }'
REQUEST = '{ $.event = "request" }'
# PostgreSQL logs statements only when they take longer than the database's parameter says.
LONG_QUERY = '"LOG:" "duration:" "ms"'


class Filters(Construct):
    """One filter per log group and metric; those of several services add up to one metric."""

    def __init__(self, scope: Construct, name: str, watched: Watched) -> None:
        super().__init__(scope, name)
        self.namespace = watched.config.monitoring.log_namespace
        for service, stack in watched.services.items():
            group = stack.log_group
            if "COGNITO_DOMAIN" in stack.service.environment:
                self._filter(service, group, "RefusedSignIns", REFUSED_SIGN_IN)
            if "BEDROCK_GUARDRAIL_ID" in stack.service.environment:
                self._models(service, group)
            if stack.target is None:
                self._requests(service, group)
        for database, stack in watched.databases.items():
            # One metric per database: its alarm says which.
            self._filter(database, stack.log_groups["postgresql"], f"LongQueries-{database}", LONG_QUERY)

    def _models(self, service: str, group: str) -> None:
        for alert in ALERTS:
            self._filter(service, group, alert, f'{{ $.event = "model.alarm" && $.alert = "{alert}" }}')
        self._filter(service, group, "GuardrailViolations", VIOLATION)
        self._filter(service, group, "UnansweredCalls", UNANSWERED)
        self._filter(service, group, "InputTokens", MODEL_CALL, "$.input_tokens")
        self._filter(service, group, "OutputTokens", MODEL_CALL, "$.output_tokens")

    def _requests(self, service: str, group: str) -> None:
        """For a service that no load balancer measures."""
        by = {"Service": "$.service"}
        self._filter(service, group, "Requests", REQUEST, by=by)
        self._filter(service, group, "ServerErrors", '{ $.event = "request" && $.status >= 500 }', by=by)
        self._filter(service, group, "ClientErrors", '{ $.event = "request" && $.status >= 400 && $.status < 500 }', by=by)
        self._filter(service, group, "RequestMicroseconds", REQUEST, "$.duration_us", by=by)

    def _filter(self, of: str, group: str, metric: str, pattern: str, value: str = "1", by: Mapping[str, str] | None = None) -> None:
        dimensions = [logs.CfnMetricFilter.DimensionProperty(key=key, value=field) for key, field in (by or {}).items()]
        transformation = logs.CfnMetricFilter.MetricTransformationProperty(
            metric_namespace=self.namespace, metric_name=metric, metric_value=value, dimensions=dimensions or None
        )
        logs.CfnMetricFilter(
            self, f"{of}-{metric}", log_group_name=group, filter_name=f"{of}-{metric}", filter_pattern=pattern, metric_transformations=[transformation]
        )
