"""Graphs that the dashboards of APIs and of user interfaces share."""

from collections.abc import Mapping

from stacks.monitoring.dashboards.widgets import Dashboard
from stacks.monitoring.series import rate
from stacks.monitoring.service_alarms import INSIGHTS
from stacks.monitoring.watched import Watched
from stacks.service import ServiceStack


def balancer_graphs(board: Dashboard, watched: Watched, services: Mapping[str, ServiceStack]) -> None:
    """Of services that the load balancer reaches."""
    reached = {name: stack for name, stack in services.items() if stack.target}
    requests = {name: watched.balanced(stack, "RequestCount") for name, stack in reached.items()}
    errors = {name: watched.balanced(stack, "HTTPCode_Target_5XX_Count") for name, stack in reached.items()}
    board.heading("ALB Metrics")
    board.graph("Request Count", requests)
    board.graph("Target Response Time", {name: watched.balanced(stack, "TargetResponseTime", "Average") for name, stack in reached.items()})
    board.graph("HTTP 5XX Error Rate", {name: rate(errors[name], requests[name]) for name in reached})


def container_graphs(board: Dashboard, watched: Watched, services: Mapping[str, ServiceStack]) -> None:
    board.heading("ECS Service Health")
    for title, metric, namespace in (
        ("CPU Utilization", "CPUUtilization", "AWS/ECS"),
        ("Memory Utilization", "MemoryUtilization", "AWS/ECS"),
        ("Running Task Count", "RunningTaskCount", INSIGHTS),
    ):
        board.graph(title, {name: watched.container(stack, metric, namespace) for name, stack in services.items()})
