"""Buckets and what reads and writes them."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.delivery import DeliveryStack


class StorageStack(SystemStack):
    """Five buckets with their keys, policies and alarms, the roles of application and backup, and the function that looks at every upload."""

    def __init__(self, scope: Construct, config: Config, delivery: DeliveryStack) -> None:
        super().__init__(scope, "Storage", config, description="Buckets and what reads and writes them.")
