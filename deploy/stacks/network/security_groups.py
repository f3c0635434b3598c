"""The security groups of the configuration, each rule a resource of its own, for groups name each other."""

from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from config.network import Network
from config.security_groups import CLOUDFRONT, Rule, SecurityGroup


class SecurityGroups(Construct):
    """Every group of the system, by name; no other stack adds a rule."""

    def __init__(self, scope: Construct, name: str, network: Network, vpc_id: str) -> None:
        super().__init__(scope, name)
        self.network = network
        self.groups = {group.name: self._group(group, vpc_id) for group in network.security_groups}
        self.inbound = {group.name: [self._inbound(group, number, rule) for number, rule in enumerate(group.inbound, 1)] for group in network.security_groups}
        for group in network.security_groups:
            for number, rule in enumerate(group.outbound, 1):
                self._outbound(group, number, rule)

    def view(self) -> dict[str, ec2.ISecurityGroup]:
        """The groups as other stacks' constructs want them: immutable, so that none of them opens a port unasked."""
        return {
            name: ec2.SecurityGroup.from_security_group_id(self, f"{camel(name)}View", group.attr_group_id, mutable=False)
            for name, group in self.groups.items()
        }

    def _group(self, group: SecurityGroup, vpc_id: str) -> ec2.CfnSecurityGroup:
        # A group without a rule for the way out would be given one to everywhere: this one leads to itself and no further.
        nowhere = ec2.CfnSecurityGroup.EgressProperty(
            ip_protocol="icmp", from_port=252, to_port=86, cidr_ip="255.255.255.255/32", description="Disallow all traffic but what the rules allow"
        )
        return ec2.CfnSecurityGroup(
            self, camel(group.name), group_name=group.name, group_description=f"{group.name} of app-dw", vpc_id=vpc_id, security_group_egress=[nowhere]
        )

    def _inbound(self, group: SecurityGroup, number: int, rule: Rule) -> ec2.CfnSecurityGroupIngress:
        peer = self._peer(rule, "source_security_group_id", "source_prefix_list_id")
        return ec2.CfnSecurityGroupIngress(
            self, f"{camel(group.name)}In{number}", group_id=self.groups[group.name].attr_group_id, description=rule.description, **ports(rule), **peer
        )

    def _outbound(self, group: SecurityGroup, number: int, rule: Rule) -> None:
        peer = self._peer(rule, "destination_security_group_id", "destination_prefix_list_id")
        ec2.CfnSecurityGroupEgress(
            self, f"{camel(group.name)}Out{number}", group_id=self.groups[group.name].attr_group_id, description=rule.description, **ports(rule), **peer
        )

    def _peer(self, rule: Rule, group: str, prefix_list: str) -> dict[str, str]:
        if rule.peer == CLOUDFRONT:
            return {prefix_list: self.network.cloudfront_prefix_list}
        if rule.peer in self.groups:
            return {group: self.groups[rule.peer].attr_group_id}
        return {"cidr_ip": rule.peer}


def ports(rule: Rule) -> dict:
    if rule.port is None:
        return {"ip_protocol": "-1"}
    return {"ip_protocol": "tcp", "from_port": rule.port, "to_port": rule.port}


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("-"))
