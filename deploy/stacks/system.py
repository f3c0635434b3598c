"""The system: which stacks there are, and which stands on which.

A stack is given the stacks below it and nothing else, so the order of this file is the order of deployment and no cycle can be written.
"""

from constructs import Construct

import services
from config import Config
from stacks.auth import AuthStack
from stacks.cluster import ClusterStack
from stacks.databases import DatabaseStack
from stacks.delivery import DeliveryStack
from stacks.domain import DomainStack
from stacks.edge import EdgeStack
from stacks.frontend import FrontendStack
from stacks.guardrail import GuardrailStack
from stacks.load_balancer import LoadBalancerStack
from stacks.monitoring import MonitoringStack
from stacks.network import NetworkStack
from stacks.pipeline import PipelineStack, ServicePipelineStack, SitePipelineStack
from stacks.service import ServiceStack
from stacks.service.surroundings import Surroundings
from stacks.storage import StorageStack

# The services' stacks, by the names of services.json; the specification says backend of an API and frontend of a user interface.
SERVICE_STACKS = {
    "lang-portal-api": "LangPortalBackend",
    "haiku-api": "HaikuBackend",
    "vocab-backend": "VocabBackend",
    "vocab-frontend": "VocabFrontend",
    "writing-practice": "WritingPracticeFrontend",
}
FRONTEND_STACKS = {"lang-portal": "LangPortalFrontend", "haiku": "HaikuFrontend"}


class System:
    """Every stack, from what stands on nothing to what looks at all."""

    def __init__(self, scope: Construct, config: Config) -> None:
        self.delivery = DeliveryStack(scope, config)
        self.guardrail = GuardrailStack(scope, config)
        self.storage = StorageStack(scope, config, self.delivery, self.guardrail)
        self.domain = DomainStack(scope, config)
        self.network = NetworkStack(scope, config, self.storage)
        self.databases = {
            "lang-portal": DatabaseStack(scope, "LangPortalDatabase", config, config.databases.lang_portal, self.network),
            "haiku": DatabaseStack(scope, "HaikuDatabase", config, config.databases.haiku, self.network),
        }
        self.databases_of_services = {"lang-portal-api": self.databases["lang-portal"], "haiku-api": self.databases["haiku"]}
        self.load_balancer = LoadBalancerStack(scope, config, self.network, self.domain, self.storage)
        self.auth = AuthStack(scope, config, self.domain, self.load_balancer)
        self.cluster = ClusterStack(scope, config, self.network)
        self.services = self._services(scope, config)
        self.edge = EdgeStack(scope, config)
        self.frontends = {
            app: FrontendStack(scope, name, config, app, self.domain, self.edge, self.storage, self.load_balancer) for app, name in FRONTEND_STACKS.items()
        }
        self.pipelines = self._pipelines(scope, config)
        self.monitoring = MonitoringStack(scope, config, self.load_balancer, self.databases, self.services, self.frontends, self.edge)

    def _services(self, scope: Construct, config: Config) -> dict[str, ServiceStack]:
        surroundings = Surroundings(self.network, self.auth, self.storage, self.load_balancer, self.cluster, self.guardrail)
        databases = self.databases_of_services
        known = services.load()
        return {service: ServiceStack(scope, name, config, known[service], surroundings, databases.get(service)) for service, name in SERVICE_STACKS.items()}

    def _pipelines(self, scope: Construct, config: Config) -> dict[str, PipelineStack]:
        stacks: dict[str, PipelineStack] = {}
        for pipeline in config.pipelines.pipelines:
            name = "".join(part.capitalize() for part in pipeline.name.split("-")) + "Pipeline"
            if pipeline.is_site:
                stacks[pipeline.name] = SitePipelineStack(scope, name, config, pipeline, self.delivery, self.frontends[pipeline.project])
            else:
                database = self.databases_of_services.get(pipeline.target)
                stacks[pipeline.name] = ServicePipelineStack(scope, name, config, pipeline, self.delivery, self.services[pipeline.target], database)
        return stacks
