"""Zones and certificates."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack


class DomainStack(SystemStack):
    """The public zone (named by a parameter, for the registrar's side is done by hand), the private one's name, and the certificates of all hosts."""

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Domain", config, description="Zones and certificates.")
