"""VPC, end points, security groups, flow logs."""

from aws_cdk import aws_ec2 as ec2
from constructs import Construct

from config import Config
from stacks.acknowledgements import acknowledge
from stacks.base import SystemStack
from stacks.network.acls import NetworkACLs
from stacks.network.endpoints import Endpoints
from stacks.network.security_groups import SecurityGroups
from stacks.network.vpc import PrivateNetwork
from stacks.storage import StorageStack


class NetworkStack(SystemStack):
    """Nine subnets in three zones, the ways in and out, and who may speak with whom.

    Other stacks take `vpc` and `security_groups`; both only look, so that nothing is added here from there.
    """

    def __init__(self, scope: Construct, config: Config, storage: StorageStack) -> None:
        super().__init__(scope, "Network", config, description="VPC, end points, security groups, flow logs.")
        network = config.network
        place = PrivateNetwork(self, "Place", network)
        groups = SecurityGroups(self, "SecurityGroups", network, place.vpc.ref)
        Endpoints(self, "Endpoints", network, place, groups, config.account.region)
        acls = NetworkACLs(self, "ACLs", network, place)
        ec2.CfnFlowLog(
            self,
            "FlowLog",
            resource_id=place.vpc.ref,
            resource_type="VPC",
            traffic_type="ALL",
            log_destination_type="s3",
            log_destination=f"arn:{self.partition}:s3:::{config.storage.logs.name}/{config.storage.flow_log_prefix}",
            max_aggregation_interval=600,
        )
        # The bucket is called by its name, which the account has once; it must be there before.
        self.add_stack_dependency(storage)
        acknowledge(
            place,
            "CloudFormation-Validate::W3010",
            "Three zones of one region are configuration: an account is not asked for its own while templates are written.",
        )
        acknowledge(acls, "AwsSolutions::AwsSolutions-VPC3", "The specification wants subnets isolated by network ACLs besides the security groups.")
        acknowledge(groups.inbound["alb-sg"][0], "AwsSolutions::AwsSolutions-EC23", "Everybody may ask in plain HTTP, to be sent to HTTPS.")
        acknowledge(groups.inbound["alb-sg"][1], "AwsSolutions::AwsSolutions-EC23", "The load balancer serves vocab and writing to the internet.")
        self.vpc: ec2.IVpc = place.view()
        self.security_groups: dict[str, ec2.ISecurityGroup] = groups.view()
