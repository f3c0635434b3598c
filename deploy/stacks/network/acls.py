"""Network ACLs: what may cross the border of a tier at all, below the security groups and without memory of connections."""

from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from config.network import Network
from stacks.network.vpc import PrivateNetwork, Subnets

ALL, TCP = -1, 6
# Answers come back to a port that the caller's kernel has chosen.
EPHEMERAL = (1_024, 65_535)


class NetworkACLs(Construct):
    """Public: web traffic and answers. Private: the VPC, and answers from outside. Databases: PostgreSQL from the private tier and themselves."""

    def __init__(self, scope: Construct, name: str, network: Network, place: PrivateNetwork) -> None:
        super().__init__(scope, name)
        self.vpc = place.vpc.ref
        anywhere = "0.0.0.0/0"
        public = self._acl("Public", place.public)
        self._allow(public, "In", [(anywhere, TCP, (80, 80)), (anywhere, TCP, (443, 443)), (anywhere, TCP, EPHEMERAL), (network.cidr, ALL, None)])
        self._allow(public, "Out", [(anywhere, ALL, None)])
        private = self._acl("Private", place.private)
        self._allow(private, "In", [(network.cidr, ALL, None), (anywhere, TCP, EPHEMERAL)])
        self._allow(private, "Out", [(anywhere, ALL, None)])
        database = self._acl("Database", place.database)
        callers = (*network.private_subnets, *network.database_subnets)
        self._allow(database, "In", [(cidr, TCP, (network.postgres_port, network.postgres_port)) for cidr in callers])
        self._allow(database, "In", [(cidr, TCP, EPHEMERAL) for cidr in network.database_subnets], first=200)
        self._allow(database, "Out", [(cidr, TCP, EPHEMERAL) for cidr in callers])

    def _acl(self, tier: str, subnets: Subnets) -> ec2.CfnNetworkAcl:
        acl = ec2.CfnNetworkAcl(self, tier, vpc_id=self.vpc)
        for number, subnet in enumerate(subnets.ids, 1):
            ec2.CfnSubnetNetworkAclAssociation(self, f"{tier}Subnet{number}", network_acl_id=acl.ref, subnet_id=subnet)
        return acl

    def _allow(self, acl: ec2.CfnNetworkAcl, direction: str, entries: list[tuple[str, int, tuple[int, int] | None]], first: int = 100) -> None:
        for number, (cidr, protocol, ports) in enumerate(entries):
            ec2.CfnNetworkAclEntry(
                self,
                f"{acl.node.id}{direction}{first + 10 * number}",
                network_acl_id=acl.ref,
                egress=direction == "Out",
                rule_number=first + 10 * number,
                rule_action="allow",
                cidr_block=cidr,
                protocol=protocol,
                port_range=ports and ec2.CfnNetworkAclEntry.PortRangeProperty(from_=ports[0], to=ports[1]),
            )
