"""Cognito: user pool, web client, domains, identity pool."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.domain import DomainStack


class AuthStack(SystemStack):
    """Who signs in, to what, for how long."""

    def __init__(self, scope: Construct, config: Config, domain: DomainStack) -> None:
        super().__init__(scope, "Auth", config, description="Cognito: user pool, web client, domains, identity pool.")
