"""The alarms of the databases, condition by condition."""

import pytest
from alarms import alarm

from states import states
from templates import Templates

DATABASES = ["lang-portal", "haiku"]
GIBIBYTE = 2**30


def writer(name: str) -> str:
    return f"{{DBClusterIdentifier={name}-aurora, Role=WRITER}}"


def holds(*statements: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", [pytest.param(name, marks=states(*statements)) for name in DATABASES])


@holds("alarms-2.10-12", "database-specific-metrics.8")
def test_a_busy_database_is_told_of(templates: Templates, name: str) -> None:
    assert alarm(templates, f"{name}-database-cpu") == f"AWS/RDS CPUUtilization {writer(name)} Average >= 80 for 15 × 60 s: high"


@holds("alarms.9", "alarms-2.13-15", "database-specific-metrics.7")
def test_a_fifth_of_the_storage_left_is_told_of(templates: Templates, name: str) -> None:
    """Of the allowance of 100 GB, and of what the instance has for temporary files."""
    volume = f"used = AWS/RDS VolumeBytesUsed {{DBClusterIdentifier={name}-aurora}} Maximum; 100 - 100 * used / {100 * GIBIBYTE}"
    assert alarm(templates, f"{name}-database-storage") == f"{volume} <= 20 for 6 × 300 s: high"
    local = f"free = AWS/RDS FreeLocalStorage {writer(name)} Minimum; 100 * free / {8 * GIBIBYTE}"
    assert alarm(templates, f"{name}-database-local-storage") == f"{local} <= 20 for 6 × 300 s: high"


@holds("alarms.8", "database-specific-metrics.9")
def test_connections_that_run_out_are_told_of(templates: Templates, name: str) -> None:
    """At 80 % of the cluster's 200, and again beyond 180."""
    connections = f"AWS/RDS DatabaseConnections {writer(name)} Maximum"
    assert alarm(templates, f"{name}-database-connections-percent") == f"{connections} > 160 for 5 × 60 s: medium"
    assert alarm(templates, f"{name}-database-connections") == f"{connections} > 180 for 5 × 60 s: high"


@holds("database-specific-metrics.10")
def test_a_statement_of_half_a_minute_is_told_of(templates: Templates, name: str) -> None:
    """PostgreSQL writes down what takes longer, and a filter counts the lines."""
    assert alarm(templates, f"{name}-database-long-queries") == f"app-dw/logs LongQueries-{name} {{}} Sum > 0 for 1 × 300 s: medium"
    filter = templates["Monitoring"].only("AWS::Logs::MetricFilter", FilterName=f"{name}-LongQueries-{name}")
    assert filter["LogGroupName"] == f"/aws/rds/cluster/{name}-aurora/postgresql"
    assert filter["FilterPattern"] == '"LOG:" "duration:" "ms"'
    assert filter["MetricTransformations"] == [{"MetricNamespace": "app-dw/logs", "MetricName": f"LongQueries-{name}", "MetricValue": "1"}]
    database = templates["LangPortalDatabase" if name == "lang-portal" else "HaikuDatabase"]
    assert database.only("AWS::RDS::DBClusterParameterGroup")["Parameters"]["log_min_duration_statement"] == "30000"


@holds("database-specific-metrics.11")
def test_a_cold_cache_is_told_of(templates: Templates, name: str) -> None:
    assert alarm(templates, f"{name}-database-buffer-cache") == f"AWS/RDS BufferCacheHitRatio {writer(name)} Average < 90 for 15 × 60 s: medium"
