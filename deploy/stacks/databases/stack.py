"""An Aurora PostgreSQL cluster and the proxy before it."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config import Config
from config.databases import Cluster
from stacks.base import SystemStack
from stacks.databases.backups import Snapshots
from stacks.databases.cluster import AuroraCluster
from stacks.databases.proxy import DatabaseProxy
from stacks.databases.urls import DatabaseURLs
from stacks.network import NetworkStack


class DatabaseStack(SystemStack):
    """One product's cluster, its parameters, backups and logs, its proxy with its end points, and the secrets with its URLs.

    A service takes `secrets`, by their names, and `connect_policy` for its task's role; alarms take the names.
    """

    def __init__(self, scope: Construct, name: str, config: Config, cluster: Cluster, network: NetworkStack) -> None:
        super().__init__(scope, name, config, description=f"Aurora PostgreSQL of {cluster.name} and the proxy before it.")
        self.cluster = cluster
        aurora = AuroraCluster(self, "Aurora", config, cluster, network)
        proxy = DatabaseProxy(self, "Proxy", config, cluster, aurora, network)
        self.snapshots = Snapshots(self, "Snapshots", config.databases, cluster, aurora)
        self.secrets: dict[str, secrets.ISecret] = DatabaseURLs(self, "URLs", cluster, proxy).secrets
        # Names, which do not change, so that what looks at the database depends on no value of this stack.
        self.cluster_identifier: str = aurora.identifier
        self.log_groups: dict[str, str] = {kind: f"/aws/rds/cluster/{aurora.identifier}/{kind}" for kind in config.databases.log_exports}
        self.connect_policy: iam.IManagedPolicy = self._connect_policy(config, proxy)
        self._maintenance_policy(config, aurora)

    def _connect_policy(self, config: Config, proxy: DatabaseProxy) -> iam.ManagedPolicy:
        users = proxy.users(*(self.cluster.user(name) for name in config.databases.proxied))
        return iam.ManagedPolicy(
            self,
            "ConnectPolicy",
            managed_policy_name=f"{self.cluster.name}-database-connect",
            description=f"Connects to {self.cluster.proxy.name} as the application.",
            statements=[iam.PolicyStatement(sid="Connect", actions=["rds-db:connect"], resources=users)],
        )

    def _maintenance_policy(self, config: Config, aurora: AuroraCluster) -> None:
        """For people who look after the database: straight to the cluster, from the maintenance group."""
        user = self.cluster.user(config.databases.maintenance)
        arn = f"arn:{self.partition}:rds-db:{self.region}:{self.account}:dbuser:{aurora.cluster.attr_db_cluster_resource_id}/{user}"
        iam.ManagedPolicy(
            self,
            "MaintenancePolicy",
            managed_policy_name=f"{self.cluster.name}-database-maintenance",
            description=f"Connects to {aurora.identifier} as {user}.",
            statements=[iam.PolicyStatement(sid="Connect", actions=["rds-db:connect"], resources=[arn])],
        )
