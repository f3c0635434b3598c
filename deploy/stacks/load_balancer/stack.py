"""The load balancer, its listeners and web ACL."""

from aws_cdk import aws_elasticloadbalancingv2 as elb
from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.domain import DomainStack
from stacks.load_balancer.balancer import load_balancer
from stacks.load_balancer.listeners import Listeners
from stacks.load_balancer.origin import OriginSecrets
from stacks.load_balancer.records import private_records, public_records
from stacks.network import NetworkStack
from stacks.storage import StorageStack
from stacks.web_acl import WebACL, from_hosts


class LoadBalancerStack(SystemStack):
    """Listeners that redirect and refuse; the rules by which requests pass stand in the stack of the service they reach.

    Services take `listener`, and those behind CloudFront `origin.accepted`; distributions take `origin.sent`; alarms take the names.
    """

    def __init__(self, scope: Construct, config: Config, network: NetworkStack, domain: DomainStack, storage: StorageStack) -> None:
        super().__init__(scope, "LoadBalancer", config, description="The load balancer, its listeners and web ACL.")
        self.balancer = load_balancer(self, config, network)
        # Deliveries of logs are tried when the balancer is made: the bucket is called by its name and must let them in.
        self.add_stack_dependency(storage)
        self.origin = OriginSecrets(self, "Origin", config.edge)
        self.listener: elb.CfnListener = Listeners(self, "Listeners", config, self.balancer, domain.certificate).https
        hosts = [config.account.host(app) for app in config.edge.load_balancer_apps]
        self.web_acl = WebACL(self, "WebACL", config, name_of="load-balancer", scope_of="REGIONAL", rate_scope=from_hosts(hosts))
        self.web_acl.protect(self.balancer.ref)
        public_records(self, config, domain, self.balancer)
        private_records(self, config, network, self.balancer)
