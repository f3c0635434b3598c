"""Log groups, dashboards, alarms, traces and budgets."""

from collections.abc import Mapping

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.databases import DatabaseStack
from stacks.frontend import FrontendStack
from stacks.guardrail import GuardrailStack
from stacks.load_balancer import LoadBalancerStack
from stacks.service import ServiceStack


class MonitoringStack(SystemStack):
    """Looks at everything and is looked at by nothing: it can be deployed again or removed at any time."""

    def __init__(
        self,
        scope: Construct,
        config: Config,
        load_balancer: LoadBalancerStack,
        databases: Mapping[str, DatabaseStack],
        services: Mapping[str, ServiceStack],
        frontends: Mapping[str, FrontendStack],
        guardrail: GuardrailStack,
    ) -> None:
        super().__init__(scope, "Monitoring", config, description="Log groups, dashboards, alarms, traces and budgets.")
