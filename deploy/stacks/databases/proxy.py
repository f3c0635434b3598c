"""The proxy before a cluster: applications connect to it with tokens of IAM, and it keeps few connections for many of theirs."""

from aws_cdk import Fn, Stack, Tags
from aws_cdk import aws_iam as iam
from aws_cdk import aws_rds as rds
from constructs import Construct

from config import Config
from config.databases import Cluster
from stacks.databases.cluster import AuroraCluster
from stacks.network import NetworkStack


class DatabaseProxy(Construct):
    """IAM from end to end: no password stands anywhere between a task and the cluster."""

    def __init__(self, scope: Construct, name: str, config: Config, cluster: Cluster, aurora: AuroraCluster, network: NetworkStack) -> None:
        super().__init__(scope, name)
        self.stack = Stack.of(self)
        subnets = [subnet.subnet_id for subnet in network.vpc.isolated_subnets]
        groups = [network.security_groups[cluster.proxy_security_group].security_group_id]
        role = self._role(config, cluster, aurora)
        self.proxy = rds.CfnDBProxy(
            self,
            "Proxy",
            db_proxy_name=cluster.proxy.name,
            engine_family="POSTGRESQL",
            default_auth_scheme="IAM_AUTH",
            require_tls=True,
            idle_client_timeout=cluster.proxy.idle_client_seconds,
            role_arn=role.role_arn,
            vpc_subnet_ids=subnets,
            vpc_security_group_ids=groups,
        )
        self._pool(cluster, aurora)
        # It needs a reader.
        if cluster.is_multi_az:
            self._read_endpoint(cluster, subnets, groups)

    def users(self, *names: str) -> list[str]:
        """What `rds-db:connect` names: these users at this proxy, whichever end point they come by. The proxy's id ends its ARN."""
        id = Fn.select(6, Fn.split(":", self.proxy.attr_db_proxy_arn))
        return [f"arn:{self.stack.partition}:rds-db:{self.stack.region}:{self.stack.account}:dbuser:{id}/{name}" for name in names]

    def _role(self, config: Config, cluster: Cluster, aurora: AuroraCluster) -> iam.Role:
        """The proxy connects as the user that came to it, with a token of its own."""
        id = aurora.cluster.attr_db_cluster_resource_id
        users = [
            f"arn:{self.stack.partition}:rds-db:{self.stack.region}:{self.stack.account}:dbuser:{id}/{cluster.user(name)}" for name in config.databases.proxied
        ]
        return iam.Role(
            self,
            "Role",
            description=f"What {cluster.proxy.name} is to the cluster.",
            assumed_by=iam.ServicePrincipal("rds.amazonaws.com"),
            inline_policies={"users": iam.PolicyDocument(statements=[iam.PolicyStatement(actions=["rds-db:connect"], resources=users)])},
        )

    def _pool(self, cluster: Cluster, aurora: AuroraCluster) -> None:
        pool = rds.CfnDBProxyTargetGroup(
            self,
            "Pool",
            db_proxy_name=self.proxy.ref,
            target_group_name="default",
            db_cluster_identifiers=[aurora.cluster.ref],
            connection_pool_configuration_info=rds.CfnDBProxyTargetGroup.ConnectionPoolConfigurationInfoFormatProperty(
                max_connections_percent=cluster.proxy.max_connections_percent(cluster.parameters),
                max_idle_connections_percent=cluster.proxy.max_idle_connections_percent,
                connection_borrow_timeout=cluster.proxy.borrow_seconds,
            ),
        )
        # CloudFormation knows no tags of a pool.
        for tag in ("project", "stack"):
            Tags.of(pool).remove(tag)
        for instance in aurora.instances:
            pool.add_resource_dependency(instance)

    def _read_endpoint(self, cluster: Cluster, subnets: list[str], groups: list[str]) -> None:
        rds.CfnDBProxyEndpoint(
            self,
            "ReadEndpoint",
            db_proxy_name=self.proxy.ref,
            db_proxy_endpoint_name=f"{cluster.proxy.name}-read",
            target_role="READ_ONLY",
            vpc_subnet_ids=subnets,
            vpc_security_group_ids=groups,
        )
