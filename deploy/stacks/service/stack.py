"""One service on the cluster."""

from constructs import Construct

from config import Config
from services import Service
from stacks.base import SystemStack
from stacks.databases import DatabaseStack
from stacks.parameters import image_tag
from stacks.service.discovery import discovery
from stacks.service.logs import log_group
from stacks.service.replicas import replicas
from stacks.service.roles import execution_role, task_role
from stacks.service.scaling import scaling
from stacks.service.surroundings import Surroundings
from stacks.service.target import Target
from stacks.service.task import task_definition


class ServiceStack(SystemStack):
    """A task definition, the service that keeps it running, its target group and listener rules: all that a new image or a new probe changes.

    Alarms take `service.name` in `surroundings.cluster.cluster_name`, `target` where browsers reach it, and `log_group`.
    """

    def __init__(
        self, scope: Construct, name: str, config: Config, service: Service, surroundings: Surroundings, database: DatabaseStack | None = None
    ) -> None:
        super().__init__(scope, name, config, description=f"The service {service.name}.")
        self.service = service
        self.surroundings = surroundings
        self.tag = image_tag(self, service.name)
        secrets = {**surroundings.cluster.secrets, **(database.secrets if database else {})}
        given = {variable: secrets[secret] for variable, secret in service.secrets.items()}
        group = log_group(self, config, service)
        self.log_group: str = dict(config.monitoring.service_log_groups)[service.name]
        roles = (execution_role(self, config, service, surroundings.cluster, given, group), task_role(self, config, service, surroundings, database))
        task = task_definition(self, config, service, self.tag, surroundings, given, group, *roles)
        self.target: Target | None = Target(self, "Target", config, service, surroundings) if service.host else None
        registry = discovery(self, config, service, surroundings.cluster)
        running = replicas(self, config, service, surroundings, task, self.target, registry)
        scaling(self, config, service, running)
