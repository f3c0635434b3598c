"""Log groups, dashboards, alarms, traces and budgets."""

from stacks.monitoring.stack import MonitoringStack

__all__ = ["MonitoringStack"]
