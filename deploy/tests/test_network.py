"""The VPC: its subnets, the ways out of them, and AWS's services inside."""

import pytest

from states import states
from templates import Resource, Templates

ZONES = ("us-east-1a", "us-east-1b", "us-east-1c")


@pytest.fixture
def vpc(templates: Templates) -> Resource:
    return templates["Network"].only("AWS::EC2::VPC")


def subnet(templates: Templates, cidr: str) -> Resource:
    return templates["Network"].only("AWS::EC2::Subnet", CidrBlock=cidr)


def route_table(templates: Templates, name: str) -> Resource:
    return templates["Network"].named("AWS::EC2::RouteTable", name)


@states("vpc-configuration.1", "network-infrastructure-questions.1")
def test_everything_is_in_one_region(templates: Templates) -> None:
    """Zones and the names of AWS's services carry it; nothing in any template names another."""
    assert [subnet(templates, f"10.0.{number}.0/24")["AvailabilityZone"] for number in range(9)] == [*ZONES] * 3


@states("vpc-configuration.2")
def test_the_network_is_10_0_0_0_16(templates: Templates, vpc: Resource) -> None:
    assert vpc["CidrBlock"] == "10.0.0.0/16"


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(0, id="public", marks=states("vpc-configuration.3")),
        pytest.param(3, id="private", marks=states("vpc-configuration.4")),
        pytest.param(6, id="database", marks=states("vpc-configuration.5")),
    ],
)
def test_every_tier_has_a_subnet_in_three_zones(templates: Templates, vpc: Resource, first: int) -> None:
    for number, zone in enumerate(ZONES):
        found = subnet(templates, f"10.0.{first + number}.0/24")
        assert found["AvailabilityZone"] == zone
        assert found["VpcId"] == vpc.ref
        assert found["MapPublicIpOnLaunch"] is False


@states("vpc-configuration.6", "vpc-configuration-2.1-2")
def test_one_nat_gateway_in_the_first_zone(templates: Templates) -> None:
    gateway = templates["Network"].only("AWS::EC2::NatGateway")
    assert gateway["SubnetId"] == subnet(templates, "10.0.0.0/24").ref
    assert gateway["AllocationId"] == templates["Network"].only("AWS::EC2::EIP").attribute("AllocationId")


def tables_of(templates: Templates, first: int) -> list[str]:
    associations = "AWS::EC2::SubnetRouteTableAssociation"
    subnets = [subnet(templates, f"10.0.{number}.0/24") for number in range(first, first + 3)]
    return [templates["Network"].only(associations, SubnetId=one.ref)["RouteTableId"] for one in subnets]


def default_route(templates: Templates, table: Resource) -> Resource:
    return templates["Network"].only("AWS::EC2::Route", RouteTableId=table.ref, DestinationCidrBlock="0.0.0.0/0")


@states("vpc-configuration.7", "route-tables-2.1-3")
def test_public_subnets_lead_to_the_internet(templates: Templates) -> None:
    table = route_table(templates, "public-rt")
    assert tables_of(templates, 0) == [table.ref] * 3
    assert default_route(templates, table)["GatewayId"] == templates["Network"].only("AWS::EC2::InternetGateway").ref


@states("vpc-configuration.8", "route-tables-2.6-8")
def test_private_subnets_lead_to_the_nat_gateway(templates: Templates) -> None:
    tables = [route_table(templates, f"private-rt-{zone}") for zone in ("1a", "1b", "1c")]
    assert tables_of(templates, 3) == [table.ref for table in tables]
    gateway = templates["Network"].only("AWS::EC2::NatGateway").ref
    for table in tables:
        assert default_route(templates, table)["NatGatewayId"] == gateway


@states("vpc-configuration.9")
def test_database_subnets_lead_nowhere(templates: Templates) -> None:
    table = route_table(templates, "database-rt")
    assert tables_of(templates, 6) == [table.ref] * 3
    assert templates["Network"].matching("AWS::EC2::Route", {"RouteTableId": table.ref}) == []


@pytest.mark.parametrize(
    ("service", "group"),
    [
        pytest.param("ecr.api", "vpce-ecr-sg", marks=states("vpc-endpointsvpc-endpoints.1-3", "vpc-configuration.10")),
        pytest.param("ecr.dkr", "vpce-ecr-sg", marks=states("vpc-endpointsvpc-endpoints.4-6", "vpc-configuration.10")),
        pytest.param("logs", "vpce-logs-sg", marks=states("vpc-endpointsvpc-endpoints.7-9", "vpc-configuration.13")),
        pytest.param("secretsmanager", "vpce-secrets-sg", marks=states("vpc-endpointsvpc-endpoints.10-12", "vpc-configuration.12")),
        pytest.param("bedrock-runtime", "vpce-bedrock-sg", marks=states("vpc-endpointsvpc-endpoints.13-15", "vpc-configuration.14")),
    ],
)
def test_a_service_is_inside_the_network(templates: Templates, vpc: Resource, service: str, group: str) -> None:
    endpoint = templates["Network"].only("AWS::EC2::VPCEndpoint", ServiceName=f"com.amazonaws.us-east-1.{service}")
    assert endpoint["VpcEndpointType"] == "Interface"
    assert endpoint["PrivateDnsEnabled"] is True
    assert endpoint["VpcId"] == vpc.ref
    assert endpoint["SubnetIds"] == [subnet(templates, f"10.0.{number}.0/24").ref for number in (3, 4, 5)]
    assert endpoint["SecurityGroupIds"] == [templates["Network"].only("AWS::EC2::SecurityGroup", GroupName=group).attribute("GroupId")]


