"""One React app behind CloudFront."""

from constructs import Construct

from config import Config
from stacks.acknowledgements import acknowledge
from stacks.base import SystemStack
from stacks.domain import DomainStack
from stacks.edge import EdgeStack
from stacks.frontend.access_logs import access_logs
from stacks.frontend.bucket import site_bucket
from stacks.frontend.distribution import Distribution
from stacks.frontend.records import record
from stacks.load_balancer import LoadBalancerStack
from stacks.storage import StorageStack


class FrontendStack(SystemStack):
    """A bucket that only CloudFront reads, the distribution before it and before the load balancer, and the host's record.

    Pipelines take the bucket's key and the distribution's id, alarms the latter.
    """

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
        self.app = app
        bucket = site_bucket(self, config, app, storage)
        distribution = Distribution(self, "Distribution", config, app, bucket, domain.certificate, edge, storage, load_balancer.origin.sent)
        acknowledge(distribution, "AwsSolutions::AwsSolutions-CFR1", "The specification blocks no country.")
        acknowledge(distribution, "AwsSolutions::AwsSolutions-CFR3", "Access logs are delivered by CloudWatch (access_logs.py): buckets here have no ACLs.")
        acknowledge(distribution, "AwsSolutions::AwsSolutions-CFR7", "It cannot read origins whose domain is a reference; tests/test_frontends.py does.")
        access_logs(self, config, app, distribution.distribution, storage)
        record(self, config, app, domain, distribution.distribution)
        self.distribution_id: str = distribution.distribution.ref
        self.bucket_key_arn: str = storage.key.key_arn
