"""Every number and name of the specification, once: one module per part of the system, one `Config` that holds them all."""

from dataclasses import dataclass, field

from config.account import Account
from config.auth import Auth
from config.compute import Compute
from config.databases import Databases
from config.edge import Edge
from config.models import Models
from config.monitoring import Monitoring
from config.network import Network
from config.pipelines import Pipelines
from config.storage import Storage


@dataclass(frozen=True)
class Config:
    """What the stacks are made from. The defaults are the specification's values, read through its decisions."""

    account: Account = field(default_factory=Account)
    network: Network = field(default_factory=Network)
    auth: Auth = field(default_factory=Auth)
    databases: Databases = field(default_factory=Databases)
    storage: Storage = field(default_factory=Storage)
    compute: Compute = field(default_factory=Compute)
    edge: Edge = field(default_factory=Edge)
    pipelines: Pipelines = field(default_factory=Pipelines)
    monitoring: Monitoring = field(default_factory=Monitoring)
    models: Models = field(default_factory=Models)
