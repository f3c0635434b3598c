"""The security groups as the specification lists them, rule by rule; nothing else may speak with anything."""

from dataclasses import dataclass

ANYWHERE = "0.0.0.0/0"
VPC = "10.0.0.0/16"
CLOUDFRONT = "cloudfront"  # AWS's managed prefix list of CloudFront's addresses
POSTGRES = 5432


@dataclass(frozen=True)
class Rule:
    """Lets traffic to `port` (None: all traffic) pass; `peer` is a CIDR, `CLOUDFRONT` or another group's name."""

    port: int | None
    peer: str
    description: str


@dataclass(frozen=True)
class SecurityGroup:
    name: str
    inbound: tuple[Rule, ...]
    outbound: tuple[Rule, ...]


OUT_ANYWHERE = (Rule(None, ANYWHERE, "Allow all outbound"),)
OUT_VPC = (Rule(None, VPC, "Allow all outbound within VPC"),)

LOAD_BALANCER = SecurityGroup(
    "alb-sg",
    (
        Rule(80, ANYWHERE, "Allow HTTP for redirect"),
        Rule(443, ANYWHERE, "Allow HTTPS from internet for Streamlit/Gradio apps"),
        Rule(443, CLOUDFRONT, "Allow HTTPS from CloudFront for React apps"),
    ),
    OUT_VPC,
)

SERVICES = (
    SecurityGroup(
        "lang-portal-api-sg",
        (
            Rule(8000, "alb-sg", "Allow traffic from ALB"),
            Rule(8000, "vocab-generator-sg", "Allow traffic from Vocab Generator"),
            Rule(8000, "writing-practice-sg", "Allow traffic from Writing Practice"),
        ),
        OUT_ANYWHERE,
    ),
    SecurityGroup("haiku-api-sg", (Rule(8000, "alb-sg", "Allow traffic from ALB"),), OUT_ANYWHERE),
    # Two services share it, the frontend and the backend it calls.
    SecurityGroup(
        "vocab-generator-sg",
        (
            Rule(8501, "alb-sg", "Allow traffic from ALB for Streamlit"),
            Rule(8000, "vocab-generator-sg", "Allow internal traffic between frontend and backend"),
        ),
        OUT_ANYWHERE,
    ),
    SecurityGroup("writing-practice-sg", (Rule(7860, "alb-sg", "Allow traffic from ALB"),), OUT_ANYWHERE),
)


def database(name: str, title: str, maintenance: tuple[Rule, ...]) -> tuple[SecurityGroup, SecurityGroup]:
    """A cluster's group and its proxy's. The cluster hears the proxy and maintenance, the proxy the API: decided so, for applications connect through it."""
    cluster, proxy = f"{name}-aurora-sg", f"{name}-rds-proxy-sg"
    return (
        SecurityGroup(cluster, (Rule(POSTGRES, proxy, f"Allow traffic from {title} RDS Proxy"), *maintenance), OUT_VPC),
        SecurityGroup(
            proxy,
            (Rule(POSTGRES, f"{name}-api-sg", f"Allow traffic from {title}{' Generator' if name == 'haiku' else ''} API"),),
            (Rule(POSTGRES, cluster, f"Allow traffic to {title} Aurora"),),
        ),
    )


# “Direct access restricted to specific security groups”: whoever maintains a database enters through this one.
MAINTENANCE = SecurityGroup(
    "database-maintenance-sg",
    (),
    (
        Rule(POSTGRES, "lang-portal-aurora-sg", "Allow maintenance of Lang Portal Aurora"),
        Rule(POSTGRES, "haiku-aurora-sg", "Allow maintenance of Haiku Aurora"),
        Rule(443, VPC, "Allow HTTPS within VPC"),
    ),
)
FROM_MAINTENANCE = (Rule(POSTGRES, MAINTENANCE.name, "Allow direct access for maintenance"),)

# Four groups of end points, each fed from the groups of the five services, of which two share one.
FROM_SERVICES = tuple(
    Rule(443, group, f"Allow HTTPS from {title}")
    for group, title in (
        ("lang-portal-api-sg", "Lang Portal API"),
        ("haiku-api-sg", "Haiku Generator API"),
        ("vocab-generator-sg", "Vocab Generator"),
        ("writing-practice-sg", "Writing Practice"),
    )
)
ENDPOINTS = tuple(SecurityGroup(f"vpce-{name}-sg", FROM_SERVICES, OUT_VPC) for name in ("ecr", "logs", "secrets", "bedrock"))

SECURITY_GROUPS = (
    LOAD_BALANCER,
    *SERVICES,
    *database("lang-portal", "Lang Portal", FROM_MAINTENANCE),
    *database("haiku", "Haiku", FROM_MAINTENANCE),
    MAINTENANCE,
    *ENDPOINTS,
)
