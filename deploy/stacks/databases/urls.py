"""The databases' URLs as services are given them: whom to ask as whom, and no password, for a token of IAM is the password."""

from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config.databases import Cluster
from stacks.acknowledgements import acknowledge
from stacks.databases.proxy import DatabaseProxy


class DatabaseURLs(Construct):
    """One secret for each role that a service plays, named as services.json names it."""

    def __init__(self, scope: Construct, name: str, cluster: Cluster, proxy: DatabaseProxy) -> None:
        super().__init__(scope, name)
        self.cluster = cluster
        endpoint = proxy.proxy.attr_endpoint
        self.secrets: dict[str, secrets.ISecret] = {}
        self._url("Application", "database-url", "app", endpoint)
        self._url("Owner", "migration-database-url", "owner", endpoint)
        acknowledge(self, "AwsSolutions::AwsSolutions-SMG4", "These URLs hold no password: a token of IAM is one, and lives for a quarter of an hour.")

    def _url(self, id: str, name: str, role: str, endpoint: str) -> None:
        cluster = self.cluster
        secret = secrets.CfnSecret(
            self,
            id,
            name=f"{cluster.name}/{name}",
            description=f"Where {cluster.user(role)} finds {cluster.database}.",
            secret_string=f"postgres://{cluster.user(role)}@{endpoint}:{cluster.port}/{cluster.database}?sslmode=verify-full",
        )
        self.secrets[f"{cluster.name}/{name}"] = secrets.Secret.from_secret_complete_arn(self, f"{id}View", secret.ref)
