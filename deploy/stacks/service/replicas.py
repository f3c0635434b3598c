"""The service that keeps tasks running, and replaces them one after the other."""

from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_servicediscovery as discovery
from constructs import Construct

from config import Config
from services import Service
from stacks.service.surroundings import Surroundings
from stacks.service.target import Target

Kind = ecs.CfnService


def replicas(
    scope: Construct,
    config: Config,
    service: Service,
    surroundings: Surroundings,
    task: ecs.CfnTaskDefinition,
    target: Target | None,
    registry: discovery.CfnService | None,
) -> ecs.CfnService:
    """How many is the scaling's to say: a number here would undo its work with every deployment."""
    compute = config.compute
    network = surroundings.network
    place = Kind.AwsVpcConfigurationProperty(
        subnets=[subnet.subnet_id for subnet in network.vpc.private_subnets],
        security_groups=[network.security_groups[service.security_group].security_group_id],
        assign_public_ip="DISABLED",
    )
    reached = Kind.LoadBalancerProperty(container_name=service.container, container_port=service.port, target_group_arn=target.group.ref) if target else None
    running = ecs.CfnService(
        scope,
        "Service",
        service_name=service.name,
        cluster=surroundings.cluster.cluster_name,
        task_definition=task.ref,
        capacity_provider_strategy=[
            Kind.CapacityProviderStrategyItemProperty(capacity_provider="FARGATE", base=compute.on_demand_base, weight=0),
            Kind.CapacityProviderStrategyItemProperty(capacity_provider="FARGATE_SPOT", weight=1),
        ],
        deployment_controller=Kind.DeploymentControllerProperty(type="ECS"),
        deployment_configuration=Kind.DeploymentConfigurationProperty(
            maximum_percent=compute.deployment.max_percent,
            minimum_healthy_percent=compute.deployment.min_healthy_percent,
            deployment_circuit_breaker=Kind.DeploymentCircuitBreakerProperty(enable=True, rollback=True),
        ),
        # ECS takes it only where a load balancer asks.
        health_check_grace_period_seconds=compute.deployment.health_check_grace_seconds if target else None,
        load_balancers=[reached] if reached else None,
        service_registries=[Kind.ServiceRegistryProperty(registry_arn=registry.attr_arn)] if registry else None,
        network_configuration=Kind.NetworkConfigurationProperty(awsvpc_configuration=place),
        # Nobody opens a shell in a running task.
        enable_execute_command=False,
        enable_ecs_managed_tags=True,
        propagate_tags="SERVICE",
    )
    if target:
        running.add_resource_dependency(target.rule)
    return running
