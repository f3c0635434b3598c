"""VPC, end points, security groups, flow logs."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.storage import StorageStack


class NetworkStack(SystemStack):
    """Nine subnets in three zones, the ways in and out, and who may speak with whom."""

    def __init__(self, scope: Construct, config: Config, storage: StorageStack) -> None:
        super().__init__(scope, "Network", config, description="VPC, end points, security groups, flow logs.")
