"""An Aurora PostgreSQL cluster and the proxy before it."""

from constructs import Construct

from config import Config
from config.databases import Cluster
from stacks.base import SystemStack
from stacks.network import NetworkStack


class DatabaseStack(SystemStack):
    """One product's cluster, its parameters, backups and logs, its proxy with its end points, and the secrets with its URLs."""

    def __init__(self, scope: Construct, name: str, config: Config, cluster: Cluster, network: NetworkStack) -> None:
        super().__init__(scope, name, config, description=f"Aurora PostgreSQL of {cluster.name} and the proxy before it.")
