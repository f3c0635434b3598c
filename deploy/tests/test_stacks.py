"""Which stacks there are: one for each that the specification names, with what it is for in it."""

import pytest

from states import states
from templates import Templates

STACKS = [
    pytest.param("Network", "AWS::EC2::VPC", {"CidrBlock": "10.0.0.0/16"}, marks=states("subdomains.7", "security-considerations.2")),
    pytest.param("Auth", "AWS::Cognito::UserPool", {"UserPoolName": "genai-bootcamp-users"}, marks=states("subdomains.8", "security-considerations.5")),
    pytest.param("Auth", "AWS::Cognito::IdentityPool", {"IdentityPoolName": "genai-bootcamp-identity"}, marks=states("security-considerations.5")),
    pytest.param("LangPortalDatabase", "AWS::RDS::DBCluster", {"DatabaseName": "lang_portal"}, marks=states("subdomains.9")),
    pytest.param("HaikuDatabase", "AWS::RDS::DBCluster", {"DatabaseName": "haiku"}, marks=states("subdomains.9")),
    pytest.param("Storage", "AWS::S3::Bucket", {"BucketName": "genai-bootcamp-user-content"}, marks=states("subdomains.10")),
    pytest.param("LangPortalFrontend", "AWS::S3::Bucket", {"BucketName": "lang-portal-frontend-dw"}, marks=states("subdomains.11")),
    pytest.param("HaikuFrontend", "AWS::S3::Bucket", {"BucketName": "haiku-frontend-dw"}, marks=states("subdomains.11")),
    pytest.param("VocabFrontend", "AWS::ECS::Service", {"ServiceName": "vocab-frontend"}, marks=states("subdomains.12")),
    pytest.param("WritingPracticeFrontend", "AWS::ECS::Service", {"ServiceName": "writing-practice"}, marks=states("subdomains.12")),
    pytest.param("LangPortalBackend", "AWS::ECS::Service", {"ServiceName": "lang-portal-api"}, marks=states("subdomains.13")),
    pytest.param("HaikuBackend", "AWS::ECS::Service", {"ServiceName": "haiku-api"}, marks=states("subdomains.13")),
    pytest.param("VocabBackend", "AWS::ECS::Service", {"ServiceName": "vocab-backend"}, marks=states("subdomains.13")),
    *(
        pytest.param(f"{stack}Pipeline", "AWS::CodePipeline::Pipeline", {"Name": name}, marks=states("subdomains.14"))
        for stack, name in (
            ("LangPortalFrontend", "lang-portal-frontend"),
            ("LangPortalBackend", "lang-portal-backend"),
            ("HaikuFrontend", "haiku-frontend"),
            ("HaikuBackend", "haiku-backend"),
            ("VocabFrontend", "vocab-frontend"),
            ("VocabBackend", "vocab-backend"),
            ("WritingPractice", "writing-practice"),
        )
    ),
    pytest.param("Monitoring", "AWS::CloudWatch::Dashboard", {"DashboardName": "React-Apps-Health"}, marks=states("subdomains.15")),
]


@pytest.mark.parametrize(("stack", "kind", "properties"), STACKS)
def test_there_is_a_stack_for_it(templates: Templates, stack: str, kind: str, properties: dict) -> None:
    templates[stack].only(kind, **properties)


NOT_CHOSEN = ("AWS::AppRunner::", "AWS::ApiGateway::", "AWS::ApiGatewayV2::", "AWS::SageMaker::")


def test_what_was_not_chosen_is_nowhere(templates: Templates) -> None:
    kinds = {one["Type"] for document in templates.documents.values() for one in document.get("Resources", {}).values()}
    assert kinds and not [kind for kind in kinds if kind.startswith(NOT_CHOSEN)]


def test_a_container_listens_where_its_security_group_hears(templates: Templates) -> None:
    """No service listens on a port that its group does not open, and no rule opens one on which nobody listens."""
    listening: dict[str, set[int]] = {}
    network = templates["Network"]
    for template in templates:
        for service in template.matching("AWS::ECS::Service", {}):
            (task,) = [one for one in template.resources("AWS::ECS::TaskDefinition") if one.ref == service["TaskDefinition"]]
            ports = {port["ContainerPort"] for container in task["ContainerDefinitions"] for port in container.get("PortMappings", [])}
            for group in service["NetworkConfiguration"]["AwsvpcConfiguration"]["SecurityGroups"]:
                listening.setdefault(group, set()).update(ports)
    assert len(listening) == 4
    for group, ports in listening.items():
        assert {rule["FromPort"] for rule in network.resources("AWS::EC2::SecurityGroupIngress", GroupId=group)} == ports


def test_every_group_in_use_is_named_in_the_specification(templates: Templates) -> None:
    """Whatever has a security group has one of the network's, whose rules test_security_groups.py holds one by one."""
    network = templates["Network"]
    known = {one.attribute("GroupId") for one in network.resources("AWS::EC2::SecurityGroup")}
    used = {group for template in templates for group in groups_in(templates.rendering.value(template.stack, templates.documents[template.stack]))}
    assert used and used <= known


def groups_in(value: object) -> list[str]:
    """All that stands under a key which lists security groups."""
    if isinstance(value, list):
        return [one for item in value for one in groups_in(item)]
    if not isinstance(value, dict):
        return []
    own = [one for key in ("SecurityGroups", "SecurityGroupIds", "VpcSecurityGroupIds") if isinstance(value.get(key), list) for one in value[key]]
    return own + [one for item in value.values() for one in groups_in(item)]
