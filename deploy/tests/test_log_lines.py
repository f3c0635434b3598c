"""What filters, queries and graphs read is what the Swift code writes: names of events, fields and metrics, looked for in its sources."""

import json
import re

import pytest

from config import Config
from swift_imports import ROOT
from templates import Templates


def source(path: str) -> str:
    return (ROOT / path).read_text()


FINISHING, ACCESS, AUDIT = (
    "Sources/LanguageModel/Metering/LanguageModel+Finishing.swift",
    "Sources/Web/Envelope/AccessLog.swift",
    "Shared/SignIn/Audit/SecurityAudit.swift",
)
# Each event that templates read, where it is written, and its fields that they name.
EVENTS = {
    "request": (ACCESS, {"method", "route", "status", "duration_us"}),
    "security": (AUDIT, {"security_event"}),
    "model.call": (FINISHING, {"guardrails", "outcome", "input_tokens", "output_tokens"}),
    "model.alarm": (FINISHING, {"alert"}),
    "request.failed": ("Sources/Web/Envelope/ErrorRendering.swift", {"type", "status", "route"}),
}
# In every line.
COMMON = {"level", "service", "event"}


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_has_its_fields(event: str) -> None:
    file, fields = EVENTS[event]
    text = source(file)
    assert f'"{event}"' in text
    assert fields <= set(re.findall(r'line\.field\("([a-z_]+)"', text))


def test_every_line_has_a_level_a_service_and_an_event() -> None:
    fields, logger = source("Sources/Platform/Logging/LogFields.swift"), source("Sources/Platform/Logging/Logger.swift")
    assert '\\"level\\":' in fields and 'field("event", event)' in fields and 'field("service", service)' in logger


def test_filters_and_queries_read_nothing_else(templates: Templates) -> None:
    known = COMMON.union(*(fields for _, fields in EVENTS.values()))
    monitoring = templates["Monitoring"]
    for filter in monitoring.resources("AWS::Logs::MetricFilter"):
        text = json.dumps(filter.plain())
        assert set(re.findall(r"\$\.([a-z_]+)", text)) <= known | {"detail"}, filter["FilterName"]
        assert set(re.findall(r'\$\.event = \\"([a-z.]+)\\"', text)) <= set(EVENTS), filter["FilterName"]
    for query in monitoring.resources("AWS::Logs::QueryDefinition"):
        grouped = re.search(r"\bby ([^|]+)", query["QueryString"]).group(1)
        assert {field.strip() for field in grouped.split(",")} - {"@logStream"} <= known


def test_alerts_are_those_of_the_services(templates: Templates) -> None:
    alerts = set(re.findall(r'case \w+ = "(\w+)"', source("Sources/LanguageModel/Alerts/ModelAlert.swift")))
    filters = [filter["FilterPattern"] for filter in templates["Monitoring"].resources("AWS::Logs::MetricFilter")]
    assert set(re.findall(r'alert = "(\w+)"', " ".join(filters))) == alerts
    assert 'case signInRefused = "sign-in-refused"' in source(AUDIT)


def test_calls_say_whether_they_were_answered_and_passed() -> None:
    text = source(FINISHING)
    assert '?? "answered"' in text and '? "passed" :' in text


def test_metrics_of_models_are_those_of_the_services() -> None:
    meter = source("Sources/LanguageModel/Metering/ModelMeter.swift")
    help = re.search(r"static let help = \[(.*?)\n    \]", meter, re.DOTALL).group(1)
    assert set(re.findall(r'"(\w+)":', help)) == set(Config().models.metrics)
