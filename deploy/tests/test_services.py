"""Services: where they run, how many, how they are deployed and found, and what they may."""

import pytest

from states import states
from system import SERVICES, application, running, stack, task, variable
from templates import Resource, Templates

RENDERING = ("vocab-frontend", "writing-practice")
APIS = tuple(service for service in SERVICES if service not in RENDERING)
REACHED = tuple(service for service in SERVICES if service != "vocab-backend")


@pytest.mark.parametrize("service", [pytest.param(service, marks=states("ecs-fargate-configuration.1", "capacity-providers.1")) for service in SERVICES])
def test_the_first_task_is_on_demand_and_the_others_are_spot(templates: Templates, service: str) -> None:
    assert running(templates, service)["CapacityProviderStrategy"] == [
        {"CapacityProvider": "FARGATE", "Base": 1, "Weight": 0},
        {"CapacityProvider": "FARGATE_SPOT", "Weight": 1},
    ]
    assert templates["Cluster"].only("AWS::ECS::ClusterCapacityProviderAssociations")["CapacityProviders"] == ["FARGATE", "FARGATE_SPOT"]


SCALED = states("ecs-fargate-configuration.2-6", "capacity-providers.2-4", "capacity-providers.7-8", "container-infrastructure-questions.2")


@pytest.mark.parametrize("service", [pytest.param(service, marks=SCALED) for service in SERVICES])
@pytest.mark.parametrize("metric", ["CPU", "Memory"])
def test_tasks_follow_processor_and_memory(templates: Templates, service: str, metric: str) -> None:
    target = stack(templates, service).only("AWS::ApplicationAutoScaling::ScalableTarget")
    policy = stack(templates, service).only("AWS::ApplicationAutoScaling::ScalingPolicy", PolicyName=f"{service}-{metric.lower()}")
    assert policy["PolicyType"] == "TargetTrackingScaling"
    assert policy["ScalingTargetId"] == target.ref
    assert policy["TargetTrackingScalingPolicyConfiguration"] == {
        "PredefinedMetricSpecification": {"PredefinedMetricType": f"ECSServiceAverage{metric}Utilization"},
        "TargetValue": 70,
        "ScaleInCooldown": 300,
        "ScaleOutCooldown": 60,
    }


SIZES = [
    *(pytest.param(service, 3, marks=states("api-services.3-4", "capacity-providers.5-6")) for service in APIS),
    *(pytest.param(service, 2, marks=states("frontend-services.3-4")) for service in RENDERING),
]


@pytest.mark.parametrize(("service", "most"), SIZES)
def test_there_are_one_to_so_many_tasks(templates: Templates, service: str, most: int) -> None:
    target = stack(templates, service).only("AWS::ApplicationAutoScaling::ScalableTarget")
    assert (target["MinCapacity"], target["MaxCapacity"]) == (1, most)
    assert target["ScalableDimension"] == "ecs:service:DesiredCount"
    assert target["ResourceId"] == "service/app-dw/" + running(templates, service).attribute("Name")
    assert "DesiredCount" not in running(templates, service)


@pytest.mark.parametrize("service", [pytest.param(service, marks=states("deployment-strategy.1-5")) for service in SERVICES])
def test_tasks_are_replaced_one_after_the_other(templates: Templates, service: str) -> None:
    assert running(templates, service)["DeploymentController"] == {"Type": "ECS"}
    assert running(templates, service)["DeploymentConfiguration"] == {
        "MaximumPercent": 200,
        "MinimumHealthyPercent": 100,
        "DeploymentCircuitBreaker": {"Enable": True, "Rollback": True},
    }


@pytest.mark.parametrize(
    "service", [pytest.param(service, marks=states("deployment-configuration-2.1", "deployment-configuration-2.3")) for service in REACHED]
)
def test_targets_come_and_go_in_time(templates: Templates, service: str) -> None:
    assert running(templates, service)["HealthCheckGracePeriodSeconds"] == 60
    group = stack(templates, service).only("AWS::ElasticLoadBalancingV2::TargetGroup")
    assert group["TargetGroupAttributes"] == [{"Key": "deregistration_delay.timeout_seconds", "Value": "30"}]


