"""The one load balancer of the system."""

from aws_cdk import aws_elasticloadbalancingv2 as elb
from constructs import Construct

from config import Config
from stacks.network import NetworkStack


def load_balancer(scope: Construct, config: Config, network: NetworkStack) -> elb.CfnLoadBalancer:
    """Open to the internet, in the public subnets of all zones; what it hears stands in the delivery logs."""
    attributes = {
        "access_logs.s3.enabled": "true",
        "access_logs.s3.bucket": config.storage.delivery_logs.name,
        "access_logs.s3.prefix": config.storage.alb_log_prefix.rstrip("/"),
        "deletion_protection.enabled": "true",
        "idle_timeout.timeout_seconds": str(config.edge.load_balancer_idle_seconds),
        # What one server reads so and another otherwise is how requests are smuggled.
        "routing.http.desync_mitigation_mode": "strictest",
        "routing.http.drop_invalid_header_fields.enabled": "true",
    }
    return elb.CfnLoadBalancer(
        scope,
        "Balancer",
        name=config.account.prefix,
        type="application",
        scheme="internet-facing",
        ip_address_type="ipv4",
        subnets=[subnet.subnet_id for subnet in network.vpc.public_subnets],
        security_groups=[network.security_groups["alb-sg"].security_group_id],
        load_balancer_attributes=[elb.CfnLoadBalancer.LoadBalancerAttributeProperty(key=key, value=value) for key, value in attributes.items()],
    )
