"""One React app behind CloudFront."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.domain import DomainStack
from stacks.edge import EdgeStack
from stacks.load_balancer import LoadBalancerStack
from stacks.storage import StorageStack


class FrontendStack(SystemStack):
    """A bucket that only CloudFront reads, the distribution before it and before the load balancer, and the host's record."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        config: Config,
        app: str,
        domain: DomainStack,
        edge: EdgeStack,
        storage: StorageStack,
        load_balancer: LoadBalancerStack,
    ) -> None:
        super().__init__(scope, name, config, description=f"The React app of {app} behind CloudFront.")
        self.distribution_id = "E000000000000"
        self.bucket_key_arn = f"arn:aws:kms:us-east-1:{self.account}:key/00000000-0000-0000-0000-000000000000"