@states("cloud-map-configuration.1")
def test_services_call_each_other_within_a_namespace(templates: Templates) -> None:
    namespace = templates["Cluster"].only("AWS::ServiceDiscovery::PrivateDnsNamespace", Name="app-dw.internal")
    assert namespace["Vpc"] == templates["Network"].only("AWS::EC2::VPC").ref


@pytest.mark.parametrize(
    ("service", "name"),
    [
        pytest.param("lang-portal-api", "lang-portal-api", marks=states("cloud-map-configuration.2", "deployment-configuration-2.2")),
        pytest.param("vocab-backend", "vocab-generator-backend", marks=states("cloud-map-configuration.3", "deployment-configuration-2.2")),
    ],
)
def test_a_service_is_found_by_its_name(templates: Templates, service: str, name: str) -> None:
    namespace = templates["Cluster"].only("AWS::ServiceDiscovery::PrivateDnsNamespace")
    entry = stack(templates, service).only("AWS::ServiceDiscovery::Service", Name=name)
    assert entry["NamespaceId"] == namespace.attribute("Id")
    assert entry["DnsConfig"] == {"DnsRecords": [{"Type": "A", "TTL": 60}], "RoutingPolicy": "MULTIVALUE"}
    assert running(templates, service)["ServiceRegistries"] == [{"RegistryArn": entry.attribute("Arn")}]


def role(templates: Templates, service: str) -> Resource:
    """The task's own."""
    with templates.unrecorded():
        wanted = task(templates, service)["TaskRoleArn"]
        (found,) = [one for one in stack(templates, service).resources("AWS::IAM::Role") if one.attribute("Arn") == wanted]
    assert task(templates, service)["TaskRoleArn"] == found.attribute("Arn")
    return found


POLICIES = {
    "lang-portal-api": ["Cluster/Telemetry/Policy", "LangPortalDatabase/ConnectPolicy"],
    "haiku-api": ["Cluster/Telemetry/Policy", "HaikuDatabase/ConnectPolicy", "Guardrail/ModelsPolicy", "Storage/ApplicationPolicy"],
    "vocab-backend": ["Cluster/Telemetry/Policy", "Guardrail/ModelsPolicy", "Storage/ApplicationPolicy"],
    "vocab-frontend": ["Cluster/Telemetry/Policy"],
    "writing-practice": ["Cluster/Telemetry/Policy", "Guardrail/ModelsPolicy", "Storage/ApplicationPolicy"],
}
ALLOWED = {
    "lang-portal-api": states("lang-portal.5", "security-considerations.4"),
    "haiku-api": states("haiku-generator.5-7", "security-considerations.4"),
    "vocab-backend": states("vocab-generator.4", "security-considerations.4"),
    "vocab-frontend": states("security-considerations.4"),
    "writing-practice": states("writing-practice.2", "security-considerations.4"),
}


@pytest.mark.parametrize("service", [pytest.param(service, marks=ALLOWED[service]) for service in SERVICES])
def test_a_task_may_what_it_is_for(templates: Templates, service: str) -> None:
    assert role(templates, service)["ManagedPolicyArns"] == [f"${{{policy}}}" for policy in POLICIES[service]]


SPEECH = [{"Sid": "Speak", "Effect": "Allow", "Action": "polly:SynthesizeSpeech", "Resource": "*"}]


@states("vocab-generator.5")
def test_vocab_backend_speaks(templates: Templates) -> None:
    (policy,) = role(templates, "vocab-backend")["Policies"]
    assert policy["PolicyDocument"]["Statement"] == SPEECH


def test_haiku_may_speak(templates: Templates) -> None:
    (policy,) = role(templates, "haiku-api")["Policies"]
    assert policy["PolicyDocument"]["Statement"] == SPEECH


