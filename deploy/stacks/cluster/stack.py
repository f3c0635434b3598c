"""The ECS cluster and the names services call each other by."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.network import NetworkStack


class ClusterStack(SystemStack):
    """Capacity, the Cloud Map namespace, and what the collector beside every service is told."""

    def __init__(self, scope: Construct, config: Config, network: NetworkStack) -> None:
        super().__init__(scope, "Cluster", config, description="The ECS cluster and the names services call each other by.")
