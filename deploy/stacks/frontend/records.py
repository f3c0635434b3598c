"""The host's name."""

from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_route53 as route53
from constructs import Construct

from config import Config
from stacks.domain import DomainStack


def record(scope: Construct, config: Config, app: str, domain: DomainStack, distribution: cloudfront.CfnDistribution) -> None:
    target = route53.CfnRecordSet.AliasTargetProperty(dns_name=distribution.attr_domain_name, hosted_zone_id=config.edge.cloudfront_zone)
    route53.CfnRecordSet(scope, "Record", hosted_zone_id=domain.zone.hosted_zone_id, name=config.account.host(app), type="A", alias_target=target)