@states("vpc-endpointsvpc-endpoints.16-18", "vpc-configuration.11")
def test_s3_is_in_the_private_route_tables(templates: Templates) -> None:
    endpoint = templates["Network"].only("AWS::EC2::VPCEndpoint", ServiceName="com.amazonaws.us-east-1.s3")
    assert endpoint["VpcEndpointType"] == "Gateway"
    assert endpoint["RouteTableIds"] == [route_table(templates, f"private-rt-{zone}").ref for zone in ("1a", "1b", "1c")]


@states("security-controls.2")
def test_only_the_private_subnets_reach_the_databases(templates: Templates) -> None:
    network = templates["Network"]
    acl = network.only("AWS::EC2::SubnetNetworkAclAssociation", SubnetId=subnet(templates, "10.0.6.0/24").ref)["NetworkAclId"]
    entries = [entry.plain() for entry in network.resources("AWS::EC2::NetworkAclEntry", NetworkAclId=acl, Egress=False)]
    postgres = {"From": 5432, "To": 5432}
    answers = {"From": 1024, "To": 65535}
    assert [(entry["CidrBlock"], entry["PortRange"]) for entry in entries] == [
        *((f"10.0.{number}.0/24", postgres) for number in range(3, 9)),
        *((f"10.0.{number}.0/24", answers) for number in range(6, 9)),
    ]
    assert {(entry["RuleAction"], entry["Protocol"], entry["Egress"], entry["NetworkAclId"]) for entry in entries} == {("allow", 6, False, acl)}
    assert [entry["RuleNumber"] for entry in entries] == [100, 110, 120, 130, 140, 150, 200, 210, 220]


def test_flow_logs_go_to_the_logs_bucket(templates: Templates, vpc: Resource) -> None:
    log = templates["Network"].only("AWS::EC2::FlowLog")
    assert log["ResourceId"] == vpc.ref
    assert log["TrafficType"] == "ALL"
    assert log["LogDestination"] == "arn:${AWS::Partition}:s3:::genai-bootcamp-logs/vpc-flow-logs/"


ANYWHERE, VPC, ANSWERS, TCP, ALL = "0.0.0.0/0", "10.0.0.0/16", (1024, 65535), 6, -1
OUT = {(ANYWHERE, ALL, None)}
BORDERS = {
    "public": (0, {(ANYWHERE, TCP, (80, 80)), (ANYWHERE, TCP, (443, 443)), (ANYWHERE, TCP, ANSWERS), (VPC, ALL, None)}, OUT),
    "private": (3, {(VPC, ALL, None), (ANYWHERE, TCP, ANSWERS)}, OUT),
    "database": (
        6,
        {(f"10.0.{number}.0/24", TCP, (5432, 5432)) for number in range(3, 9)} | {(f"10.0.{number}.0/24", TCP, ANSWERS) for number in range(6, 9)},
        {(f"10.0.{number}.0/24", TCP, ANSWERS) for number in range(3, 9)},
    ),
}


@pytest.mark.parametrize("tier", BORDERS)
def test_what_may_cross_the_border_of_a_tier(templates: Templates, tier: str) -> None:
    """In each of its three subnets, in and out; nothing is let through that does not stand here."""
    first, inbound, outbound = BORDERS[tier]
    network = templates["Network"]
    subnets = [subnet(templates, f"10.0.{number}.0/24") for number in range(first, first + 3)]
    (acl,) = {network.only("AWS::EC2::SubnetNetworkAclAssociation", SubnetId=one.ref)["NetworkAclId"] for one in subnets}
    for egress, wanted in ((False, inbound), (True, outbound)):
        entries = [entry.plain() for entry in network.resources("AWS::EC2::NetworkAclEntry", NetworkAclId=acl, Egress=egress)]
        assert {entry["RuleAction"] for entry in entries} == {"allow"}
        ports = [tuple(entry["PortRange"].values()) if "PortRange" in entry else None for entry in entries]
        assert {(entry["CidrBlock"], entry["Protocol"], range) for entry, range in zip(entries, ports, strict=True)} == wanted
