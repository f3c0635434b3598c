"""The task definition: the service's container, and the collector beside it."""

from collections.abc import Mapping

from aws_cdk import Stack
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config import Config
from config.compute import Compute, Size
from services import Service
from stacks.acknowledgements import acknowledge
from stacks.service.surroundings import Surroundings

Container = ecs.CfnTaskDefinition.ContainerDefinitionProperty
Kind = ecs.CfnTaskDefinition


def size(compute: Compute, service: Service) -> Size:
    return compute.api if service.kind == "api" else compute.frontend


def task_definition(
    scope: Construct,
    config: Config,
    service: Service,
    tag: str,
    surroundings: Surroundings,
    given: Mapping[str, secrets.ISecret],
    group: logs.CfnLogGroup,
    execution_role: iam.Role,
    task_role: iam.Role,
) -> ecs.CfnTaskDefinition:
    compute = config.compute
    share = size(compute, service)
    task = ecs.CfnTaskDefinition(
        scope,
        "Task",
        family=service.name,
        requires_compatibilities=["FARGATE"],
        network_mode="awsvpc",
        runtime_platform=Kind.RuntimePlatformProperty(cpu_architecture=compute.architecture, operating_system_family="LINUX"),
        cpu=str(share.cpu_units),
        memory=str(share.memory_mebibytes),
        execution_role_arn=execution_role.role_arn,
        task_role_arn=task_role.role_arn,
        container_definitions=[
            application(config, service, image(scope, service, tag), service.settings(**surroundings.values(config)), given, group),
            collector(config, surroundings.cluster.collector_configuration, group),
        ],
    )
    acknowledge(task, "AwsSolutions::AwsSolutions-ECS2", "These are settings that everybody may know; what nobody may is among the secrets.")
    return task


def image(scope: Construct, service: Service, tag: str) -> str:
    stack = Stack.of(scope)
    return f"{stack.account}.dkr.ecr.{stack.region}.{stack.url_suffix}/{service.image}:{tag}"


def application(
    config: Config, service: Service, image: str, settings: Mapping[str, str], given: Mapping[str, secrets.ISecret], group: logs.CfnLogGroup
) -> Container:
    compute, probe = config.compute, config.compute.container_probe
    return Container(
        name=service.container,
        image=image,
        essential=True,
        **confined(compute),
        memory=size(compute, service).memory_mebibytes - compute.collector.memory_mebibytes,
        port_mappings=[Kind.PortMappingProperty(container_port=service.port, protocol="tcp")],
        environment=[Kind.KeyValuePairProperty(name=name, value=value) for name, value in settings.items()],
        secrets=[Kind.SecretProperty(name=name, value_from=secret.secret_arn) for name, secret in given.items()],
        health_check=Kind.HealthCheckProperty(
            command=["CMD-SHELL", f"curl -f http://localhost:{service.port}{service.container_health} || exit 1"],
            interval=probe.interval_seconds,
            timeout=probe.timeout_seconds,
            retries=probe.retries,
            start_period=probe.start_period_seconds,
        ),
        stop_timeout=compute.stop_seconds,
        # Stopped before the collector, which sends on what the service says last.
        depends_on=[Kind.ContainerDependencyProperty(container_name=compute.collector.name, condition="START")],
        log_configuration=log_configuration(config, group),
    )


def collector(config: Config, configuration: str, group: logs.CfnLogGroup) -> Container:
    """It belongs to the task: one that lost it would run unseen."""
    compute, probe = config.compute, config.compute.container_probe
    return Container(
        name=compute.collector.name,
        image=compute.collector.image,
        essential=True,
        **confined(compute),
        memory=compute.collector.memory_mebibytes,
        secrets=[Kind.SecretProperty(name="AOT_CONFIG_CONTENT", value_from=configuration)],
        health_check=Kind.HealthCheckProperty(
            command=["CMD", "/healthcheck"],
            interval=probe.interval_seconds,
            timeout=probe.timeout_seconds,
            retries=probe.retries,
            start_period=probe.start_period_seconds,
        ),
        stop_timeout=compute.collector.stop_seconds,
        log_configuration=log_configuration(config, group),
    )


def confined(compute: Compute) -> dict:
    """Nobody in particular, who can write nowhere and asks the kernel for nothing special."""
    return {
        "user": compute.user,
        "readonly_root_filesystem": True,
        "privileged": False,
        "linux_parameters": Kind.LinuxParametersProperty(capabilities=Kind.KernelCapabilitiesProperty(drop=["ALL"])),
    }


def log_configuration(config: Config, group: logs.CfnLogGroup) -> ecs.CfnTaskDefinition.LogConfigurationProperty:
    return Kind.LogConfigurationProperty(
        log_driver="awslogs",
        options={
            "awslogs-group": group.ref,
            "awslogs-region": config.account.region,
            "awslogs-stream-prefix": config.compute.log_stream_prefix,
            "mode": "non-blocking",
            "max-buffer-size": config.compute.log_buffer,
        },
    )