def test_every_task_may_send_traces_and_metrics(templates: Templates) -> None:
    policy = templates["Cluster"].only("AWS::IAM::ManagedPolicy", ManagedPolicyName="app-dw-telemetry")
    streams = "arn:${AWS::Partition}:logs:us-east-1:${AWS::AccountId}:log-group:/aws/ecs/app-dw-metrics:*"
    assert policy["PolicyDocument"]["Statement"] == [
        {"Sid": "Traces", "Effect": "Allow", "Action": ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "Resource": "*"},
        {"Sid": "Metrics", "Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], "Resource": streams},
    ]


@pytest.mark.parametrize("service", [service for service in SERVICES if service not in ("vocab-backend", "haiku-api")])
def test_others_have_no_right_beside_these_policies(templates: Templates, service: str) -> None:
    assert "Policies" not in role(templates, service)


@pytest.mark.parametrize("service", SERVICES)
def test_starting_a_task_reads_one_image_and_its_secrets(templates: Templates, service: str) -> None:
    roles = [one for one in stack(templates, service).resources("AWS::IAM::Role") if one.attribute("Arn") == task(templates, service)["ExecutionRoleArn"]]
    (policy,) = roles[0]["Policies"]
    allowed = {one["Sid"]: (one["Action"], one["Resource"]) for one in policy["PolicyDocument"]["Statement"].plain()}
    secrets = [one["ValueFrom"] for one in application(templates, service)["Secrets"]]
    repository = "arn:${AWS::Partition}:ecr:us-east-1:${AWS::AccountId}:repository/" + SERVICES[service].image
    assert allowed["Registry"] == ("ecr:GetAuthorizationToken", "*")
    assert allowed["Image"][1] == repository
    assert allowed["Logs"][1] == stack(templates, service).only("AWS::Logs::LogGroup").attribute("Arn")
    assert allowed["Secrets"] == ("secretsmanager:GetSecretValue", secrets)
    assert allowed["Collector"] == ("ssm:GetParameters", "arn:${AWS::Partition}:ssm:us-east-1:${AWS::AccountId}:parameter/app-dw/collector")
    assert len(allowed) == 5


@pytest.mark.parametrize(
    ("service", "name", "value"),
    [
        pytest.param("vocab-frontend", "VOCAB_BACKEND_URL", "http://vocab-generator-backend.app-dw.internal:8000", marks=states("vocab-generator.2")),
        pytest.param("vocab-frontend", "LANG_PORTAL_URL", "http://lang-portal-api.app-dw.internal:8000", marks=states("vocab-generator.3")),
        pytest.param("writing-practice", "LANG_PORTAL_URL", "http://lang-portal-api.app-dw.internal:8000", marks=states("writing-practice.3")),
    ],
)
def test_services_know_where_others_are(templates: Templates, service: str, name: str, value: str) -> None:
    assert variable(application(templates, service), "Environment", name) == {"Name": name, "Value": value}


@pytest.mark.parametrize("service", [pytest.param(service, marks=states("security-considerations.2")) for service in SERVICES])
def test_tasks_are_inside_the_network(templates: Templates, service: str) -> None:
    group = {"vocab-frontend": "vocab-generator-sg", "vocab-backend": "vocab-generator-sg"}.get(service, f"{service}-sg")
    network = templates["Network"]
    place = running(templates, service)["NetworkConfiguration"]["AwsvpcConfiguration"]
    assert place["AssignPublicIp"] == "DISABLED"
    assert place["SecurityGroups"] == [network.only("AWS::EC2::SecurityGroup", GroupName=group).attribute("GroupId")]
    assert place["Subnets"] == [network.only("AWS::EC2::Subnet", CidrBlock=f"10.0.{number}.0/24").ref for number in (3, 4, 5)]


def test_nobody_opens_a_shell_in_a_task(templates: Templates) -> None:
    for service in SERVICES:
        assert running(templates, service)["EnableExecuteCommand"] is False


def test_the_cluster_is_watched(templates: Templates) -> None:
    assert templates["Cluster"].only("AWS::ECS::Cluster")["ClusterSettings"] == [{"Name": "containerInsights", "Value": "enabled"}]


SHARED = ("audit-key", "jwt-secret", "lang-portal-api-key")


@states("security-considerations.3")
def test_secrets_are_kept_in_secrets_manager(templates: Templates) -> None:
    """Generated there, or put there by hand: none has a value here."""
    for name in SHARED:
        secret = templates["Cluster"].only("AWS::SecretsManager::Secret", Name=name)
        assert secret.beside("DeletionPolicy") == "Retain"
        assert "SecretString" not in secret


def test_keys_are_too_long_to_be_guessed(templates: Templates) -> None:
    for place, names, length in (("Cluster", ("audit-key", "lang-portal-api-key"), 48), ("LoadBalancer", ("origin-verify-1", "origin-verify-2"), 64)):
        for name in names:
            secret = templates[place].only("AWS::SecretsManager::Secret", Name=name)
            assert secret["GenerateSecretString"] == {"PasswordLength": length, "ExcludePunctuation": True}
