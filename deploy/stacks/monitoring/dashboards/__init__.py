"""The four dashboards of the specification, one module each."""

from stacks.monitoring.dashboards.apis import api_health
from stacks.monitoring.dashboards.costs import costs
from stacks.monitoring.dashboards.interfaces import interface_health
from stacks.monitoring.dashboards.react import react_health

__all__ = ["api_health", "costs", "interface_health", "react_health"]
