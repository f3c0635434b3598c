"""The ECS cluster and the names services call each other by."""

from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_secretsmanager as secrets
from aws_cdk import aws_servicediscovery as discovery
from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.cluster.collector import Telemetry
from stacks.cluster.secrets import SharedSecrets
from stacks.network import NetworkStack


class ClusterStack(SystemStack):
    """Capacity, the Cloud Map namespace, the secrets that services share, and what the collector beside every service is told."""

    def __init__(self, scope: Construct, config: Config, network: NetworkStack) -> None:
        super().__init__(scope, "Cluster", config, description="The ECS cluster and the names services call each other by.")
        compute = config.compute
        # By name, which does not change: what it refers to is this stack's all the same.
        self.cluster_name: str = compute.cluster_name
        cluster = ecs.CfnCluster(
            self,
            "Cluster",
            cluster_name=compute.cluster_name,
            cluster_settings=[ecs.CfnCluster.ClusterSettingsProperty(name="containerInsights", value="enabled")],
        )
        ecs.CfnClusterCapacityProviderAssociations(
            self,
            "Capacity",
            cluster=cluster.ref,
            capacity_providers=["FARGATE", "FARGATE_SPOT"],
            default_capacity_provider_strategy=[
                ecs.CfnClusterCapacityProviderAssociations.CapacityProviderStrategyProperty(capacity_provider="FARGATE", base=compute.on_demand_base, weight=0),
                ecs.CfnClusterCapacityProviderAssociations.CapacityProviderStrategyProperty(capacity_provider="FARGATE_SPOT", weight=1),
            ],
        )
        namespace = discovery.CfnPrivateDnsNamespace(self, "Namespace", name=compute.namespace, vpc=network.vpc.vpc_id)
        self.namespace_id: str = namespace.attr_id
        self.secrets: dict[str, secrets.ISecret] = SharedSecrets(self, "Secrets", compute).secrets
        telemetry = Telemetry(self, "Telemetry", config)
        self.collector_configuration: str = telemetry.configuration_arn
        self.telemetry_policy: iam.IManagedPolicy = telemetry.policy
