"""What every service stands on."""

from dataclasses import dataclass

from config import Config
from stacks.auth import AuthStack
from stacks.cluster import ClusterStack
from stacks.guardrail import GuardrailStack
from stacks.load_balancer import LoadBalancerStack
from stacks.network import NetworkStack
from stacks.storage import StorageStack


@dataclass(frozen=True)
class Surroundings:
    """The stacks below a service's own."""

    network: NetworkStack
    auth: AuthStack
    storage: StorageStack
    load_balancer: LoadBalancerStack
    cluster: ClusterStack
    guardrail: GuardrailStack

    def values(self, config: Config) -> dict[str, str]:
        """What the placeholders of services.json stand for."""
        return {
            "region": config.account.region,
            "domain": config.account.root_domain,
            "issuer": self.auth.issuer,
            "client": self.auth.client_id,
            "sign_in": self.auth.sign_in,
            "namespace": config.compute.namespace,
            "content_bucket": config.storage.user_content.name,
            "admin_topic": self.guardrail.admin_topic.topic_arn,
            "guardrail": self.guardrail.guardrail_id,
            "guardrail_version": self.guardrail.guardrail_version,
        }
