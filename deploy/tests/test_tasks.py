"""Task definitions: what runs, with which settings and secrets, and how confined."""

import json

import pytest

import services
from states import states
from system import SERVICES, application, collector, stack, task, variable
from templates import Templates

# The part of the specification that describes each service's container.
SECTIONS = {
    "lang-portal-api": "lang-portal-3",
    "haiku-api": "haiku-generator-3",
    "vocab-frontend": "vocab-generator-frontend",
    "vocab-backend": "vocab-generator-backend",
    "writing-practice": "writing-practice-3",
}
APPLICATIONS = {"lang-portal-api": 1, "haiku-api": 2, "writing-practice": 3, "vocab-frontend": 4, "vocab-backend": 5}
# Where in their sections the probe of a container stands: after its secrets, of which the portal has two.
PROBES = {"lang-portal-api": "11-15", "haiku-api": "9-13", "vocab-frontend": "9-13", "vocab-backend": "9-13", "writing-practice": "9-13"}


def each(statements: dict[str, tuple[str, ...]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("service", [pytest.param(service, marks=states(*names)) for service, names in statements.items()])


@each({service: (f"task-definition-per-application.{number}",) for service, number in APPLICATIONS.items()})
def test_every_application_has_a_task_definition(templates: Templates, service: str) -> None:
    definition = task(templates, service)
    assert definition["Family"] == service
    assert definition["RequiresCompatibilities"] == ["FARGATE"]
    assert definition["NetworkMode"] == "awsvpc"
    assert definition["RuntimePlatform"] == {"CpuArchitecture": "X86_64", "OperatingSystemFamily": "LINUX"}


@each({service: (f"{section}.1-4", "ecs-fargate-configuration.7", "capacity-providers.9") for service, section in SECTIONS.items()})
def test_the_application_is_essential_and_listens(templates: Templates, service: str) -> None:
    place, container = SERVICES[service], application(templates, service)
    assert container["Name"] == place.container
    assert container["Image"] == f"${{AWS::AccountId}}.dkr.ecr.us-east-1.${{AWS::URLSuffix}}/{place.image}:${{ImageTag}}"
    assert container["Essential"] is True
    assert container["PortMappings"] == [{"ContainerPort": place.port, "Protocol": "tcp"}]


@each({service: (f"{section}.5-6",) for service, section in SECTIONS.items()})
def test_the_application_knows_its_region(templates: Templates, service: str) -> None:
    assert variable(application(templates, service), "Environment", "AWS_DEFAULT_REGION") == {"Name": "AWS_DEFAULT_REGION", "Value": "us-east-1"}


@pytest.mark.parametrize(
    ("service", "name", "owner", "secret"),
    [
        pytest.param("lang-portal-api", "DATABASE_URL", "LangPortalDatabase", "lang-portal/database-url", marks=states("lang-portal-3.7-8")),
        pytest.param("lang-portal-api", "JWT_SECRET", "Cluster", "jwt-secret", marks=states("lang-portal-3.9-10")),
        pytest.param("haiku-api", "DATABASE_URL", "HaikuDatabase", "haiku/database-url", marks=states("haiku-generator-3.7-8")),
        pytest.param("vocab-frontend", "LANG_PORTAL_API_KEY", "Cluster", "lang-portal-api-key", marks=states("vocab-generator-frontend.7-8")),
        pytest.param("vocab-backend", "LANG_PORTAL_API_KEY", "Cluster", "lang-portal-api-key", marks=states("vocab-generator-backend.7-8")),
        pytest.param("writing-practice", "LANG_PORTAL_API_KEY", "Cluster", "lang-portal-api-key", marks=states("writing-practice-3.7-8")),
    ],
)
def test_secrets_come_from_secrets_manager(templates: Templates, service: str, name: str, owner: str, secret: str) -> None:
    kept = templates[owner].only("AWS::SecretsManager::Secret", Name=secret)
    assert variable(application(templates, service), "Secrets", name) == {"Name": name, "ValueFrom": kept.ref}


@each({service: (f"{section}.{PROBES[service]}",) for service, section in SECTIONS.items()})
def test_the_container_probes_itself(templates: Templates, service: str) -> None:
    path = {"vocab-frontend": "healthz", "writing-practice": "view_api"}.get(service, "health")
    assert application(templates, service)["HealthCheck"] == {
        "Command": ["CMD-SHELL", f"curl -f http://localhost:{SERVICES[service].port}/{path} || exit 1"],
        "Interval": 30,
        "Timeout": 5,
        "Retries": 3,
        "StartPeriod": 60,
    }


@each(
    {
        **dict.fromkeys(("lang-portal-api", "haiku-api", "vocab-backend"), ("api-services.1-2", "container-infrastructure-questions.3")),
        **dict.fromkeys(("vocab-frontend", "writing-practice"), ("frontend-services.1-2",)),
    }
)
def test_a_task_is_as_large_as_its_kind(templates: Templates, service: str) -> None:
    definition, rendering = task(templates, service), service in ("vocab-frontend", "writing-practice")
    assert (definition["Cpu"], definition["Memory"]) == (("2048", "4096") if rendering else ("1024", "2048"))
    assert application(templates, service)["Memory"] + collector(templates, service)["Memory"] == int(definition["Memory"])


@each(dict.fromkeys(SERVICES, ("log-configuration.1", "log-configuration.3-4")))
def test_containers_write_to_the_log_group_of_their_service(templates: Templates, service: str) -> None:
    group = stack(templates, service).only("AWS::Logs::LogGroup")
    wanted = {
        "LogDriver": "awslogs",
        "Options": {
            "awslogs-group": group.ref,
            "awslogs-region": "us-east-1",
            "awslogs-stream-prefix": "ecs",
            "mode": "non-blocking",
            "max-buffer-size": "4m",
        },
    }
    assert application(templates, service)["LogConfiguration"] == wanted
    assert collector(templates, service)["LogConfiguration"] == wanted
    assert group["RetentionInDays"] == 7


@each(dict.fromkeys(SERVICES, ("ecs-fargate-configuration.8", "capacity-providers.10")))
def test_the_collector_is_beside_every_application(templates: Templates, service: str) -> None:
    container = collector(templates, service)
    assert container["Name"] == "aws-otel-collector"
    assert container["Essential"] is True
    assert container["Image"] == "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"
    assert container["Secrets"] == [
        {"Name": "AOT_CONFIG_CONTENT", "ValueFrom": "arn:${AWS::Partition}:ssm:us-east-1:${AWS::AccountId}:parameter/app-dw/collector"}
    ]
    assert application(templates, service)["DependsOn"] == [{"Condition": "START", "ContainerName": "aws-otel-collector"}]


def told(templates: Templates) -> dict:
    """What every collector is told."""
    return json.loads(templates["Cluster"].only("AWS::SSM::Parameter", Name="/app-dw/collector")["Value"])


@states("adot-configuration.1-2")
def test_the_collector_hears_its_task_alone(templates: Templates) -> None:
    configuration = told(templates)
    assert configuration["receivers"] == {
        "otlp": {"protocols": {"grpc": {"endpoint": "127.0.0.1:4317"}, "http": {"endpoint": "127.0.0.1:4318"}}},
        "prometheus": {
            "config": {"scrape_configs": [{"job_name": "collector", "scrape_interval": "60s", "static_configs": [{"targets": ["127.0.0.1:8888"]}]}]}
        },
    }


@states("adot-configuration.3-4")
def test_the_collector_gathers_within_bounds(templates: Templates) -> None:
    configuration = told(templates)
    assert configuration["processors"] == {"memory_limiter": {"check_interval": "1s", "limit_mib": 192, "spike_limit_mib": 48}, "batch": {"timeout": "10s"}}


@states("adot-configuration.5-6")
def test_the_collector_sends_to_x_ray_and_cloudwatch(templates: Templates) -> None:
    configuration = told(templates)
    together = ["memory_limiter", "batch"]
    assert configuration["service"]["pipelines"] == {
        "traces": {"receivers": ["otlp"], "processors": together, "exporters": ["awsxray"]},
        "metrics": {"receivers": ["otlp", "prometheus"], "processors": together, "exporters": ["awsemf"]},
    }
    group = templates["Cluster"].only("AWS::Logs::LogGroup", LogGroupName="/aws/ecs/app-dw-metrics")
    assert configuration["exporters"]["awsemf"]["log_group_name"] == group["LogGroupName"]


@states("security-infrastructure-questions.2")
@pytest.mark.parametrize("service", ["lang-portal-api", "haiku-api", "vocab-frontend", "writing-practice"])
def test_a_session_is_shared_across_the_domain(templates: Templates, service: str) -> None:
    container = application(templates, service)
    assert variable(container, "Environment", "SESSION_COOKIE_DOMAIN") == {"Name": "SESSION_COOKIE_DOMAIN", "Value": ".app-dw.net"}
    keys = templates["Cluster"].only("AWS::SecretsManager::Secret", Name="jwt-secret")
    assert variable(container, "Secrets", "JWT_SECRET") == {"Name": "JWT_SECRET", "ValueFrom": keys.ref}


@pytest.mark.parametrize("service", SERVICES)
def test_containers_are_confined(templates: Templates, service: str) -> None:
    for container in (application(templates, service), collector(templates, service)):
        assert container["User"] == "10001:10001"
        assert container["ReadonlyRootFilesystem"] is True
        assert container["Privileged"] is False
        assert container["LinuxParameters"] == {"Capabilities": {"Drop": ["ALL"]}}


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_has_time_to_finish(templates: Templates, service: str) -> None:
    container = application(templates, service)
    assert container["StopTimeout"] == 120
    drain, lame_duck = (int(variable(container, "Environment", name)["Value"]) for name in ("DRAIN_SECONDS", "LAME_DUCK_SECONDS"))
    assert drain + lame_duck < container["StopTimeout"]


@pytest.mark.parametrize("service", SERVICES)
def test_a_container_is_given_what_services_json_says(templates: Templates, service: str) -> None:
    known, container = services.load()[service], application(templates, service)
    assert [one["Name"] for one in container["Environment"]] == list(known.environment)
    assert [one["Name"] for one in container["Secrets"]] == list(known.secrets)
    assert not [one["Value"] for one in container["Environment"] if "{" in one["Value"].replace("${", "").replace("{{resolve:ssm:", "")]
