"""API Health: the three APIs, what they answer and how fast, their databases, and the language models that they ask."""

from constructs import Construct

from stacks.monitoring.dashboards.containers import balancer_graphs, container_graphs
from stacks.monitoring.dashboards.widgets import Dashboard
from stacks.monitoring.database_alarms import free_local_storage, free_storage
from stacks.monitoring.service_alarms import latency
from stacks.monitoring.watched import Watched

NAME = "API-Health"
# What of the models' metrics says most: of counters the sum, of lengths and times the mean.
STATISTICS = {"TokenUsage": "Sum", "ErrorRates": "Sum", "GuardrailViolations": "Sum"}


def api_health(scope: Construct, watched: Watched) -> None:
    board = Dashboard(watched.config.account.region, watched.config.monitoring.metric_seconds)
    services = watched.of_kind("api")
    container_graphs(board, watched, services)
    balancer_graphs(board, watched, services)
    board.heading("API Latency")
    for percentile in ("p50", "p90", "p99"):
        board.graph(f"{percentile} latency", {name: latency(watched, stack, percentile) for name, stack in services.items()})
    databases(board, watched)
    board.heading("Language Models")
    for metric in watched.config.models.metrics:
        board.search(metric, watched.config.compute.collector.namespace, metric, STATISTICS.get(metric, "Average"))
    board.write(scope, "APIHealth", NAME)


def databases(board: Dashboard, watched: Watched) -> None:
    board.heading("Database Metrics")
    known = watched.databases

    def of_writers(*metrics: str) -> dict:
        return {f"{name} {metric}": watched.writer(stack, metric) for name, stack in known.items() for metric in metrics}

    board.graph("CPU Utilization", of_writers("CPUUtilization"))
    free = {f"{name} of the allowance": free_storage(watched, stack) for name, stack in known.items()}
    local = {f"{name} of the instance": free_local_storage(watched, stack) for name, stack in known.items()}
    board.graph("Free Storage Space", free | local)
    board.graph("Database Connections", of_writers("DatabaseConnections"))
    board.graph("Read/Write IOPS", of_writers("ReadIOPS", "WriteIOPS"))
    board.graph("Free Memory", of_writers("FreeableMemory"))
    board.graph("Buffer Cache Hit Ratio", of_writers("BufferCacheHitRatio"))
