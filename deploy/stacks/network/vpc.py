"""The VPC, its nine subnets and the ways out of them."""

from dataclasses import dataclass

from aws_cdk import Tags
from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from config.network import Network


@dataclass(frozen=True)
class Subnets:
    """The subnets of one tier, in the order of the zones."""

    ids: list[str]
    route_tables: list[str]


class PrivateNetwork(Construct):
    """Public subnets lead to the internet, private ones to the NAT gateway of the first zone, those of the databases nowhere."""

    def __init__(self, scope: Construct, name: str, network: Network) -> None:
        super().__init__(scope, name)
        self.network = network
        self.vpc = ec2.CfnVPC(self, "Vpc", cidr_block=network.cidr, enable_dns_hostnames=True, enable_dns_support=True)
        Tags.of(self.vpc).add("Name", network.name)
        gateway = ec2.CfnInternetGateway(self, "InternetGateway")
        attachment = ec2.CfnVPCGatewayAttachment(self, "InternetGatewayAttachment", vpc_id=self.vpc.ref, internet_gateway_id=gateway.ref)

        table = self._route_table("PublicRoutes", "public-rt")
        self.public = self._subnets("Public", network.public_subnets, [table] * len(network.zones))
        out = ec2.CfnRoute(self, "PublicDefault", route_table_id=table, destination_cidr_block="0.0.0.0/0", gateway_id=gateway.ref)
        out.add_resource_dependency(attachment)

        nat = self._nat_gateway(attachment)
        tables = [self._route_table(f"PrivateRoutes{zone[-1].upper()}", f"private-rt-{zone[-2:]}") for zone in network.zones]
        self.private = self._subnets("Private", network.private_subnets, tables)
        for zone, private in zip(network.zones, tables, strict=True):
            ec2.CfnRoute(self, f"PrivateDefault{zone[-1].upper()}", route_table_id=private, destination_cidr_block="0.0.0.0/0", nat_gateway_id=nat.ref)

        # Only the VPC's own route, which every table has: databases are reached and reach nobody.
        isolated = self._route_table("DatabaseRoutes", "database-rt")
        self.database = self._subnets("Database", network.database_subnets, [isolated] * len(network.zones))

    def _nat_gateway(self, attachment: ec2.CfnVPCGatewayAttachment) -> ec2.CfnNatGateway:
        address = ec2.CfnEIP(self, "NatAddress", domain="vpc")
        address.add_resource_dependency(attachment)
        return ec2.CfnNatGateway(self, "NatGateway", subnet_id=self.public.ids[0], allocation_id=address.attr_allocation_id)

    def _route_table(self, id: str, name: str) -> str:
        table = ec2.CfnRouteTable(self, id, vpc_id=self.vpc.ref)
        Tags.of(table).add("Name", name)
        return table.ref

    def _subnets(self, tier: str, ranges: tuple[str, ...], tables: list[str]) -> Subnets:
        ids = []
        for zone, cidr, table in zip(self.network.zones, ranges, tables, strict=True):
            id = f"{tier}{zone[-1].upper()}"
            # Nothing gets a public address unasked, in the public subnets neither: the load balancer and the NAT gateway bring their own.
            subnet = ec2.CfnSubnet(self, id, vpc_id=self.vpc.ref, availability_zone=zone, cidr_block=cidr, map_public_ip_on_launch=False)
            Tags.of(subnet).add("Name", f"{tier.lower()}-{zone[-2:]}")
            ec2.CfnSubnetRouteTableAssociation(self, f"{id}Routes", subnet_id=subnet.ref, route_table_id=table)
            ids.append(subnet.ref)
        return Subnets(ids, tables)

    def view(self) -> ec2.IVpc:
        """The same network as other stacks' constructs want it."""
        return ec2.Vpc.from_vpc_attributes(
            self,
            "View",
            vpc_id=self.vpc.ref,
            vpc_cidr_block=self.network.cidr,
            availability_zones=list(self.network.zones),
            public_subnet_ids=self.public.ids,
            public_subnet_route_table_ids=self.public.route_tables,
            private_subnet_ids=self.private.ids,
            private_subnet_route_table_ids=self.private.route_tables,
            isolated_subnet_ids=self.database.ids,
            isolated_subnet_route_table_ids=self.database.route_tables,
        )
