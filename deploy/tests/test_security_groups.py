"""The security groups, rule by rule as the specification lists them, and nothing beside."""

import pytest

from states import states
from templates import Resource, Templates

ANYWHERE, VPC, CLOUDFRONT = "0.0.0.0/0", "10.0.0.0/16", "pl-3b927c52"
OUT_ANYWHERE = ["all to 0.0.0.0/0: Allow all outbound"]
OUT_VPC = ["all to 10.0.0.0/16: Allow all outbound within VPC"]
ENDPOINT = [
    "443 from lang-portal-api-sg: Allow HTTPS from Lang Portal API",
    "443 from haiku-api-sg: Allow HTTPS from Haiku Generator API",
    "443 from vocab-generator-sg: Allow HTTPS from Vocab Generator",
    "443 from writing-practice-sg: Allow HTTPS from Writing Practice",
]
MAINTENANCE = "5432 from database-maintenance-sg: Allow direct access for maintenance"

# Each group: what may enter, and where it may go.
GROUPS = {
    "alb-sg": (
        [
            "80 from 0.0.0.0/0: Allow HTTP for redirect",
            "443 from 0.0.0.0/0: Allow HTTPS from internet for Streamlit/Gradio apps",
            "443 from pl-3b927c52: Allow HTTPS from CloudFront for React apps",
        ],
        OUT_VPC,
    ),
    "lang-portal-api-sg": (
        [
            "8000 from alb-sg: Allow traffic from ALB",
            "8000 from vocab-generator-sg: Allow traffic from Vocab Generator",
            "8000 from writing-practice-sg: Allow traffic from Writing Practice",
        ],
        OUT_ANYWHERE,
    ),
    "haiku-api-sg": (["8000 from alb-sg: Allow traffic from ALB"], OUT_ANYWHERE),
    "vocab-generator-sg": (
        [
            "8501 from alb-sg: Allow traffic from ALB for Streamlit",
            "8000 from vocab-generator-sg: Allow internal traffic between frontend and backend",
        ],
        OUT_ANYWHERE,
    ),
    "writing-practice-sg": (["7860 from alb-sg: Allow traffic from ALB"], OUT_ANYWHERE),
    "lang-portal-aurora-sg": (["5432 from lang-portal-rds-proxy-sg: Allow traffic from Lang Portal RDS Proxy", MAINTENANCE], OUT_VPC),
    "lang-portal-rds-proxy-sg": (
        ["5432 from lang-portal-api-sg: Allow traffic from Lang Portal API"],
        ["5432 to lang-portal-aurora-sg: Allow traffic to Lang Portal Aurora"],
    ),
    "haiku-aurora-sg": (["5432 from haiku-rds-proxy-sg: Allow traffic from Haiku RDS Proxy", MAINTENANCE], OUT_VPC),
    "haiku-rds-proxy-sg": (
        ["5432 from haiku-api-sg: Allow traffic from Haiku Generator API"],
        ["5432 to haiku-aurora-sg: Allow traffic to Haiku Aurora"],
    ),
    "database-maintenance-sg": (
        [],
        [
            "5432 to lang-portal-aurora-sg: Allow maintenance of Lang Portal Aurora",
            "5432 to haiku-aurora-sg: Allow maintenance of Haiku Aurora",
            "443 to 10.0.0.0/16: Allow HTTPS within VPC",
        ],
    ),
    "vpce-ecr-sg": (ENDPOINT, OUT_VPC),
    "vpce-logs-sg": (ENDPOINT, OUT_VPC),
    "vpce-secrets-sg": (ENDPOINT, OUT_VPC),
    "vpce-bedrock-sg": (ENDPOINT, OUT_VPC),
}

STATED = {
    "alb-sg": states("alb-security-group.1-13", "security-controls.3"),
    "lang-portal-api-sg": states("lang-portal-api-security-group.1-13", "security-controls.4"),
    "haiku-api-sg": states("haiku-generator-api-security-group.1-7", "security-controls.4"),
    "vocab-generator-sg": states("vocab-generator-security-group.1-10", "security-controls.4"),
    "writing-practice-sg": states("writing-practice-security-group.1-7", "security-controls.4"),
    "lang-portal-aurora-sg": states("lang-portal-aurora-security-group.1-2", "lang-portal-aurora-security-group.5-7", "security-controls.5"),
    "lang-portal-rds-proxy-sg": states("lang-portal-rds-proxy-security-group.1-7", "security-controls.6"),
    "haiku-aurora-sg": states("haiku-aurora-security-group.1-2", "haiku-aurora-security-group.5-7", "security-controls.5"),
    "haiku-rds-proxy-sg": states("haiku-rds-proxy-security-group.1-7", "security-controls.6"),
    "database-maintenance-sg": states("connection-pattern.6"),
    **dict.fromkeys(("vpce-ecr-sg", "vpce-logs-sg", "vpce-secrets-sg", "vpce-bedrock-sg"), states("vpc-endpoint-security-group.2-16")),
}


def group(templates: Templates, name: str) -> Resource:
    return templates["Network"].only("AWS::EC2::SecurityGroup", GroupName=name)


def rules(templates: Templates, name: str, kind: str, peer: str) -> list[str]:
    """The rules of a group as sentences."""
    with templates.unrecorded():
        names = {one.attribute("GroupId"): one["GroupName"] for one in templates["Network"].resources("AWS::EC2::SecurityGroup")}
    found = []
    for rule in templates["Network"].matching(f"AWS::EC2::SecurityGroup{kind}", {"GroupId": group(templates, name).attribute("GroupId")}):
        whole = rule.plain()
        other = whole.get("CidrIp") or whole.get(f"{peer}PrefixListId") or names.get(whole.get(f"{peer}SecurityGroupId"))
        port = "all" if whole["IpProtocol"] == "-1" else f"{whole['FromPort']}"
        assert whole["IpProtocol"] == "-1" or (whole["IpProtocol"] == "tcp" and whole["FromPort"] == whole["ToPort"])
        found.append(f"{port} {'from' if kind == 'Ingress' else 'to'} {other}: {whole['Description']}")
    return found


@pytest.mark.parametrize("name", [pytest.param(name, marks=STATED[name]) for name in GROUPS])
def test_a_group_has_its_rules_and_no_others(templates: Templates, name: str) -> None:
    inbound, outbound = GROUPS[name]
    assert rules(templates, name, "Ingress", "Source") == inbound
    assert rules(templates, name, "Egress", "Destination") == outbound


def test_no_stack_adds_a_group_or_a_rule(templates: Templates) -> None:
    names = [one["GroupName"] for one in templates["Network"].resources("AWS::EC2::SecurityGroup")]
    assert sorted(names) == sorted(GROUPS)
    for template in templates:
        if template.stack != "Network":
            for kind in ("", "Ingress", "Egress"):
                assert template.matching(f"AWS::EC2::SecurityGroup{kind}", {}) == []


def test_a_group_says_nothing_by_itself(templates: Templates) -> None:
    for one in templates["Network"].resources("AWS::EC2::SecurityGroup"):
        assert "SecurityGroupIngress" not in one
        assert [rule["CidrIp"] for rule in one["SecurityGroupEgress"]] == ["255.255.255.255/32"]
