"""The name by which other services call this one."""

from aws_cdk import aws_servicediscovery as discovery_
from constructs import Construct

from config import Config
from services import Service
from stacks.cluster import ClusterStack


def discovery(scope: Construct, config: Config, service: Service, cluster: ClusterStack) -> discovery_.CfnService | None:
    """`lang-portal-api.app-dw.internal`, for those that are called; a task is found while ECS says that it is healthy."""
    name = dict(config.compute.discovered).get(service.name)
    if name is None:
        return None
    record = discovery_.CfnService.DnsRecordProperty(type="A", ttl=config.compute.discovery_ttl_seconds)
    return discovery_.CfnService(
        scope,
        "Discovery",
        name=name,
        namespace_id=cluster.namespace_id,
        dns_config=discovery_.CfnService.DnsConfigProperty(dns_records=[record], routing_policy="MULTIVALUE"),
        health_check_custom_config=discovery_.CfnService.HealthCheckCustomConfigProperty(failure_threshold=1),
    )
