"""One service on the cluster."""

from dataclasses import dataclass

from constructs import Construct

from config import Config
from services import Service
from stacks.auth import AuthStack
from stacks.base import SystemStack
from stacks.cluster import ClusterStack
from stacks.databases import DatabaseStack
from stacks.guardrail import GuardrailStack
from stacks.load_balancer import LoadBalancerStack
from stacks.network import NetworkStack
from stacks.parameters import image_tag
from stacks.storage import StorageStack


@dataclass(frozen=True)
class Surroundings:
    """What every service stands on."""

    network: NetworkStack
    auth: AuthStack
    storage: StorageStack
    load_balancer: LoadBalancerStack
    cluster: ClusterStack
    guardrail: GuardrailStack


class ServiceStack(SystemStack):
    """A task definition, the service that keeps it running, its target group and listener rules: all that a new image or a new probe changes."""

    def __init__(
        self, scope: Construct, name: str, config: Config, service: Service, surroundings: Surroundings, database: DatabaseStack | None = None
    ) -> None:
        super().__init__(scope, name, config, description=f"The service {service.name}.")
        self.service = service
        self.tag = image_tag(self, service.name)
