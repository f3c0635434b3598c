"""The network: one VPC in three zones, and who may speak with whom in it."""

from dataclasses import dataclass, field

from config.security_groups import POSTGRES, SECURITY_GROUPS, SecurityGroup


@dataclass(frozen=True)
class Network:
    name: str = "genai-bootcamp-vpc"
    cidr: str = "10.0.0.0/16"
    zones: tuple[str, ...] = ("us-east-1a", "us-east-1b", "us-east-1c")
    # One /24 per zone, in the order of the zones.
    public_subnets: tuple[str, ...] = ("10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24")
    private_subnets: tuple[str, ...] = ("10.0.3.0/24", "10.0.4.0/24", "10.0.5.0/24")
    database_subnets: tuple[str, ...] = ("10.0.6.0/24", "10.0.7.0/24", "10.0.8.0/24")
    # Interface end points by service, each with its group.
    interface_endpoints: tuple[tuple[str, str], ...] = (
        ("ecr.api", "vpce-ecr-sg"),
        ("ecr.dkr", "vpce-ecr-sg"),
        ("logs", "vpce-logs-sg"),
        ("secretsmanager", "vpce-secrets-sg"),
        ("bedrock-runtime", "vpce-bedrock-sg"),
    )
    gateway_endpoints: tuple[str, ...] = ("s3",)
    # AWS keeps the list of CloudFront's addresses; this is its id in us-east-1, the same in every account.
    cloudfront_prefix_list: str = "pl-3b927c52"
    postgres_port: int = POSTGRES
    security_groups: tuple[SecurityGroup, ...] = field(default=SECURITY_GROUPS)
