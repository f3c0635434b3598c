"""The load balancer's names: in public, and within the network."""

from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk import aws_route53 as route53
from constructs import Construct

from config import Config
from stacks.domain import DomainStack
from stacks.network import NetworkStack


def public_records(scope: Construct, config: Config, domain: DomainStack, balancer: elb.CfnLoadBalancer) -> None:
    """The apps that it serves itself, the names by which CloudFront asks it, and the root domain."""
    edge, account = config.edge, config.account
    names = [*edge.load_balancer_apps, *(edge.origin_prefix + app for app in edge.cloudfront_apps)]
    for host in [account.root_domain, *(account.host(name) for name in names)]:
        alias(scope, f"Record{identifier(host)}", domain.zone.hosted_zone_id, host, balancer)


def private_records(scope: Construct, config: Config, network: NetworkStack, balancer: elb.CfnLoadBalancer) -> None:
    """`vocab.internal.app-dw.net` and its like, which only the network knows. They lead to the same listeners, which pass what the rules name."""
    vpc = route53.CfnHostedZone.VPCProperty(vpc_id=network.vpc.vpc_id, vpc_region=config.account.region)
    zone = route53.CfnHostedZone(scope, "PrivateZone", name=config.edge.private_zone, vpcs=[vpc])
    for name in config.edge.private_names:
        host = config.account.host(name)
        alias(scope, f"Private{identifier(host)}", zone.ref, host, balancer)


def alias(scope: Construct, id: str, zone: str, host: str, balancer: elb.CfnLoadBalancer) -> None:
    target = route53.CfnRecordSet.AliasTargetProperty(dns_name=balancer.attr_dns_name, hosted_zone_id=balancer.attr_canonical_hosted_zone_id)
    route53.CfnRecordSet(scope, id, hosted_zone_id=zone, name=host, type="A", alias_target=target)


def identifier(host: str) -> str:
    """`origin-haiku.app-dw.net` → `OriginHaikuAppDwNet`."""
    return host.replace(".", "-").title().replace("-", "")
