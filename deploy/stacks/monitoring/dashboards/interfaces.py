"""Streamlit/Gradio Apps Health: the two user interfaces that run in containers."""

from constructs import Construct

from stacks.monitoring.dashboards.containers import balancer_graphs, container_graphs
from stacks.monitoring.dashboards.widgets import Dashboard
from stacks.monitoring.watched import Watched

# Names of dashboards have no slash.
NAME = "Streamlit-Gradio-Apps-Health"


def interface_health(scope: Construct, watched: Watched) -> None:
    board = Dashboard(watched.config.account.region, watched.config.monitoring.metric_seconds)
    services = watched.of_kind("frontend")
    balancer_graphs(board, watched, services)
    container_graphs(board, watched, services)
    board.write(scope, "InterfaceHealth", NAME)
