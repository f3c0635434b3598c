"""AWS's services inside the network, so that images, secrets, logs and models need no NAT gateway."""

from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from config.network import Network
from stacks.network.security_groups import SecurityGroups, camel
from stacks.network.vpc import PrivateNetwork


class Endpoints(Construct):
    """Interface end points in the private subnets, and S3 in the private route tables."""

    def __init__(self, scope: Construct, name: str, network: Network, place: PrivateNetwork, groups: SecurityGroups, region: str) -> None:
        super().__init__(scope, name)
        for service, group in network.interface_endpoints:
            ec2.CfnVPCEndpoint(
                self,
                camel(service.replace(".", "-")),
                vpc_id=place.vpc.ref,
                service_name=f"com.amazonaws.{region}.{service}",
                vpc_endpoint_type="Interface",
                private_dns_enabled=True,
                subnet_ids=place.private.ids,
                security_group_ids=[groups.groups[group].attr_group_id],
            )
        for service in network.gateway_endpoints:
            ec2.CfnVPCEndpoint(
                self,
                camel(service),
                vpc_id=place.vpc.ref,
                service_name=f"com.amazonaws.{region}.{service}",
                vpc_endpoint_type="Gateway",
                route_table_ids=place.private.route_tables,
            )
