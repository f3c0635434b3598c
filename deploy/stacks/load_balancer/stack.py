"""The load balancer, its listeners and web ACL."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.domain import DomainStack
from stacks.network import NetworkStack
from stacks.storage import StorageStack


class LoadBalancerStack(SystemStack):
    """Listeners that redirect and refuse; the rules by which requests pass stand in the stack of the service they reach."""

    def __init__(self, scope: Construct, config: Config, network: NetworkStack, domain: DomainStack, storage: StorageStack) -> None:
        super().__init__(scope, "LoadBalancer", config, description="The load balancer, its listeners and web ACL.")
